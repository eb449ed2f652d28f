package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.spasmcds.authoring.Progress;

/** One line on a terminal that says how far a run is and how long it will still take. Silent where there is no terminal. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;
    private static final long STEP = 200_000_000L;

    private final PrintWriter err;
    private final boolean shown;
    private final LongSupplier nanos;
    private final long start;
    private long last;

    ProgressBar(PrintWriter err) {
        this(err, System.console() != null, System::nanoTime);
    }

    ProgressBar(PrintWriter err, boolean shown, LongSupplier nanos) {
        this.err = err;
        this.shown = shown;
        this.nanos = nanos;
        start = nanos.getAsLong();
        last = start;
    }

    @Override
    public synchronized void reached(long done, long total) {
        long now = nanos.getAsLong();
        if (!shown || (now - last < STEP && done < total)) {
            return;
        }
        last = now;
        int filled = (int) (WIDTH * done / Math.max(1, total));
        double left = done == 0 ? 0 : (now - start) / 1e9 / done * (total - done);
        err.print(String.format(
                Locale.ROOT,
                "\r[%s%s] %d of %d, %d s left ",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                total,
                Math.round(left)));
        if (done >= total) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
        }
        err.flush();
    }
}
