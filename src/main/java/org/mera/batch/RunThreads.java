package org.mera.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The threads that do the chunks; a run says how many. Runs that go on at the same time share them: there are as many as the run with the most
 * wants, and whoever hands work in has his turn after the others, however many chunks they have waiting.
 */
@Component
class RunThreads implements TaskExecutor, DisposableBean {

    /** Each needs a connection, and the run needs some besides: its lock's, the job repository's. More threads would wait for each other. */
    private static final int MOST = BatchApplication.CONNECTIONS - 5;

    private final AtomicInteger count = new AtomicInteger();
    private final List<Integer> wishes = new ArrayList<>();
    private final Map<Thread, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "chunks-" + count.incrementAndGet()));

    /** A run wants so many chunks done at a time; so many are, where the connections suffice for them. */
    synchronized void wish(int threads) {
        wishes.add(threads);
        size();
    }

    /** A run that wanted so many has ended. */
    synchronized void release(int threads) {
        wishes.remove((Integer) threads);
        size();
    }

    private void size() {
        int threads = wishes.isEmpty() ? 1 : Math.min(MOST, Collections.max(wishes));
        if (threads > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(threads);
            pool.setCorePoolSize(threads);
        } else {
            pool.setCorePoolSize(threads);
            pool.setMaximumPoolSize(threads);
        }
    }

    /** What is logged there belongs to the run that hands the work in. */
    @Override
    public void execute(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        synchronized (waiting) {
            waiting.computeIfAbsent(Thread.currentThread(), any -> new ArrayDeque<>())
                    .add(() -> logged(context == null ? Map.of() : context, task));
        }
        pool.execute(() -> next().run());
    }

    /** As many tasks wait as the pool has calls of this before it. */
    private Runnable next() {
        synchronized (waiting) {
            Thread giver = waiting.keySet().iterator().next();
            Queue<Runnable> tasks = Objects.requireNonNull(waiting.remove(giver));
            Runnable task = tasks.remove();
            if (!tasks.isEmpty()) {
                waiting.put(giver, tasks);
            }
            return task;
        }
    }

    private static void logged(Map<String, String> context, Runnable task) {
        MDC.setContextMap(context);
        try {
            task.run();
        } finally {
            MDC.clear();
        }
    }

    @Override
    public void destroy() {
        pool.shutdown();
    }
}
