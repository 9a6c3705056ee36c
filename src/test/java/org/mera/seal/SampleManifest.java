package org.mera.seal;

import java.time.LocalDate;
import java.util.List;
import org.mera.ranking.Counts;

/** The content of an invented set's manifest. */
final class SampleManifest {

    private SampleManifest() {}

    static Manifest ofRevision(int revision) {
        return new Manifest(
                2025,
                revision,
                Manifest.Committee.NONE,
                new Manifest.MethodologyEdition("sample-rating", "2025", "5ca1ab1e".repeat(8)),
                LocalDate.of(2026, 4, 30),
                "ru",
                1,
                Manifest.Terms.NONE,
                null,
                new Counts(3, 2, 1, 1, 1, 1),
                "0.1.0",
                List.of(
                        new SealedFile("эксперт «1».csv", 300, "b".repeat(64)),
                        new SealedFile("companies.csv", 120, "a".repeat(64))),
                List.of());
    }
}
