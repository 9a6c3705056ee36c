package org.mera.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A sound CSV file cut into its header and the runs of records that begin with the same field, to be put together in another way. */
final class CsvBlocks {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private final Charset charset;
    private final String header;
    private final List<String> blocks = new ArrayList<>();

    private CsvBlocks(Charset charset, String text) {
        this.charset = charset;
        List<String> records = records(text);
        header = records.get(0);
        String before = "";
        for (String record : records.subList(1, records.size())) {
            String key = record.split("[;,\t]", 2)[0];
            if (key.equals(before)) {
                blocks.add(blocks.remove(blocks.size() - 1) + record);
            } else {
                blocks.add(record);
            }
            before = key;
        }
    }

    static CsvBlocks of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new CsvBlocks(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return new CsvBlocks(WINDOWS_1251, new String(bytes, WINDOWS_1251));
        }
    }

    int size() {
        return blocks.size();
    }

    /** {@return the file with its blocks in another order} */
    byte[] shuffled(Random random) {
        List<String> all = new ArrayList<>(blocks);
        Collections.shuffle(all, random);
        return (header + String.join("", all)).getBytes(charset);
    }

    /** {@return a file of one block alone} */
    byte[] alone(int block) {
        return (header + blocks.get(block)).getBytes(charset);
    }

    /** {@return what files must have in common to be one: header and encoding} */
    String kind() {
        return charset + " " + header;
    }

    /** {@return a file of this one's blocks and then the other's} */
    CsvBlocks and(CsvBlocks other) {
        if (!kind().equals(other.kind())) {
            throw new IllegalArgumentException("Two kinds of files");
        }
        CsvBlocks both = new CsvBlocks(charset, header);
        both.blocks.addAll(blocks);
        both.blocks.addAll(other.blocks);
        return both;
    }

    /** Quotes are balanced in each record of a sound file, so a line end belongs to a field while their number is odd. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                records.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        return records;
    }
}
