package org.mera.cli;

import org.mera.batch.RunStatus;
import tools.jackson.databind.json.JsonMapper;

/** The runs as {@code status --json} writes them: the record's names, times as ISO 8601 in UTC. */
final class StatusJson {

    private StatusJson() {}

    static String of(RunStatus status) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(status);
    }
}
