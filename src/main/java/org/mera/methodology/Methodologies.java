package org.mera.methodology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Where methodologies come from: a file, the ones that come with the program, or a text that was stored. */
public final class Methodologies {

    private static final List<String> BUNDLED = List.of("anti-corruption-rating");
    private static final int LARGEST = 2 * 1024 * 1024;

    private Methodologies() {}

    /** {@return the ids of the methodologies that come with the program} */
    public static List<String> bundled() {
        return BUNDLED;
    }

    /**
     * {@return the methodology of this id that comes with the program}
     *
     * @throws MethodologyException when there is none
     */
    public static Methodology bundled(String id) {
        if (!BUNDLED.contains(id)) {
            throw new MethodologyException("No methodology «" + YamlTree.shown(id) + "» comes with the program; use "
                    + String.join(", ", BUNDLED) + " or the path of a file");
        }
        String resource = "/methodology/" + id + ".yaml";
        try (InputStream stream = Objects.requireNonNull(Methodologies.class.getResourceAsStream(resource), resource)) {
            return parse(id + ".yaml", stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the methodology of a file}
     *
     * @throws MethodologyException when the file cannot be read or has a fault; the message names every fault, one a line
     */
    public static Methodology load(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return parse(file.toString(), stream.readNBytes(LARGEST + 1));
        } catch (NoSuchFileException e) {
            throw new MethodologyException(file + ": there is no such file; check the path of the methodology", e);
        } catch (AccessDeniedException e) {
            throw new MethodologyException(file + ": permission denied; let this user read the methodology", e);
        } catch (IOException e) {
            throw new MethodologyException(file + ": the methodology cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the methodology that these bytes describe} {@code Methodology.text}, parsed again as UTF-8, gives an equal one.
     *
     * @param name what messages call it
     * @throws MethodologyException when it has a fault; the message names every fault, one a line
     */
    public static Methodology parse(String name, byte[] bytes) {
        Faults faults = new Faults(name);
        if (bytes.length > LARGEST) {
            faults.addAt(1, "", "is larger than 2 MiB, which no methodology is; check the path");
            throw faults.failure();
        }
        String text = decode(bytes, faults);
        JsonNode tree = YamlTree.read(text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
        MethodologySchema.bundled().check(tree, faults);
        MethodologyRules.check(tree, faults);
        if (!faults.isEmpty()) {
            throw faults.failure();
        }
        return new MethodologyReader(tree).read(text, sha256(bytes));
    }

    private static String decode(byte[] bytes, Faults faults) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            return decoder.decode(buffer).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            faults.addAt(
                    line,
                    "",
                    String.format(
                            Locale.ROOT, "is not UTF-8 (byte 0x%02X); save it as UTF-8", bytes[buffer.position()]));
            throw faults.failure();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
