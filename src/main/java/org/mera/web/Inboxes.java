package org.mera.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mera.batch.InboxDesk;
import org.mera.batch.InboxDesk.HandedFile;
import org.mera.batch.InboxDesk.TakenFile;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes what is sent into the inbox of a cycle: the one that its job reads, or else the one that was read last. */
@Component
class Inboxes {

    private static final Logger log = LoggerFactory.getLogger(Inboxes.class);

    private final Jobs jobs;
    private final InboxDesk desk;
    private final Uploads uploads;

    Inboxes(Jobs jobs, InboxDesk desk, Uploads uploads) {
        this.jobs = jobs;
        this.desk = desk;
        this.uploads = uploads;
    }

    /** {@return the inbox of a year} Answered with 404 where there is none. */
    Path of(int year) {
        return jobs.all().stream()
                .filter(job -> job.year() == year)
                .map(JobFile::inbox)
                .findFirst()
                .or(() -> desk.folder(year))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No job of " + year + " is known, and none was run; there is no inbox"));
    }

    List<TakenFile> take(int year, List<MultipartFile> sent, boolean replace) {
        Path inbox = of(year);
        List<MultipartFile> files = uploads.chosen(sent);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            places.add(Integer.toString(i));
        }
        try {
            Path folder = uploads.folder(files, places);
            try {
                List<HandedFile> handed = new ArrayList<>();
                for (int i = 0; i < files.size(); i++) {
                    handed.add(new HandedFile(Uploads.name(files.get(i)), folder.resolve(places.get(i))));
                }
                return desk.take(year, inbox, handed, replace);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Uploads.delete(folder);
        } catch (IOException e) {
            log.error("What was sent cannot be deleted from {}", folder, e);
        }
    }
}
