package org.mera.cli;

import org.mera.batch.Progress;

/** Progress that can be hushed: nothing is to stand below the last line of a run that was interrupted. */
final class HushableProgress implements Progress {

    private final Progress progress;
    private boolean hushed;

    HushableProgress(Progress progress) {
        this.progress = progress;
    }

    /** From now on nothing more is shown. */
    synchronized void hush() {
        hushed = true;
    }

    @Override
    public void begun(long run) {
        tell(() -> progress.begun(run));
    }

    @Override
    public void goesOn(String step, int left, int all) {
        tell(() -> progress.goesOn(step, left, all));
    }

    @Override
    public void stepStarted(String step, long total, String unit) {
        tell(() -> progress.stepStarted(step, total, unit));
    }

    @Override
    public void advanced(long by) {
        tell(() -> progress.advanced(by));
    }

    @Override
    public void stepFinished(String step) {
        tell(() -> progress.stepFinished(step));
    }

    private synchronized void tell(Runnable news) {
        if (!hushed) {
            news.run();
        }
    }
}
