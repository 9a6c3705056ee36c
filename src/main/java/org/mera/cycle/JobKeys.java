package org.mera.cycle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mera.cycle.JobNode.Items;
import org.mera.cycle.JobNode.Mapping;
import org.mera.cycle.JobNode.Scalar;

/** The keys of a job file, or of a group in it. A value of the wrong form is added to the faults and counts as absent. */
final class JobKeys {

    private final Mapping mapping;
    private final String prefix;
    private final JobFaults faults;

    /**
     * Refuses unknown keys at once.
     *
     * @param prefix what a message puts before a key's name: {@code schedule.}
     * @param known  the keys that there may be
     */
    JobKeys(Mapping mapping, String prefix, List<String> known, JobFaults faults) {
        this.mapping = mapping;
        this.prefix = prefix;
        this.faults = faults;
        mapping.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(key, "no such key; " + advice(key, known)));
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    void require(String key, String advice) {
        if (!has(key)) {
            faults.add(mapping.line(), prefix + key + ": missing; " + advice);
        }
    }

    void fault(String key, String sentence) {
        int line = mapping.lines().getOrDefault(key, mapping.line());
        faults.add(line, prefix + key + ": " + sentence);
    }

    Optional<String> text(String key) {
        return value(key, Scalar.class, "give one value").map(Scalar::text);
    }

    /**
     * {@return the keys of a group}
     *
     * @param needed  that it must have
     * @param besides that it may have
     */
    Optional<JobKeys> group(String key, List<String> needed, List<String> besides) {
        List<String> known = Stream.concat(needed.stream(), besides.stream()).toList();
        return value(key, Mapping.class, "put " + String.join(": and ", needed) + ": below it, indented")
                .map(group -> new JobKeys(group, prefix + key + ".", known, faults));
    }

    Optional<Items> items(String key) {
        return value(key, Items.class, "give a list, each item behind a hyphen");
    }

    private <T extends JobNode> Optional<T> value(String key, Class<T> form, String advice) {
        JobNode node = mapping.entries().get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!form.isInstance(node)) {
            fault(
                    key,
                    "found " + node.found() + "; " + advice
                            + (node instanceof JobNode.Nothing ? " or remove the key" : ""));
            return Optional.empty();
        }
        return Optional.of(form.cast(node));
    }

    private static String advice(String key, List<String> known) {
        return Nearest.to(key, known)
                .map(near -> "did you mean «" + near + "»?")
                .orElseGet(() -> "use " + String.join(", ", known));
    }
}
