package org.mera.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mera.batch.CycleDesk;
import org.mera.batch.RunStatus;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was run of a cycle, and what became of each run. */
@Controller
class RunsPage {

    private static final int A_PAGE = 25;

    private final CycleDesk cycles;
    private final RunLogFiles logs;

    RunsPage(CycleDesk cycles, RunLogFiles logs) {
        this.cycles = cycles;
        this.logs = logs;
    }

    @GetMapping("/cycles/{year}/runs")
    String runs(@PathVariable int year, @RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = new Paging(Math.max(1, page), A_PAGE, cycles.runs(year));
        List<RunStatus.Run> runs = cycles.runs(year, paging.offset(), A_PAGE);
        model.addAttribute("page", paging);
        model.addAttribute("runs", runs);
        return "runs";
    }

    @GetMapping("/cycles/{year}/runs/{id}")
    String run(@PathVariable int year, @PathVariable long id, Model model) {
        RunStatus.Run run = find(year, id);
        Optional<Path> log = logs.of(run);
        model.addAttribute("run", run);
        model.addAttribute("log", log.map(logs::end).orElse(null));
        return "run";
    }

    @GetMapping("/cycles/{year}/runs/{id}/log")
    ResponseEntity<Resource> log(@PathVariable int year, @PathVariable long id) {
        Path file = logs.of(find(year, id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("run-" + year + "-" + id + ".log")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new FileSystemResource(file));
    }

    private RunStatus.Run find(int year, long id) {
        return cycles.run(id)
                .filter(run -> run.year() == year)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
