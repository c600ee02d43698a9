package io.fulmar.app.fulmar;

import io.fulmar.research.sweep.Tally;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells on stderr how far a sweep is: rate, time left, best so far. A line every ten percent, and one at least every half minute. */
final class SweepProgress implements Supervisor.Onlooker {
    private static final long QUICK_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 30_000;

    private final Terminal terminal;
    private final long planned;
    private final Supplier<Tally> tally;
    private long before = -1;
    private long told;
    private long toldMillis;

    SweepProgress(Terminal terminal, long planned, Supplier<Tally> tally) {
        this.terminal = terminal;
        this.planned = planned;
        this.tally = tally;
    }

    @Override
    public void see(long evaluatedNow, long takenMillis) {
        Tally now = tally.get();
        long past = now.evaluated() + now.refused();
        if (before < 0 && now.unitsDone() > 0) before = Math.max(0, past - evaluatedNow);
        long tenths = planned == 0 ? 0 : past * 10 / planned;
        boolean due = tenths > told || takenMillis - toldMillis > SILENCE_MILLIS;
        if (takenMillis < QUICK_MILLIS || !due || tenths >= 10 || past <= Math.max(0, before)) return;
        told = tenths;
        toldMillis = takenMillis;
        double rate = (past - Math.max(0, before)) * 1000.0 / takenMillis;
        long left = (long) ((planned - past) / rate) + 1;
        String best = now.best()
                .map(row -> String.format(
                        Locale.ROOT, "; best so far %.4f (combination %d)", row.rankedBy(), row.combination()))
                .orElse("");
        terminal.progress(String.format(
                Locale.ROOT,
                "%d %% of %,d combinations, %,.0f a second, about %s left%s",
                past * 100 / planned,
                planned,
                rate,
                span(left),
                best));
    }

    static String span(long seconds) {
        if (seconds < 120) return seconds + " s";
        if (seconds < 7_200) return seconds / 60 + " min";
        return seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
