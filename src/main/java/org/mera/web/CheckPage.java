package org.mera.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;
import org.mera.schedule.Jobs;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where anyone with the right has files checked before they are handed in. Nothing is stored: what is found is shown, or stands in the files that come back. */
@Controller
class CheckPage {

    /** How many problems are shown; whoever has more takes the files back with all of them. */
    private static final int SHOWN = 500;

    private static final String PAGE = "check";
    private static final String FOUND = PAGE + " :: found";

    private final Checking checking;
    private final Uploads uploads;
    private final Jobs jobs;
    private final MessageSource words;

    CheckPage(Checking checking, Uploads uploads, Jobs jobs, MessageSource words) {
        this.words = words;
        this.checking = checking;
        this.uploads = uploads;
        this.jobs = jobs;
    }

    @ModelAttribute
    void terms(Model model) {
        model.addAttribute("jobs", jobs.all());
        model.addAttribute("most", uploads.most());
        model.addAttribute("largest", uploads.largest().toMegabytes());
    }

    @GetMapping("/check")
    String page() {
        return PAGE;
    }

    @PostMapping("/check")
    String check(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(name = "job", required = false) @Nullable String job,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Locale language,
            Model model,
            HttpServletResponse response) {
        try {
            Checked checked = checking.check(files == null ? List.of() : files, job);
            List<Problem> problems = checked.result().problems();
            model.addAttribute("checked", checked);
            model.addAttribute("problems", problems.subList(0, Math.min(SHOWN, problems.size())));
            model.addAttribute("left", Math.max(0, problems.size() - SHOWN));
            return part == null ? PAGE : FOUND;
        } catch (UploadException e) {
            return refused(e, part, language, model, response);
        }
    }

    /** Nothing but the page is a view; the files are the answer themselves. */
    @PostMapping("/check/returned")
    @Nullable
    String returned(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(name = "job", required = false) @Nullable String job,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try (Returned returned = checking.returned(files == null ? List.of() : files, job, language)) {
            send(returned, language, response);
            return null;
        } catch (UploadException e) {
            return refused(e, null, language, model, response);
        }
    }

    /** Sends one file as it is, several as a ZIP that is made while it is sent. */
    static void send(Returned returned, Locale language, HttpServletResponse response) throws IOException {
        boolean single = returned.files().size() == 1;
        Returned.File first = returned.files().get(0);
        String name = single ? name(first.name(), language) : ending(language) + ".zip";
        response.setContentType(single ? "text/csv" : "application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        if (single) {
            response.setContentLengthLong(Files.size(first.path()));
            Files.copy(first.path(), out);
            return;
        }
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Returned.File file : returned.files()) {
            zip.putNextEntry(new ZipEntry(name(file.name(), language)));
            Files.copy(file.path(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String name(String name, Locale language) {
        String stem = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return stem + "-" + ending(language) + ".csv";
    }

    private static String ending(Locale language) {
        return language.getLanguage().equals("en") ? "problems" : "замечания";
    }

    /** What is refused is said on the same page, beside the form. A piece of the page that is put into it must come with 200, or it is not shown. */
    private String refused(
            UploadException failure,
            @Nullable String part,
            Locale language,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "refused", words.getMessage("upload." + failure.reason().code(), failure.details(), language));
        if (part != null) {
            return FOUND;
        }
        response.setStatus(failure.reason().status());
        return PAGE;
    }
}
