package org.mera.submission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Files as no program should write them: random bytes, and sound files with something broken. The same seed gives the same bytes. */
public final class SpoiltFiles {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    /** What means something to some reader of CSV, of text or of the forms. */
    private static final List<String> TOKENS = List.of(
            "\"",
            "\"\"",
            ";",
            ",",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"\n",
            ";\"",
            "\";",
            "\\\"",
            "'",
            "\0",
            "\u001f",
            "\u001a",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffd",
            "\u202e",
            "e\u0301",
            "\ud83d\ude00",
            "@form.table",
            "{0}",
            "{9}",
            "=cmd|' /C'!A0",
            "0,5",
            "0.5",
            "1e9",
            "-0",
            "+1",
            "99999999999999999999",
            "7,7E+11",
            "7707083893",
            "000000000000",
            "Д1",
            "Д1 п. 3; Д2",
            "Д1 Д1 Д1",
            "a",
            "н/п: а",
            "31.02.2025",
            "2024-2026",
            "0000-9999",
            "expert",
            "компания",
            "inn",
            "criterion",
            "c3",
            "sep=;",
            "PK\u0003\u0004",
            "<html>",
            "\u0660\u0661",
            "½",
            "İı");

    private final SplittableRandom random;
    private final List<byte[]> sound;

    /**
     * @param sound the files to be spoilt
     */
    public SpoiltFiles(long seed, List<byte[]> sound) {
        this.random = new SplittableRandom(seed);
        this.sound = sound;
    }

    /** {@return the next file} */
    public byte[] next() {
        byte[] bytes = random.nextInt(8) == 0 ? new byte[0] : any().clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes = spoilt(bytes);
        }
        return bytes;
    }

    private byte[] spoilt(byte[] bytes) {
        return switch (random.nextInt(12)) {
            case 0 -> replaced(bytes, 0, randomBytes(random.nextInt(3_000)));
            case 1 -> replaced(bytes, random.nextInt(1_000), tokens(random.nextInt(400)));
            case 2 -> flipped(bytes);
            case 3 -> Arrays.copyOf(bytes, place(bytes));
            case 4 -> spliced(bytes);
            case 5 -> replaced(bytes, 0, "\"".repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
            case 6 -> replaced(bytes, random.nextInt(3), new byte[1 + random.nextInt(3)]);
            case 7 -> replaced(bytes, 0, huge());
            case 8 -> replaced(bytes, random.nextInt(2_000), new byte[0]);
            case 9 -> delimited(bytes);
            case 10 -> transcoded(bytes);
            default -> severalTokens(bytes);
        };
    }

    private byte[] any() {
        return sound.get(random.nextInt(sound.size()));
    }

    private int place(byte[] bytes) {
        return random.nextInt(bytes.length + 1);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] tokens(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size())));
        }
        return text.toString().getBytes(random.nextInt(4) == 0 ? WINDOWS_1251 : StandardCharsets.UTF_8);
    }

    private byte[] severalTokens(byte[] bytes) {
        byte[] changed = bytes;
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            changed = replaced(changed, random.nextInt(3), tokens(1));
        }
        return changed;
    }

    private byte[] flipped(byte[] bytes) {
        for (int i = random.nextInt(20); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] spliced(byte[] bytes) {
        byte[] other = any();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(bytes, 0, place(bytes));
        int from = place(other);
        both.write(other, from, other.length - from);
        return both.toByteArray();
    }

    private byte[] huge() {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return token.repeat(random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] delimited(byte[] bytes) {
        byte[] signs = {';', ',', '\t', '\n', '\r', '"', '|'};
        byte from = signs[random.nextInt(signs.length)];
        byte to = signs[random.nextInt(signs.length)];
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == from) {
                bytes[i] = to;
            }
        }
        return bytes;
    }

    private byte[] transcoded(byte[] bytes) {
        Charset from = random.nextBoolean() ? StandardCharsets.UTF_8 : WINDOWS_1251;
        String text = new String(bytes, from);
        return switch (random.nextInt(6)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> text.getBytes(WINDOWS_1251);
            case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> text.getBytes(Charset.forName("IBM866"));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Some bytes in the place of so many others. */
    private byte[] replaced(byte[] bytes, int count, byte[] by) {
        int at = place(bytes);
        ByteArrayOutputStream changed = new ByteArrayOutputStream(bytes.length + by.length);
        changed.write(bytes, 0, at);
        changed.writeBytes(by);
        int rest = Math.min(bytes.length, at + count);
        changed.write(bytes, rest, bytes.length - rest);
        return changed.toByteArray();
    }
}
