package org.mera.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mera.csv.CodePoints;
import org.mera.csv.Problem;

/**
 * What was asked of a company about a score, answered, and found.
 *
 * @param criterion null where the whole company is asked about
 * @param column    as the problems name it: the number of a column of the Table or a field; empty where the criterion is asked about
 * @param verifier  who asked
 * @param date      null where it is still open and none is given
 */
public record Verification(
        String company,
        @Nullable Integer criterion,
        String column,
        String request,
        String answer,
        Outcome outcome,
        String verifier,
        @Nullable LocalDate date) {

    /** What verifications are asked in: by company (code points), criterion, of the whole company first, and column. */
    public static final Comparator<Verification> ORDER = Comparator.comparing(Verification::company, CodePoints.ORDER)
            .thenComparing(Verification::criterion, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Verification::column, CodePoints.ORDER);

    /** What is asked about. */
    public record Subject(String company, @Nullable Integer criterion, String column) {

        /** {@return what a problem is about} */
        public static Subject of(Problem problem) {
            return new Subject(problem.company(), problem.criterion(), problem.column());
        }
    }

    /** {@return what it is about} Of the same, a later verification stands over an earlier one. */
    public Subject subject() {
        return new Subject(company, criterion, column);
    }

    /** What was found. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    public enum Outcome {
        CONFIRMED("подтверждено", "подтверждена"),
        CHANGED("изменено", "изменена"),
        OPEN("открыто", "открыта");

        private final List<String> russian;

        Outcome(String... russian) {
            this.russian = List.of(russian);
        }

        /** {@return the outcome as files have it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return the usual Russian word} */
        public String russian() {
            return russian.get(0);
        }

        /** {@return the outcome that a word names, English or Russian, in any case} Empty where there is none. */
        public static Optional<Outcome> of(String text) {
            String plain = text.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(outcome -> outcome.word().equals(plain) || outcome.russian.contains(plain))
                    .findFirst();
        }
    }
}
