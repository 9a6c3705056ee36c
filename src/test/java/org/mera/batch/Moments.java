package org.mera.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lets things happen on a run's way: each once, when so much of a step is done. */
final class Moments implements Progress {

    private record Moment(String step, long done, Runnable event) {}

    private final List<Moment> waiting = new ArrayList<>();
    private final Map<String, Long> done = new HashMap<>();
    private String step = "";

    /** Something that is to happen in the step as soon as so much of it is done; 0: when it begins. */
    Moments at(String step, long done, Runnable event) {
        waiting.add(new Moment(step, done, event));
        return this;
    }

    /** {@return how many things have not happened yet} */
    synchronized int left() {
        return waiting.size();
    }

    @Override
    public void stepStarted(String started, long total, String unit) {
        synchronized (this) {
            step = started;
        }
        advanced(0);
    }

    /** The event keeps only the thread waiting that brought it about. */
    @Override
    public void advanced(long by) {
        due(by).forEach(moment -> moment.event().run());
    }

    private synchronized List<Moment> due(long by) {
        long sum = done.merge(step, by, Long::sum);
        List<Moment> due = new ArrayList<>();
        for (Iterator<Moment> each = waiting.iterator(); each.hasNext(); ) {
            Moment moment = each.next();
            if (moment.step().equals(step) && sum >= moment.done()) {
                due.add(moment);
                each.remove();
            }
        }
        return due;
    }

    @Override
    public void stepFinished(String finished) {}
}
