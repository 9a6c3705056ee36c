package org.mera.cli;

import java.util.List;

/**
 * A moment at which a run is killed, and under which circumstances.
 *
 * @param step     in which it is: {@code planning} cuts the chunks, between discover and assess
 * @param name     where in the step
 * @param before   what had been done before
 * @param server   what becomes of the database server at the same time
 * @param triggers the moment for the first process, and for each that goes on and is killed too
 */
record Moment(String step, String name, Before before, Server server, List<Trigger> triggers) {

    /** What a place has seen before its run is killed. */
    enum Before {
        /** Nothing at all: the home has to be made. */
        NO_HOME("no home yet"),
        /** A home without a run. */
        NO_RUN("first run"),
        /** A complete run; then a company was corrected. */
        CORRECTED("company corrected"),
        /** A complete run; then an output was damaged and one deleted. */
        DAMAGED("output damaged");

        private final String words;

        Before(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What becomes of the server when the process is killed. */
    enum Server {
        STAYS("stays"),
        KILLED_FIRST("killed first"),
        KILLED_AFTER("killed after"),
        KILLED_ALONE("killed alone");

        private final String words;

        Server(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Override
    public String toString() {
        return step + ", " + name + ", " + before + ", server " + server
                + (triggers.size() > 1 ? ", " + triggers.size() + " kills" : "");
    }
}
