package org.mera.submission;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mera.csv.CodePoints;

/** The files of an inbox: every {@code *.csv} below it, whatever its name's case, but hidden ones and Excel's lock files. */
public final class InboxFiles {

    private InboxFiles() {}

    /**
     * {@return the files' paths relative to the inbox, with {@code /}, by code points} Links are followed; one that leads nowhere is listed, so that
     * it is reported as unreadable and not forgotten.
     *
     * @throws InboxException when the inbox, or a folder below it, cannot be read
     */
    public static List<String> list(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            throw new InboxException(
                    Files.exists(inbox)
                            ? "The inbox " + inbox + " is not a folder; name the folder that holds the CSV files"
                            : "There is no inbox " + inbox + "; create the folder or name another one");
        }
        Collector collector = new Collector(inbox);
        try {
            Files.walkFileTree(inbox, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collector);
        } catch (IOException e) {
            throw new InboxException("The inbox " + inbox + " cannot be read: " + UnreadableFile.reason(e), e);
        }
        collector.files.sort(CodePoints.ORDER);
        return List.copyOf(collector.files);
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") && !name.startsWith(".") && !name.startsWith("~$");
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path inbox;
        private final List<String> files = new ArrayList<>();

        Collector(Path inbox) {
            this.inbox = inbox;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isCsv(file.getFileName().toString())) {
                files.add(StreamSupport.stream(inbox.relativize(file).spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("/")));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            // A link back to a folder above it: what is there is listed already. What is hidden need not be readable.
            if (cause instanceof FileSystemLoopException || isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw cause;
        }

        private boolean isHidden(Path path) {
            return !path.equals(inbox) && path.getFileName().toString().startsWith(".");
        }
    }
}
