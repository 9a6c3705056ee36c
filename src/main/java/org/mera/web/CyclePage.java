package org.mera.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.mera.batch.CycleDesk;
import org.mera.batch.CycleState;
import org.mera.batch.RunDesk;
import org.mera.batch.RunStatus;
import org.mera.cycle.JobFile;
import org.mera.schedule.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cycle: how it stands, its steps as they go on, the map of its chunks, and what can be done about its run. */
@Controller
class CyclePage {

    /** What htmx does when it finds this: the whole page is loaded again. */
    private static final String LOAD_AGAIN = "HX-Refresh";

    private static final String RUNNING = "running";
    private static final String CYCLE = "cycle";

    private final CycleDesk cycles;
    private final RunDesk runs;
    private final Jobs jobs;
    private final RunActs acts;

    CyclePage(CycleDesk cycles, RunDesk runs, Jobs jobs, RunActs acts) {
        this.cycles = cycles;
        this.runs = runs;
        this.jobs = jobs;
        this.acts = acts;
    }

    /** A year that was never run has a page too, where there is a job to begin it by. */
    @GetMapping("/cycles/{year}")
    String cycle(@PathVariable int year, Model model) {
        List<JobFile> ofYear =
                jobs.all().stream().filter(job -> job.year() == year).toList();
        Optional<CycleState> cycle = cycles.cycle(year);
        if (cycle.isEmpty() && ofYear.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("jobs", ofYear);
        model.addAttribute(CYCLE, cycle.orElse(null));
        cycle.ifPresent(found -> progress(found, model));
        model.addAttribute("maps", cycles.chunks(year));
        return CYCLE;
    }

    /**
     * The steps as they are now.
     *
     * @param was whether a run went on when the page was made: where that has changed, all of the page has
     */
    @GetMapping("/cycles/{year}/live")
    String live(@PathVariable int year, @RequestParam boolean was, Model model, HttpServletResponse response) {
        CycleState cycle = cycle(year);
        if (cycle.running() != was) {
            response.setHeader(LOAD_AGAIN, "true");
        }
        model.addAttribute(CYCLE, cycle);
        progress(cycle, model);
        return "cycle-live :: live";
    }

    @GetMapping("/cycles/{year}/chunks")
    String chunks(@PathVariable int year, Model model) {
        CycleState cycle = cycle(year);
        model.addAttribute(CYCLE, cycle);
        model.addAttribute(RUNNING, cycle.running());
        model.addAttribute("maps", cycles.chunks(year));
        return "chunks :: chunks";
    }

    @PostMapping("/cycles/{year}/rerun")
    String rerun(@PathVariable int year, RedirectAttributes next) {
        acts.attempt(next, () -> {
            runs.rerun(year);
            return "runs.begun";
        });
        return page(year);
    }

    @PostMapping("/cycles/{year}/stop")
    String stop(@PathVariable int year, RedirectAttributes next) {
        acts.attempt(next, () -> runs.stop(year) ? "runs.stopping" : "runs.stop.none");
        return page(year);
    }

    private void progress(CycleState cycle, Model model) {
        RunStatus.Run last = cycle.lastRun();
        model.addAttribute(RUNNING, cycle.running());
        model.addAttribute("steps", cycles.steps(cycle.year()));
        model.addAttribute(
                "resumable",
                last != null && (last.state().equals("FAILED") || last.state().equals("INTERRUPTED")));
    }

    private CycleState cycle(int year) {
        return cycles.cycle(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(int year) {
        return "redirect:/cycles/" + year;
    }
}
