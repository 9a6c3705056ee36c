package org.mera.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mera.batch.InboxDesk;
import org.mera.batch.InboxDesk.TakenFile;
import org.mera.batch.RefusedFileException;
import org.mera.submission.InboxException;
import org.mera.submission.InboxFiles;
import org.mera.submission.InboxName;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What lies in the inbox of a cycle, and where files are handed in. */
@Controller
class InboxPage {

    private static final int SIZE = 50;

    /** How many files are named when they were taken. */
    private static final int NAMED = 5;

    private final Inboxes inboxes;
    private final InboxDesk desk;
    private final Uploads uploads;
    private final MessageSource words;

    InboxPage(Inboxes inboxes, InboxDesk desk, Uploads uploads, MessageSource words) {
        this.inboxes = inboxes;
        this.desk = desk;
        this.uploads = uploads;
        this.words = words;
    }

    /**
     * A file of the inbox.
     *
     * @param size    null where it cannot be read
     * @param changed when it was written
     */
    record Entry(String name, @Nullable Long size, @Nullable Instant changed) {

        static Entry of(Path inbox, String name) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(inbox.resolve(name), BasicFileAttributes.class);
                return new Entry(
                        name, attributes.size(), attributes.lastModifiedTime().toInstant());
            } catch (IOException e) {
                return new Entry(name, null, null);
            }
        }
    }

    @GetMapping("/inbox/{year}")
    String page(@PathVariable int year, @RequestParam(defaultValue = "1") int page, Model model) {
        show(year, page, model);
        return "inbox";
    }

    @PostMapping("/inbox/{year}")
    String take(
            @PathVariable int year,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean replace,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            List<TakenFile> taken = inboxes.take(year, files == null ? List.of() : files, replace);
            after.addFlashAttribute("toast", said(taken, language));
            return "redirect:/inbox/" + year;
        } catch (UploadException e) {
            response.setStatus(e.reason().status());
            model.addAttribute(
                    "refused", words.getMessage("upload." + e.reason().code(), e.details(), language));
        } catch (RefusedFileException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            model.addAttribute(
                    "refused",
                    words.getMessage("inbox.refused." + reason, new Object[] {e.file(), InboxName.LONGEST}, language));
        }
        show(year, 1, model);
        return "inbox";
    }

    private void show(int year, int page, Model model) {
        Path inbox = inboxes.of(year);
        try {
            List<String> names = InboxFiles.list(inbox);
            Paging paging = new Paging(Math.max(1, page), SIZE, names.size());
            model.addAttribute(
                    "files",
                    names.stream()
                            .skip(paging.offset())
                            .limit(paging.size())
                            .map(name -> Entry.of(inbox, name))
                            .toList());
            model.addAttribute("page", paging);
        } catch (InboxException e) {
            model.addAttribute("unread", e.getMessage());
        }
        model.addAttribute("busy", desk.isBusy(year));
        model.addAttribute("most", uploads.most());
        model.addAttribute("largest", uploads.largest().toMegabytes());
    }

    private String said(List<TakenFile> taken, Locale language) {
        String names =
                taken.stream().limit(NAMED).map(file -> "«" + file.name() + "»").collect(Collectors.joining(", "));
        return taken.size() <= NAMED
                ? words.getMessage("inbox.taken", new Object[] {names}, language)
                : words.getMessage("inbox.taken.more", new Object[] {names, taken.size() - NAMED}, language);
    }
}
