package org.mera.schedule;

import java.time.temporal.ChronoUnit;
import org.mera.batch.RunSummary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** News as a program is told. Keys may come in addition, none goes. */
final class NewsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private NewsJson() {}

    static String of(News news) {
        ObjectNode json = JSON.createObjectNode();
        json.put("event", news.event().word());
        json.put("at", news.at().truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("year", news.year());
        if (news.run() == null) {
            json.put("job", news.job());
        } else {
            json.put("run", news.run());
            json.put("seconds", news.duration().toSeconds());
        }
        json.put("message", news.message());
        json.put("address", news.address());
        RunSummary summary = news.summary();
        if (summary != null) {
            json.put("revision", summary.revision());
            json.set("counts", counts(summary));
            json.put("failedChunks", summary.failedChunks());
        }
        return JSON.writeValueAsString(json);
    }

    private static ObjectNode counts(RunSummary summary) {
        return JSON.createObjectNode()
                .put("registered", summary.registered())
                .put("handedIn", summary.handedIn())
                .put("accepted", summary.accepted())
                .put("rejected", summary.rejected())
                .put("warned", summary.warned())
                .put("withdrawn", summary.withdrawn())
                .put("ranked", summary.ranked());
    }
}
