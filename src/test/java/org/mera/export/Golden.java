package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares whole outputs with the files in {@code src/test/resources/golden}; {@code -Dgolden.write} writes them anew, to be read before they are committed. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Something that writes a file. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Golden() {}

    public static void assertWrites(String name, Writing writing) {
        Path file = FOLDER.resolve(name);
        byte[] bytes = bytes(writing);
        try {
            if (System.getProperty("golden.write") != null) {
                Files.createDirectories(FOLDER);
                Files.write(file, bytes);
            }
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Writing writing) {
        return new String(bytes(writing), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
