package io.fulmar.proof.benchmark;

import io.fulmar.domain.Side;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The desk's side of nautilus.sh. Arguments: bars, fast, slow, and the orders that NautilusTrader sent (a line each: the bar's close in
 * UTC nanoseconds, side). Proves that the desk decided the same, then prints its CPU seconds, best of many.
 */
final class NautilusPeer {
    private static final int ROUNDS = 60;

    private NautilusPeer() {}

    public static void main(String[] arguments) throws IOException {
        SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, Integer.parseInt(arguments[0]));
        Averages averages = new Averages(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        List<String> theirs = Files.readAllLines(Path.of(arguments[3]), StandardCharsets.UTF_8);
        List<String> ours = market.desk(SmaCross.class, averages).run().fills().stream()
                .map(NautilusPeer::decided)
                .toList();
        compare(ours, theirs);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Effort.nanos();
            Backtest backtest = market.desk(SmaCross.class, averages);
            backtest.runDesk();
            best = Math.min(best, (Effort.nanos() - before) / 1e9);
        }
        System.out.printf(Locale.ROOT, "%d %.6f%n", ours.size(), best);
    }

    /** A market order fills at the open that is the moment of the close it was decided at. */
    private static String decided(BacktestResult.FillRow fill) {
        return fill.time() + "," + (fill.side() == Side.BUY ? "BUY" : "SELL");
    }

    /** The peer may have decided at the very last close, where no open follows. */
    private static void compare(List<String> ours, List<String> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            boolean afterTheEnd = i == ours.size() && i == theirs.size() - 1;
            if (!afterTheEnd
                    && (i >= ours.size() || i >= theirs.size() || !ours.get(i).equals(theirs.get(i)))) {
                String mine = i < ours.size() ? ours.get(i) : "none";
                String other = i < theirs.size() ? theirs.get(i) : "none";
                throw new IllegalStateException("order " + i + ": Fulmar " + mine + ", NautilusTrader " + other);
            }
        }
    }
}
