package org.mera.web;

import org.mera.batch.CycleDesk;
import org.mera.batch.RunDesk;
import org.mera.cycle.JobFile;
import org.mera.cycle.JobOptions;
import org.mera.schedule.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All cycles, and the jobs that can be run. */
@Controller
class CyclesPage {

    private final CycleDesk cycles;
    private final RunDesk runs;
    private final Jobs jobs;
    private final RunActs acts;

    CyclesPage(CycleDesk cycles, RunDesk runs, Jobs jobs, RunActs acts) {
        this.cycles = cycles;
        this.runs = runs;
        this.jobs = jobs;
        this.acts = acts;
    }

    @GetMapping("/cycles")
    String cycles(Model model) {
        model.addAttribute("cycles", cycles.cycles());
        model.addAttribute("jobs", jobs.all());
        return "cycles";
    }

    @PostMapping("/jobs/{name}/run")
    String run(@PathVariable String name, RedirectAttributes next) {
        JobFile job = jobs.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        acts.attempt(next, () -> {
            runs.run(job.settings(JobOptions.NONE));
            return "runs.begun";
        });
        return "redirect:/cycles/" + job.year();
    }
}
