package org.mera.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.CRC32C;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.mera.csv.Sha256;
import org.mera.csv.TextEncoding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of a company, byte by byte as they were handed in, as one compressed value: the CRC-32C of all that follows it, the number of the
 * plain bytes, four bytes each, then the plain bytes as an LZ4 block. They are the number of the lines of the register and that of the parts; of
 * each part its ordinal in its file, its records, how its file is written (the number of the former part that is written so, or -1 and what it is)
 * and its bytes. Not thread-safe; one serves many companies.
 */
final class PackedParts {

    private static final Logger log = LoggerFactory.getLogger(PackedParts.class);
    private static final LZ4Factory LZ4 = fastest();

    private static final int HEAD = 8;
    private static final int AS_FOLLOWS = -1;

    /** How a file is written. */
    private record Writing(TextEncoding encoding, char delimiter, Layout layout) {}

    private final LZ4Compressor compressor = LZ4.fastCompressor();
    private byte[] plain = new byte[16_384];
    private int length;
    private byte[] packed = new byte[16_384];
    private int packedLength;

    /** Of each layout its columns: the files of a form nearly all share theirs. */
    private final IdentityHashMap<Layout, byte[]> columns = new IdentityHashMap<>();

    /** The library's own choice is plain Java wherever it is loaded from within another archive. The values are the same. */
    private static LZ4Factory fastest() {
        try {
            return LZ4Factory.nativeInstance();
        } catch (LinkageError | AssertionError e) {
            log.info("Evidence is packed in plain Java, at a third of the speed: {}", e.getMessage());
            return LZ4Factory.safeInstance();
        }
    }

    /** Packs all parts of a company; the value is in {@link #packed}, as long as {@link #packedLength} says. */
    void pack(CompanyFile company) {
        length = 0;
        List<Part> parts = company.parts();
        put(company.entries().size());
        put(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            put(part.range().ordinal());
            put(part.range().records());
            int same = writtenLike(parts, i);
            put(same);
            if (same == AS_FOLLOWS) {
                putWriting(part);
            }
            put(part.bytes());
        }
        compress();
    }

    byte[] packed() {
        return packed;
    }

    int packedLength() {
        return packedLength;
    }

    private static int writtenLike(List<Part> parts, int index) {
        Part part = parts.get(index);
        for (int i = 0; i < index; i++) {
            Part other = parts.get(i);
            if (other.encoding() == part.encoding()
                    && other.delimiter() == part.delimiter()
                    && other.layout().equals(part.layout())) {
                return i;
            }
        }
        return AS_FOLLOWS;
    }

    private void putWriting(Part part) {
        put(part.encoding().name().getBytes(StandardCharsets.US_ASCII));
        put(part.delimiter());
        put(part.layout().form().name().getBytes(StandardCharsets.US_ASCII));
        put(columns.computeIfAbsent(
                part.layout(), layout -> String.join(",", layout.columns()).getBytes(StandardCharsets.UTF_8)));
    }

    private void put(int number) {
        ensure(Integer.BYTES);
        plain[length++] = (byte) (number >>> 24);
        plain[length++] = (byte) (number >>> 16);
        plain[length++] = (byte) (number >>> 8);
        plain[length++] = (byte) number;
    }

    private void put(byte[] bytes) {
        put(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, plain, length, bytes.length);
        length += bytes.length;
    }

    private void ensure(int more) {
        if (plain.length - length < more) {
            plain = Arrays.copyOf(plain, Math.max(plain.length * 2, Math.addExact(length, more)));
        }
    }

    private void compress() {
        int most = HEAD + compressor.maxCompressedLength(length);
        if (packed.length < most) {
            packed = new byte[most];
        }
        packedLength = HEAD + compressor.compress(plain, 0, length, packed, HEAD, packed.length - HEAD);
        ByteBuffer head = ByteBuffer.wrap(packed);
        head.putInt(Integer.BYTES, length);
        head.putInt(0, checksum(packed, packedLength));
    }

    /**
     * {@return the parts of a packed value, where they stand now}
     *
     * @throws IllegalArgumentException when it is not as it was packed
     */
    static List<Part> unpack(String company, byte[] packed, StoredPlaces places) {
        PackedBytes.Reader plain = new PackedBytes.Reader(unpacked(packed));
        int place = plain.number();
        int count = plain.number();
        List<Part> parts = new ArrayList<>(count);
        List<Writing> writings = new ArrayList<>(count);
        for (; count > 0; count--) {
            int ordinal = plain.number();
            int records = plain.number();
            Writing writing = writing(plain, writings);
            writings.add(writing);
            byte[] bytes = plain.bytes();
            Place first = new Place(place++, 0);
            Range range = new Range(
                    ordinal,
                    company,
                    0,
                    bytes.length,
                    places.record(first),
                    records,
                    Sha256.digest().digest(bytes));
            parts.add(new Part(
                    places.file(first), writing.encoding(), writing.delimiter(), writing.layout(), range, bytes));
        }
        return parts;
    }

    private static Writing writing(PackedBytes.Reader plain, List<Writing> former) {
        int same = plain.number();
        if (same != AS_FOLLOWS) {
            return former.get(same);
        }
        TextEncoding encoding = TextEncoding.valueOf(plain.text());
        char delimiter = (char) plain.number();
        Form form = Form.valueOf(plain.text());
        return new Writing(
                encoding, delimiter, new Layout(form, List.of(plain.text().split(",", -1))));
    }

    private static byte[] unpacked(byte[] packed) {
        if (packed.length <= HEAD || ByteBuffer.wrap(packed).getInt() != checksum(packed, packed.length)) {
            throw new IllegalArgumentException(
                    "A packed value of " + packed.length + " bytes is damaged: its checksum differs");
        }
        byte[] plain = new byte[ByteBuffer.wrap(packed).getInt(Integer.BYTES)];
        LZ4.safeDecompressor().decompress(packed, HEAD, packed.length - HEAD, plain, 0, plain.length);
        return plain;
    }

    private static int checksum(byte[] packed, int size) {
        CRC32C checksum = new CRC32C();
        checksum.update(packed, Integer.BYTES, size - Integer.BYTES);
        return (int) checksum.getValue();
    }
}
