package org.mera.cycle;

import java.util.List;
import java.util.Map;

/** A value of a job file, with the line on which it begins. */
sealed interface JobNode {

    int line();

    /** {@return what stands there, in words for a message} */
    String found();

    /** A text, number, date or truth value, as written; the key that holds it says which it must be. */
    record Scalar(String text, int line) implements JobNode {

        @Override
        public String found() {
            return "«" + text + "»";
        }
    }

    /** A key with nothing behind it. */
    record Nothing(int line) implements JobNode {

        @Override
        public String found() {
            return "nothing";
        }
    }

    /** Keys with values, in the file's order; of a key that stands twice, the first. */
    record Mapping(Map<String, JobNode> entries, Map<String, Integer> lines, int line) implements JobNode {

        @Override
        public String found() {
            return "a group of keys";
        }
    }

    /** A list. */
    record Items(List<JobNode> items, int line) implements JobNode {

        @Override
        public String found() {
            return "a list";
        }
    }
}
