package org.mera.methodology;

import java.util.List;

/** A heading of the Table with its criteria, in order. */
public record Section(int number, LocalizedText title, List<Criterion> criteria) {

    public Section {
        criteria = List.copyOf(criteria);
    }
}
