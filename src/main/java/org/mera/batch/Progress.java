package org.mera.batch;

/** Who is told how a run gets on. One step runs at a time; its calls may come from any thread. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void stepStarted(String step, long total, String unit) {}

        @Override
        public void advanced(long by) {}

        @Override
        public void stepFinished(String step) {}
    };

    /**
     * The run is written down.
     *
     * @param run its number
     */
    default void begun(long run) {}

    /**
     * The step that begins next goes on with what an earlier run began.
     *
     * @param left how many of its {@code all} chunks are still to be done
     */
    default void goesOn(String step, int left, int all) {}

    /**
     * A step begins.
     *
     * @param total how much there is to do; 0 where it is not known, or there is nothing
     * @param unit  of what, in the plural: {@code companies}
     */
    void stepStarted(String step, long total, String unit);

    /** So much more of the step is done. */
    void advanced(long by);

    /** The step is over. */
    void stepFinished(String step);
}
