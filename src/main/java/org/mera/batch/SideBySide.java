package org.mera.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Does two pieces of work at the same time, the second by a thread that has no chunk to do. */
@Component
class SideBySide {

    private final RunThreads threads;

    SideBySide(RunThreads threads) {
        this.threads = threads;
    }

    /** What came of both. */
    record Results<A, B>(A here, B beside) {}

    /** Returns when both have ended, also where one fails; the failure of the first is thrown rather than that of the second. */
    void run(Runnable here, Runnable beside) {
        call(() -> done(here), () -> done(beside));
    }

    /** As {@link #run}. {@return what both give} */
    <A, B> Results<A, B> call(Supplier<A> here, Supplier<B> beside) {
        FutureTask<B> other = new FutureTask<>(beside::get);
        threads.execute(other);
        A result;
        try {
            result = here.get();
        } catch (RuntimeException | Error first) {
            try {
                await(other);
            } catch (RuntimeException | Error second) {
                first.addSuppressed(second);
            }
            throw first;
        }
        return new Results<>(result, await(other));
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    /** An interruption does not end the wait: what the other does would go on behind the back of whoever clears up. */
    private static <B> B await(FutureTask<B> other) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return other.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }
}
