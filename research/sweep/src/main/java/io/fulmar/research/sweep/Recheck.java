package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs combinations once more through the desk itself and compares every bit of what came out. It belongs to one thread. */
public final class Recheck {
    private final Evaluator fast;
    private final Desks desks;
    private final Track again = new Track();

    public Recheck(Study study) {
        this(study, new Evaluators(study).evaluator());
    }

    Recheck(Study study, Evaluator fast) {
        this.fast = fast;
        this.desks = new Desks(study);
    }

    /** Evaluates these as a sweep does, and each as a backtest; what differs, the first of each in words. */
    public List<String> differences(List<? extends Record> combinations) {
        List<String> differences = new ArrayList<>();
        fast.evaluate(combinations, (index, track, tier, reason) -> {
            if (tier != Tier.E) {
                difference(combinations.get(index), track)
                        .ifPresent(what -> differences.add(combinations.get(index) + " in tier " + tier + ": " + what));
            }
        });
        return differences;
    }

    /** What a backtest gives otherwise than this track says; empty when every bit is the same. */
    public Optional<String> difference(Record parameters, Track track) {
        desks.alone(parameters, again);
        return difference(track, again);
    }

    static Optional<String> difference(Track one, Track other) {
        int n = one.trades;
        if (n != other.trades || one.openTrades != other.openTrades) {
            return unlike("trades", n + " + " + one.openTrades, other.trades + " + " + other.openTrades);
        }
        if (one.finalEquity != other.finalEquity || one.fees != other.fees) {
            return unlike("equity and fees", one.finalEquity + ", " + one.fees, other.finalEquity + ", " + other.fees);
        }
        if (Double.doubleToRawLongBits(one.maxDrawdown) != Double.doubleToRawLongBits(other.maxDrawdown)) {
            return unlike("drawdown", one.maxDrawdown, other.maxDrawdown);
        }
        boolean bars = Arrays.equals(one.entryBar, 0, n, other.entryBar, 0, n)
                && Arrays.equals(one.exitBar, 0, n, other.exitBar, 0, n)
                && one.barsInMarket == other.barsInMarket
                && one.bars == other.bars;
        boolean money = Arrays.equals(one.pnl, 0, n, other.pnl, 0, n)
                && Arrays.equals(one.equityBefore, 0, n, other.equityBefore, 0, n)
                && Arrays.equals(one.costs, 0, n, other.costs, 0, n);
        boolean days =
                one.days == other.days && Arrays.equals(one.dailyEquity, 0, one.days, other.dailyEquity, 0, other.days);
        return bars && money && days
                ? Optional.empty()
                : unlike("bars, money and days of trades the same", bars + ", " + money + ", " + days, "otherwise");
    }

    private static Optional<String> unlike(String what, Object here, Object there) {
        return Optional.of(what + ": " + here + ", at the desk " + there);
    }
}
