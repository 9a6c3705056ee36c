package org.mera.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.CycleException;
import org.mera.cycle.JdbcRuns;
import org.mera.cycle.RunSettings;
import org.mera.report.JdbcReports;
import org.mera.report.PrintedReport;
import org.mera.seal.DamagedManifestException;
import org.mera.seal.Difference;
import org.mera.seal.Manifest;
import org.mera.seal.OutputSet;
import org.mera.seal.SealedFile;
import org.springframework.stereotype.Component;

/** Which reports a rated year's set of outputs has: its manifest says it, the tables know of whom they are and when they were printed. */
@Component
class PublishedReports {

    private static final String PAPER = ".pdf";

    private final JdbcRuns runs;
    private final JdbcReports reports;

    PublishedReports(JdbcRuns runs, JdbcReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    /**
     * {@return the reports of a rated year, or of the newest run's where it is null}
     *
     * @throws CycleException where nothing was run
     */
    Reports of(@Nullable Integer year) {
        RunSettings settings = runs.newestSettings(year).orElseThrow(() -> CycleException.nothingRun(year));
        Path folder = ActiveRun.folder(settings);
        OutputSet set = new OutputSet(folder);
        Optional<Manifest> manifest = manifest(set, folder);
        if (manifest.isEmpty()) {
            return new Reports(settings.year(), folder, List.of());
        }
        Map<String, PrintedReport> byFile = new HashMap<>();
        reports.printed(settings.year()).forEach(report -> byFile.put(ReportStep.file(report.company()), report));
        Map<String, String> names =
                reports.names(settings.year(), manifest.get().revision());
        Set<String> damaged = new HashSet<>();
        set.differences().stream().map(Difference::file).forEach(damaged::add);
        List<Report> found = new ArrayList<>();
        for (SealedFile file : manifest.get().outputs()) {
            if (file.path().endsWith(PAPER)) {
                found.add(report(file, byFile.get(file.path()), names, damaged));
            }
        }
        return new Reports(settings.year(), folder, found);
    }

    private static Optional<Manifest> manifest(OutputSet set, Path folder) {
        try {
            return set.manifest();
        } catch (DamagedManifestException e) {
            throw new CycleException("The manifest in " + folder + " is damaged; a rerun writes the outputs anew");
        }
    }

    /** What was printed last may not be what was published last: then the manifest alone speaks. */
    private static Report report(
            SealedFile file, @Nullable PrintedReport printed, Map<String, String> names, Set<String> damaged) {
        String company = printed == null ? "" : printed.company();
        return new Report(
                company,
                names.getOrDefault(company, ""),
                file.path(),
                file.size(),
                printed != null && printed.sha256().equals(file.sha256()) ? (Integer) printed.revision() : null,
                damaged.contains(file.path()) ? Report.State.DAMAGED : Report.State.SOUND);
    }
}
