package org.mera.csv;

import static org.mera.csv.Severity.ERROR;
import static org.mera.csv.Severity.WARNING;

/** The stable codes of problems; the severity is that of a fault in what counts. */
public enum ProblemCode {
    UNREADABLE_FILE(ERROR),
    BAD_ENCODING(ERROR),
    UNKNOWN_HEADER(ERROR),
    MISSING_COLUMN(ERROR),
    MALFORMED_CSV(ERROR),

    BAD_INN(ERROR),
    UNKNOWN_COMPANY(ERROR),
    DUPLICATE_COMPANY(ERROR),
    INCOMPLETE_COMPANY(ERROR),
    DUPLICATE_SUBMISSION(ERROR),
    WRONG_YEAR(ERROR),
    NO_EXPERT_ASSESSMENT(ERROR),
    NO_FINAL_ASSESSMENT(ERROR),

    WRONG_FIELD_COUNT(ERROR),
    UNKNOWN_CRITERION(ERROR),
    DUPLICATE_CRITERION(ERROR),
    MISSING_CRITERION(ERROR),
    BLANK_SCORE(ERROR),
    BAD_SCORE(ERROR),
    SUM_MISMATCH(ERROR),
    MISSING_EVIDENCE(ERROR),
    UNKNOWN_DOCUMENT(ERROR),
    UNKNOWN_ASSESSOR(ERROR),
    UNKNOWN_DIRECTION(ERROR),

    DUPLICATE_DOCUMENT(ERROR),
    BAD_CODE(ERROR),
    UNKNOWN_KIND(ERROR),
    INCOMPLETE_REQUISITES(ERROR),
    BAD_DATE(ERROR),
    DATE_AFTER_CUTOFF(ERROR),

    UNKNOWN_COLUMN(ERROR),
    UNKNOWN_CLASS(ERROR),
    MISSING_REASON(ERROR),
    NOT_ACCEPTED(ERROR),
    DUPLICATE_DECISION(ERROR),
    UNKNOWN_OUTCOME(ERROR),
    DUPLICATE_VERIFICATION(ERROR),

    BAD_YEAR(ERROR),
    BAD_RANK(ERROR),
    BAD_INDICATOR(ERROR),
    DUPLICATE_RANK(ERROR),

    NO_SUBMISSION(WARNING),
    EXTRA_COLUMN(WARNING),
    SPREADSHEET_DAMAGED(WARNING),

    UNEXPECTED_KIND(WARNING),
    NO_EVIDENCE_OF_YEAR(WARNING),
    AFTER_RATED_YEAR(WARNING),
    MISSING_CLAUSE(WARNING),
    DEPENDENCY_UNMET(WARNING),
    OVERUSED_DOCUMENT(WARNING),
    SELF_EXPERT_GAP(WARNING),
    SELF_ASSESSMENT_DESK(WARNING),
    SELF_ASSESSMENT_REJECTED(WARNING);

    private final Severity severity;
    private final String code;

    ProblemCode(Severity severity) {
        this.severity = severity;
        this.code = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** {@return the code as files show it, for example {@code bad-score}} */
    public String code() {
        return code;
    }

    /** {@return the severity of this fault in what counts} */
    public Severity severity() {
        return severity;
    }

    /**
     * {@return the problem code written so}
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ProblemCode of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
