package org.mera.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.batch.InboxDesk;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.mera.submission.CheckLimits;
import org.mera.submission.InboxName;
import org.mera.submission.TooMuchToCheckException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * Checks what is sent as a run would, and stores nothing: the files lie in a folder of their own while they are read, and are deleted then. A few
 * checks at a time, none longer than a minute, and none that holds more than the memory has room for.
 */
@Component
class Checking {

    private static final int AT_A_TIME = 2;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    static final CheckLimits LIMITS =
            new CheckLimits(300_000, 100_000, DataSize.ofMegabytes(4).toBytes());

    private final Uploads uploads;
    private final Jobs jobs;
    private final InboxDesk inboxes;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    Checking(Uploads uploads, Jobs jobs, InboxDesk inboxes, Clock clock) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.inboxes = inboxes;
        this.clock = clock;
    }

    /** {@return what is found in the files} By the terms of the job of that name; of the first one where there is none. */
    Checked check(List<MultipartFile> sent, @Nullable String job) {
        return within(sent, folder -> {
            try (folder) {
                return folder.check(job(job), inboxes, clock);
            }
        });
    }

    /** {@return the files with their problems} To be closed: then they are deleted. */
    Returned returned(List<MultipartFile> sent, @Nullable String job, Locale language) {
        return within(sent, folder -> {
            try {
                return folder.annotated(folder.check(job(job), inboxes, clock), language);
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        });
    }

    private @Nullable JobFile job(@Nullable String name) {
        Optional<JobFile> named = name == null ? Optional.empty() : jobs.named(name);
        return named.orElse(jobs.all().isEmpty() ? null : jobs.all().get(0));
    }

    private <T> T within(List<MultipartFile> sent, Function<CheckFolder, T> work) {
        List<MultipartFile> files = uploads.chosen(sent);
        uploads.requireSize(files.stream().mapToLong(MultipartFile::getSize).sum());
        if (!free.tryAcquire()) {
            throw new UploadException(
                    UploadException.Reason.BUSY, "Other files are being checked; try again in a few seconds");
        }
        boolean begun = false;
        try {
            List<String> names = names(files);
            CheckFolder folder = new CheckFolder(uploads.folder(files, names), names);
            FutureTask<T> task = new FutureTask<>(() -> {
                try {
                    return work.apply(folder);
                } finally {
                    free.release();
                    if (Thread.currentThread().isInterrupted()) {
                        // Nobody waits for the result any more.
                        folder.close();
                    }
                }
            });
            Thread thread = new Thread(task, "check");
            thread.setDaemon(true);
            thread.start();
            begun = true;
            return result(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // What has been begun lets the folder and its place go when it notices; until then nobody else gets the
            // place.
            task.cancel(true);
            throw new UploadException(
                    UploadException.Reason.TOO_SLOW,
                    "The check took more than " + LONGEST.toSeconds() + " seconds; check the files in smaller parts",
                    LONGEST.toSeconds());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooMuchToCheckException tooMuch) {
                throw new UploadException(UploadException.Reason.TOO_MUCH, String.valueOf(tooMuch.getMessage()));
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** {@return names under which problems speak of the files} All differ. */
    private static List<String> names(List<MultipartFile> files) {
        Set<String> names = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = InboxName.cleaned(Uploads.name(file));
            String other = name;
            for (int i = 2; !names.add(other); i++) {
                other = i + " " + name;
            }
            inOrder.add(other);
        }
        return inOrder;
    }
}
