package org.mera.batch;

/** What the chunks of a step consist of. */
final class StepUnits {

    static final String FILES = "files";
    static final String COMPANIES = "companies";
    static final String REPORTS = "reports";

    private StepUnits() {}

    /** {@return of what, in the plural} Empty for the later steps: they are no matter of chunks, what is done of them cannot be counted. */
    static String of(String step) {
        return switch (step) {
            case RegisterStep.NAME, DiscoverStep.NAME -> FILES;
            case AssessStep.NAME -> COMPANIES;
            case ReportStep.NAME -> REPORTS;
            default -> "";
        };
    }
}
