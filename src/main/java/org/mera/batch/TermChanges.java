package org.mera.batch;

import java.util.ArrayList;
import java.util.List;
import org.mera.cycle.Revision;

/** What has changed of the terms by which a revision was made, in words. */
final class TermChanges {

    private TermChanges() {}

    /**
     * {@return what has changed, a clause each} Acts of the committee are none of it. Empty where nothing else has either.
     *
     * @param made what was published
     * @param now  what a run would make now
     */
    static List<String> between(Revision made, Revision now) {
        List<String> changes = new ArrayList<>();
        if (!made.methodologySha256().equals(now.methodologySha256())) {
            changes.add("the methodology has changed");
        }
        if (!made.cutoff().equals(now.cutoff())) {
            changes.add("the cutoff has changed from " + made.cutoff() + " to " + now.cutoff());
        }
        if (made.rulesVersion() != now.rulesVersion()) {
            changes.add("the program checks by rules of version " + now.rulesVersion() + " instead of "
                    + made.rulesVersion());
        }
        changes.addAll(OutputOptions.changes(made.outputOptions(), now.outputOptions()));
        return changes;
    }
}
