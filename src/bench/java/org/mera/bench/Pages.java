package org.mera.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What readers read of a published year: its pages and downloads, by name. */
record Pages(Map<String, String> all) {

    /** {@return the pages of a year whose outputs are in this folder} */
    static Pages of(Path outputs) throws IOException {
        String company = companyInTheMiddle(outputs.resolve("ranking.csv"));
        String year = "/cycles/" + Benchmark.YEAR;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cycles", "/cycles");
        pages.put("cycle", year);
        pages.put("cycle, live", year + "/live?was=true");
        pages.put("chunks", year + "/chunks");
        pages.put("runs", year + "/runs");
        pages.put("ranking", year + "/ranking");
        pages.put("ranking, page", year + "/ranking?page=40");
        pages.put("ranking, name", year + "/ranking?q=017&sort=name");
        pages.put("company", year + "/company?id=" + company);
        pages.put("problems", year + "/problems");
        pages.put("reports", year + "/reports");
        pages.put("report", year + "/company/report?id=" + company);
        pages.put("verification", year + "/verification");
        pages.put("decisions", year + "/decisions");
        pages.put("approval", year + "/approval");
        pages.put("log", "/log");
        return new Pages(pages);
    }

    List<String> names() {
        return List.copyOf(all.keySet());
    }

    private static String companyInTheMiddle(Path ranking) throws IOException {
        try (Stream<String> lines = Files.lines(ranking, StandardCharsets.UTF_8)) {
            List<String> ranked = lines.skip(1).toList();
            return ranked.get(ranked.size() / 2).split(",", -1)[1];
        }
    }
}
