package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mera.batch.OpenedOutput;
import org.mera.batch.OutputDesk;
import org.mera.batch.PublishedSet;
import org.mera.seal.SealedFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out files, bit by bit, with length, hash and a name that every browser takes. What is handed out is named by the manifest of the published set,
 * never by a path from outside.
 */
@Component
class Downloads {

    /** Of all entries of archives: the same set makes the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final OutputDesk outputs;

    Downloads(OutputDesk outputs) {
        this.outputs = outputs;
    }

    /**
     * Answers with a file of the published set.
     *
     * @param path as the manifest has it
     * @throws ResponseStatusException              404 where the set has no such file
     * @throws org.mera.batch.DamagedOutputException where it is not what was published
     */
    void send(int year, String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SealedFile named = outputs.of(year)
                .flatMap(set -> set.file(path))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // Spring compares with what the reader has; the answer is then complete.
        if (new ServletWebRequest(request, response).checkNotModified(etag(named.sha256()))) {
            return;
        }
        try (OpenedOutput opened =
                outputs.open(year, path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))) {
            SealedFile file = opened.file();
            response.setHeader(HttpHeaders.ETAG, etag(file.sha256()));
            head(response, path, path.substring(path.lastIndexOf('/') + 1));
            response.setContentLengthLong(file.size());
            opened.writeTo(response.getOutputStream());
        }
    }

    /**
     * Answers with files of the published set in one archive, which is made while it is sent. Where a file is not what was published, or another set
     * takes the place of this one, the answer is broken off: no archive is better than one of two sets.
     *
     * @param what the archive holds, for its name
     */
    void sendZip(
            int year,
            PublishedSet set,
            List<SealedFile> files,
            String what,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (new ServletWebRequest(request, response).checkNotModified(etag(set.sha256()))) {
            return;
        }
        String name = "mera-" + year + "-" + what + ".zip";
        head(response, name, name);
        outputs.taken(name + ", " + files.size() + " files, manifest SHA-256 " + set.sha256());
        // Not closed where it breaks off: that would write the directory that makes a whole archive of a part.
        ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(response.getOutputStream()), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        for (SealedFile file : files) {
            try (OpenedOutput opened = outputs.open(year, file.path())
                    .filter(each -> each.file().equals(file))
                    .orElseThrow(() -> new IOException("The set was replaced while it was sent: " + file.path()))) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                opened.writeTo(zip);
                zip.closeEntry();
            }
        }
        zip.close();
    }

    /** Answers with a file that was made for this reader, and deletes it. */
    void sendMade(Path made, String name, HttpServletResponse response) throws IOException {
        try {
            head(response, name, name);
            response.setContentLengthLong(Files.size(made));
            OutputStream out = response.getOutputStream();
            Files.copy(made, out);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void head(HttpServletResponse response, String path, String name) {
        response.setContentType(type(path));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
    }

    private static String etag(String sha256) {
        return "\"" + sha256 + "\"";
    }

    private static String type(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "pdf" -> "application/pdf";
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/json";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }
}
