package org.mera.report;

import java.util.List;

/** Records that a template prints within a row or a band of its own: it gets them as a data source. */
record Rows(List<? extends Record> records) {

    Rows {
        records = List.copyOf(records);
    }
}
