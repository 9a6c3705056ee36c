package org.mera.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mera.batch.InboxDesk.TakenFile;
import org.mera.submission.CheckedFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checking files and handing them in, for programs. */
@RestController
@RequestMapping(AccessRules.API)
class FilesApi {

    private final Checking checking;
    private final Inboxes inboxes;

    FilesApi(Checking checking, Inboxes inboxes) {
        this.checking = checking;
        this.inboxes = inboxes;
    }

    /**
     * What a check has found.
     *
     * @param job      by whose terms; null where the console has none
     * @param accepted companies without an error
     */
    record Check(
            @Nullable String job,
            @Nullable Integer year,
            int files,
            int companies,
            int accepted,
            long errors,
            long warnings,
            List<ApiProblemOfFile> problems) {}

    /** Checks files and stores nothing. With {@code Accept: text/csv} a single file comes back with a column of its problems, several come as a ZIP. */
    @PostMapping(
            path = "/checks",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Check check(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String job,
            Locale language) {
        Checked checked = checking.check(files == null ? List.of() : files, job);
        CheckedFiles result = checked.result();
        return new Check(
                checked.job() == null ? null : checked.job().name(),
                result.year(),
                result.files(),
                result.companies(),
                result.accepted(),
                result.errors(),
                result.warnings(),
                result.problems().stream()
                        .map(problem -> ApiProblemOfFile.of(problem, language))
                        .toList());
    }

    @PostMapping(path = "/checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = "text/csv")
    void returned(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String job,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        try (Returned returned = checking.returned(files == null ? List.of() : files, job, language)) {
            CheckPage.send(returned, language, response);
        }
    }

    /** Takes files into the inbox of a cycle, all or none. */
    @PostMapping(path = "/cycles/{year}/inbox", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    List<TakenFile> take(
            @PathVariable int year,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean replace) {
        return inboxes.take(year, files == null ? List.of() : files, replace);
    }
}
