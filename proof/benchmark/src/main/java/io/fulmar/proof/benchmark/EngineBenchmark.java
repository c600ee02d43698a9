package io.fulmar.proof.benchmark;

import io.fulmar.domain.Side;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One SMA cross over a year of minutes through the full desk: orders, approvals, exact money, journal. With a peer in the same JVM it
 * first proves that both made the same fills at the same prices and the same profit, then tells both rates: CPU time of the running
 * thread, best of many, the two taking turns so that a busy spell of the machine meets both.
 */
final class EngineBenchmark {
    private static final int ROUNDS = 80;
    private static final double NET_TOLERANCE = 1e-12;

    /** Averages with many trades and with few, and how many times the peer's speed is wanted. */
    private record Case(int fast, int slow, double goal) {}

    private static final int WARM_DESKS = 10_000;
    private static final int WARM_RUNS = 200;

    private static final List<Case> CASES = List.of(new Case(20, 100, 20), new Case(200, 900, 30));

    private final SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);
    private int trades;

    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        run(List.of());
    }

    /** Runs every case, against each of the peers. */
    static void run(List<PeerEngine> peers) {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "%,d minutes of seed %d, one unit, fee %s bp, tick 0.01; thread CPU time, best of %d%n",
                SyntheticYears.YEAR,
                SyntheticYears.SEED,
                SyntheticYears.FEE,
                ROUNDS);
        EngineBenchmark benchmark = new EngineBenchmark();
        peers.forEach(peer -> peer.prepare(benchmark.market));
        for (Case one : CASES) {
            benchmark.run(one, peers);
        }
    }

    private void run(Case one, List<PeerEngine> peers) {
        Averages averages = new Averages(one.fast(), one.slow());
        for (PeerEngine peer : peers) {
            peer.run(one.fast(), one.slow());
            compare(market.desk(SmaCross.class, averages).run(), peer, one);
        }
        warm(averages);
        double ours = Double.MAX_VALUE;
        double[] theirs = new double[peers.size()];
        for (int round = 0; round < ROUNDS; round++) {
            // the desk is two hundred times shorter than a peer's run: it gets more turns for the same time
            for (int turn = 0; turn < 4; turn++) {
                ours = Math.min(ours, seconds(averages));
            }
            for (int i = 0; i < peers.size(); i++) {
                long before = Effort.nanos();
                peers.get(i).run(one.fast(), one.slow());
                double spent = (Effort.nanos() - before) / 1e9;
                theirs[i] = round == 0 ? spent : Math.min(theirs[i], spent);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "SMA %d/%d, %d trades: Fulmar %.1f M bars/s (%.2f ms)%n",
                one.fast(),
                one.slow(),
                trades,
                rate(ours),
                ours * 1e3);
        for (int i = 0; i < theirs.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s %.2f M bars/s (%.1f ms): Fulmar is %.1f times as fast, goal %.0f%n",
                    peers.get(i).name(),
                    rate(theirs[i]),
                    theirs[i] * 1e3,
                    theirs[i] / ours,
                    one.goal());
        }
    }

    /** A peer's long run is compiled as it runs. Ours is short, and what sets a desk up is called once a run: it is called often here. */
    private void warm(Averages averages) {
        for (int desk = 0; desk < WARM_DESKS; desk++) {
            market.desk(SmaCross.class, averages);
        }
        for (int run = 0; run < WARM_RUNS; run++) {
            seconds(averages);
        }
    }

    private double seconds(Averages averages) {
        long before = Effort.nanos();
        Backtest backtest = market.desk(SmaCross.class, averages);
        backtest.runDesk();
        double spent = (Effort.nanos() - before) / 1e9;
        trades = backtest.tradeCount();
        return spent;
    }

    private static double rate(double seconds) {
        return SyntheticYears.YEAR / seconds / 1e6;
    }

    /** Every fill must be the peer's, and the closed trades' profit equal but for the rounding of its doubles. */
    private void compare(BacktestResult ours, PeerEngine peer, Case one) {
        List<BarFill> fills = fills(ours);
        List<BarFill> theirs = peer.fills();
        for (int i = 0; i < Math.max(fills.size(), theirs.size()); i++) {
            BarFill mine = i < fills.size() ? fills.get(i) : new BarFill(-1, Side.BUY, 0);
            BarFill other = i < theirs.size() ? theirs.get(i) : new BarFill(-1, Side.BUY, 0);
            if (!mine.equals(other)) {
                throw new IllegalStateException(
                        "fill " + i + ": Fulmar " + mine + ", " + peer.name() + " " + other + ", in " + one);
            }
        }
        double ticks = market.instrument().unit();
        double net = 0;
        double gross = 0;
        for (Trade trade : ours.trades()) {
            net += trade.net() / ticks;
            gross += Math.abs(trade.gross() / ticks);
        }
        double far = Math.abs(net - peer.net()) / gross;
        if (!(far <= NET_TOLERANCE)) {
            throw new IllegalStateException(
                    "net profit in ticks: Fulmar " + net + ", " + peer.name() + " " + peer.net() + ", in " + one);
        }
        System.out.printf(
                Locale.ROOT,
                "SMA %d/%d: all %d fills and %d closed trades equal to %s; net %.6f ticks, difference %.1e of the gross%n",
                one.fast(),
                one.slow(),
                fills.size(),
                ours.trades().size(),
                peer.name(),
                net,
                far);
    }

    private List<BarFill> fills(BacktestResult ours) {
        long start = market.bars().openTime(0);
        long minute = market.bars().timeframe().nanos();
        List<BarFill> fills = new ArrayList<>();
        for (BacktestResult.FillRow row : ours.fills()) {
            fills.add(new BarFill((int) ((row.time() - start) / minute), row.side(), row.ticks()));
        }
        return fills;
    }
}
