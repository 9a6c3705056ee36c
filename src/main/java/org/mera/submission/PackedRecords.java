package org.mera.submission;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the criteria of a Table stand, as one value: nothing where all stand one behind the other from the first line on, as nearly all do; else of
 * each criterion its part, counted from 1, and its record there (0 alone: missing), as numbers of 7 bits a byte, the lowest first.
 */
public final class PackedRecords {

    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private PackedRecords() {}

    static byte @Nullable [] pack(Table table, Places places, int criteria) {
        if (isConsecutive(table, places, criteria)) {
            return null;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(2 * criteria);
        int criterion = 1;
        for (TableLine line : table.lines()) {
            for (; criterion < line.criterion(); criterion++) {
                put(packed, 0);
            }
            Place place = places.of(line.file(), line.record());
            put(packed, place.part() + 1);
            put(packed, place.record());
            criterion++;
        }
        for (; criterion <= criteria; criterion++) {
            put(packed, 0);
        }
        return packed.toByteArray();
    }

    /**
     * {@return the record of each criterion in its file; 0 where it is missing}
     *
     * @param packed      null where all stand one behind the other
     * @param firstRecord of the Table
     * @param places      where the company's parts stand: file and first record in turn; null where there is no packed value
     */
    public static int[] unpack(byte @Nullable [] packed, int firstRecord, Integer @Nullable [] places, int criteria) {
        int[] records = new int[criteria];
        if (packed == null || places == null) {
            for (int i = 0; i < criteria; i++) {
                records[i] = firstRecord + i;
            }
            return records;
        }
        @Nullable Place[] stored = places(packed, criteria);
        for (int i = 0; i < criteria; i++) {
            Place place = stored[i];
            records[i] = place == null ? 0 : StoredPlaces.record(places, place);
        }
        return records;
    }

    /** {@return the place of each criterion; null where it is missing} */
    private static @Nullable Place[] places(byte[] packed, int criteria) {
        @Nullable Place[] places = new Place[criteria];
        int[] at = {0};
        for (int i = 0; i < criteria; i++) {
            int part = next(packed, at);
            places[i] = part == 0 ? null : new Place(part - 1, next(packed, at));
        }
        return places;
    }

    private static boolean isConsecutive(Table table, Places places, int criteria) {
        if (table.lines().size() != criteria) {
            return false;
        }
        for (TableLine line : table.lines()) {
            if (line.record() != table.firstLine() + line.criterion() - 1
                    || !line.file().equals(table.file())) {
                return false;
            }
        }
        int last = table.firstLine() + criteria - 1;
        return places.of(table.file(), table.firstLine()).part()
                == places.of(table.file(), last).part();
    }

    private static void put(ByteArrayOutputStream packed, int number) {
        int rest = number;
        while (rest > LOW_BITS) {
            packed.write((rest & LOW_BITS) | MORE);
            rest >>>= 7;
        }
        packed.write(rest);
    }

    private static int next(byte[] packed, int[] at) {
        int number = 0;
        int shift = 0;
        while (packed[at[0]] < 0) {
            number |= (packed[at[0]++] & LOW_BITS) << shift;
            shift += 7;
        }
        return number | (packed[at[0]++] << shift);
    }
}
