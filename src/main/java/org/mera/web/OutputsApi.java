package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mera.batch.OutputDesk;
import org.mera.batch.PublishedSet;
import org.mera.seal.SealedFile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The published files for programs. */
@RestController
@RequestMapping(AccessRules.API)
class OutputsApi {

    private final OutputDesk outputs;
    private final Downloads downloads;

    OutputsApi(OutputDesk outputs, Downloads downloads) {
        this.outputs = outputs;
        this.downloads = downloads;
    }

    /**
     * A file of the published set.
     *
     * @param size in bytes
     * @param url  where it is downloaded
     */
    record Output(String path, long size, String sha256, String url) {

        static Output of(int year, SealedFile file) {
            return new Output(
                    file.path(),
                    file.size(),
                    file.sha256(),
                    AccessRules.API + "/cycles/" + year + "/files/"
                            + UriUtils.encodePath(file.path(), StandardCharsets.UTF_8));
        }
    }

    /** All files of the set, the reports among them. */
    @GetMapping("/cycles/{year}/reports")
    ResponseEntity<ApiPage<Output>> files(
            @PathVariable int year,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = ApiPage.USUAL) int size) {
        ApiPage.Asked asked = new ApiPage.Asked(page, size);
        PublishedSet set = set(year);
        List<Output> found = set.files().stream()
                .skip(asked.offset())
                .limit(size)
                .map(file -> Output.of(year, file))
                .toList();
        return asked.of(found, set.files().size(), null).answer();
    }

    @GetMapping("/cycles/{year}/files/{*path}")
    void file(
            @PathVariable int year, @PathVariable String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        downloads.send(year, path.substring(1), request, response);
    }

    @GetMapping("/cycles/{year}/reports.zip")
    void zip(@PathVariable int year, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PublishedSet set = set(year);
        downloads.sendZip(year, set, set.reports(), "reports", request, response);
    }

    private PublishedSet set(int year) {
        return outputs.of(year).orElseThrow(() -> ApiException.notPublished(year));
    }
}
