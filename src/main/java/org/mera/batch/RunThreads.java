package org.mera.batch;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** The threads that do the chunks; a run says how many. */
@Component
class RunThreads implements TaskExecutor, DisposableBean {

    /** Each needs a connection, and the run needs some besides: its lock's, the job repository's. More threads would wait for each other. */
    private static final int MOST = BatchApplication.CONNECTIONS - 5;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "chunks-" + count.incrementAndGet()));

    /** Sets how many chunks are done at a time, where the connections suffice for them. */
    void size(int wanted) {
        int threads = Math.min(wanted, MOST);
        if (threads > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(threads);
            pool.setCorePoolSize(threads);
        } else {
            pool.setCorePoolSize(threads);
            pool.setMaximumPoolSize(threads);
        }
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void destroy() {
        pool.shutdown();
    }
}
