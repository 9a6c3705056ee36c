package org.mera.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Holds what is sent to the limits, and lays it into a folder of its own that nobody else may read. */
@Component
class Uploads {

    private final ServerSettings.Upload settings;

    Uploads(ServerSettings settings) {
        this.settings = settings.upload();
    }

    /** {@return the largest size of a file, and of all files of a check together} */
    DataSize largest() {
        return settings.file();
    }

    int most() {
        return settings.files();
    }

    /** {@return the files that were chosen: a form without a choice sends one without name and content} */
    List<MultipartFile> chosen(List<MultipartFile> sent) {
        List<MultipartFile> files = sent.stream()
                .filter(file -> !file.isEmpty()
                        || (file.getOriginalFilename() != null && !name(file).isEmpty()))
                .toList();
        if (files.isEmpty()) {
            throw new UploadException(UploadException.Reason.NOTHING, "No file was sent; send one as the part «files»");
        }
        if (files.size() > settings.files()) {
            throw new UploadException(
                    UploadException.Reason.TOO_MANY,
                    files.size() + " files were sent, at most " + settings.files() + " are taken at once",
                    settings.files());
        }
        for (MultipartFile file : files) {
            requireSize(file.getSize());
        }
        return files;
    }

    /** Refuses more than one file may have. */
    void requireSize(long size) {
        if (size > settings.file().toBytes()) {
            throw tooLarge();
        }
    }

    UploadException tooLarge() {
        return new UploadException(
                UploadException.Reason.TOO_LARGE,
                "More than " + settings.file().toMegabytes() + " MB were sent; send the files in smaller parts",
                settings.file().toMegabytes());
    }

    static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    /** {@return a new folder with the files, each by its name of these} It is the caller's to delete. */
    Path folder(List<MultipartFile> files, List<String> names) throws IOException {
        Path folder = Files.createTempDirectory("mera-upload-");
        try {
            for (int i = 0; i < files.size(); i++) {
                files.get(i).transferTo(folder.resolve(names.get(i)));
            }
            return folder;
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** Deletes a folder, if it is still there, and the files in it. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (var found = Files.list(folder)) {
            found.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
