package org.mera.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.csv.Problem;

/**
 * The details of a problem that name places of its company: they are stored as places, because a line may move in its file though nothing of it
 * changes. No sentence names more places than the problem's own and one other.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum PlaceDetails {
    NONE,
    /** File and line of another record. */
    OTHER(Detail.OTHER_FILE, Detail.OTHER_LINE),
    /** The line of another record of the same file. */
    OTHER_LINE(Detail.OTHER_LINE),
    /** A text, then file and line of another record. */
    TEXT_THEN_OTHER(Detail.TEXT, Detail.OTHER_FILE, Detail.OTHER_LINE),
    /** File and line of another record, then its own. */
    OTHER_THEN_OWN(Detail.OTHER_FILE, Detail.OTHER_LINE, Detail.OWN_FILE, Detail.OWN_LINE);

    private enum Detail {
        TEXT,
        OTHER_FILE,
        OTHER_LINE,
        OWN_FILE,
        OWN_LINE
    }

    private final List<Detail> details;

    PlaceDetails(Detail... details) {
        this.details = List.of(details);
    }

    /** {@return which details of a problem name places} */
    static PlaceDetails of(Problem problem) {
        return switch (problem.code()) {
            case DUPLICATE_SUBMISSION -> OTHER_THEN_OWN;
            case DUPLICATE_COMPANY, DUPLICATE_DOCUMENT -> OTHER;
            case DUPLICATE_CRITERION -> OTHER_LINE;
            case NO_FINAL_ASSESSMENT -> problem.variant().equals("two") ? TEXT_THEN_OTHER : NONE;
            default -> NONE;
        };
    }

    /** {@return the place that a problem names beside its own} */
    @Nullable
    Place other(Problem problem, Places places) {
        int line = details.indexOf(Detail.OTHER_LINE);
        if (line < 0) {
            return null;
        }
        int file = details.indexOf(Detail.OTHER_FILE);
        return places.of(
                file < 0 ? problem.file() : problem.details().get(file),
                Integer.parseInt(problem.details().get(line)));
    }

    /** {@return a problem without the places in its details} What {@link #filled} puts back. */
    Problem emptied(Problem problem) {
        return filled(problem, "", "", "");
    }

    /** {@return a problem with the places in its details} */
    Problem filled(Problem problem, String otherFile, int otherLine) {
        return filled(problem, otherFile, Integer.toString(otherLine), Integer.toString(problem.line()));
    }

    private Problem filled(Problem problem, String otherFile, String otherLine, String ownLine) {
        if (this == NONE) {
            return problem;
        }
        List<String> texts = new ArrayList<>(problem.details());
        for (int i = 0; i < details.size(); i++) {
            switch (details.get(i)) {
                case OTHER_FILE -> texts.set(i, otherFile);
                case OTHER_LINE -> texts.set(i, otherLine);
                case OWN_FILE -> texts.set(i, ownLine.isEmpty() ? "" : problem.file());
                case OWN_LINE -> texts.set(i, ownLine);
                case TEXT -> {}
            }
        }
        return problem.withDetails(texts.toArray(String[]::new));
    }
}
