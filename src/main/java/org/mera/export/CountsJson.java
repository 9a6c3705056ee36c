package org.mera.export;

import org.mera.ranking.Counts;
import tools.jackson.core.JsonGenerator;

/** The counts of a cycle as a JSON object, the same wherever they are written. */
public final class CountsJson {

    private CountsJson() {}

    /** Writes the counts as a property of the object that is open. */
    public static void write(JsonGenerator json, String name, Counts counts) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("registered", counts.registered());
        json.writeNumberProperty("handed_in", counts.handedIn());
        json.writeNumberProperty("accepted", counts.accepted());
        json.writeNumberProperty("rejected", counts.rejected());
        json.writeNumberProperty("warned", counts.warned());
        json.writeNumberProperty("ranked", counts.ranked());
        json.writeNumberProperty("withdrawn", counts.withdrawn());
        json.writeEndObject();
    }
}
