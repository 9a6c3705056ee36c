package org.mera.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.mera.company.Inn;

/** The companies that a rejected file speaks of, as far as its bytes tell: so that who has "no submission" learns that there was one. */
public final class Mentions {

    private static final int LONGEST = 12;
    private static final int REMEMBERED = 200_000;

    private final Consumer<String> mentioned;
    private final Set<String> known = new HashSet<>();
    private final StringBuilder digits = new StringBuilder(LONGEST + 1);

    private Mentions(Consumer<String> mentioned) {
        this.mentioned = mentioned;
    }

    /**
     * Tells each valid INN that occurs in a file or in its path, once; of more than {@value #REMEMBERED} different ones some are told again. Where the methodology
     * identifies by code nobody is told, but a code that happens to be an INN.
     *
     * @param file relative to the inbox, with {@code /}
     */
    public static void of(Path inbox, String file, Consumer<String> mentioned) throws IOException {
        Mentions mentions = new Mentions(mentioned);
        mentions.readName(file);
        mentions.readBytes(inbox.resolve(file));
    }

    /** Tells each valid INN that occurs in a file's bytes, as {@link #of} does. */
    static void inBytes(Path path, Consumer<String> mentioned) throws IOException {
        new Mentions(mentioned).readBytes(path);
    }

    /** Tells each valid INN that occurs in a file's path: all that is left to look at where the file cannot be read. */
    public static void inName(String file, Consumer<String> mentioned) {
        new Mentions(mentioned).readName(file);
    }

    private void readName(String file) {
        file.chars().forEach(this::next);
        endOfRun();
    }

    private void readBytes(Path path) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        UnreadableFile.requireRegular(path);
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    // In UTF-16 every second byte of a digit is 0.
                    if (buffer[i] != 0) {
                        next(buffer[i]);
                    }
                }
            }
        }
        endOfRun();
    }

    private void next(int c) {
        if (c < '0' || c > '9') {
            endOfRun();
        } else if (digits.length() <= LONGEST) {
            digits.append((char) c);
        }
    }

    private void endOfRun() {
        if (digits.length() >= LONGEST - 3 && digits.length() <= LONGEST) {
            Inn.parse(digits.toString()).ifPresent(this::tell);
        }
        digits.setLength(0);
    }

    private void tell(String inn) {
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        if (known.add(inn)) {
            mentioned.accept(inn);
        }
    }
}
