package io.fulmar.research.robustness;

import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.MarketData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the verdict is honest: markets without anything to find, and markets with something, are searched for the best of 72 pairs of moving
 * averages, at no costs, and the best is judged. {@code ./fulmar proof honesty} runs it in full, a test in a small form.
 */
final class Honesty {
    private static final int[] FAST = {4, 6, 9, 13, 19, 27, 38, 54};
    private static final int[] SLOW = {72, 84, 96, 114, 132, 156, 186, 222, 264};
    private static final int HOURS = 2 * NoiseMarkets.HOURS_PER_YEAR;
    private static final int PATHS = 200;
    private static final int NOISES = 200;
    private static final int EDGES = 50;

    /** A kind of market, by seed. */
    interface Kind {
        Bars market(long seed);
    }

    /** What a search came to: its best candidate and the verdict on it. */
    record Search(Score best, Verdict verdict, boolean againstZero) {}

    private final Scorer scorer =
            new Scoring(Objective.ROBUST, PATHS, 11, (double) HOURS / NoiseMarkets.HOURS_PER_YEAR).scorer();

    static Bars drifting(long seed) {
        return NoiseMarkets.walk(seed, HOURS, seed % 2 == 0 ? 0.4 : -0.4);
    }

    static Bars driftless(long seed) {
        return NoiseMarkets.walk(seed, HOURS, 0);
    }

    static Bars garch(long seed) {
        return NoiseMarkets.garch(seed, HOURS);
    }

    static Bars planted(long seed) {
        return NoiseMarkets.trends(seed, HOURS);
    }

    /** Searches one market and judges the best: eligible ones first by score, the others by G, ties to the first. */
    Search search(Bars bars) {
        List<double[]> daily = new ArrayList<>();
        Score score = new Score();
        Score best = new Score();
        best.clear();
        MarketData market = Markets.market(bars);
        int winner = -1;
        double exposure = 0;
        for (int fast : FAST) {
            for (int slow : SLOW) {
                Track track = track(
                        Markets.run(Markets.setup(market, AverageCross.class, new AverageCross.P(fast, slow))), bars);
                daily.add(returns(track));
                scorer.score(track, score);
                boolean better = score.eligible == best.eligible ? score.score > best.score : score.eligible;
                if (winner >= 0 && !better) continue;
                winner = daily.size() - 1;
                exposure = (double) track.barsInMarket / track.bars;
                Score swap = best;
                best = score;
                score = swap;
            }
        }
        return judged(best, daily.toArray(double[][]::new), winner, exposure, marketMean(bars));
    }

    private static Search judged(Score best, double[][] daily, int winner, double exposure, double marketMean) {
        EffectiveTrials effective = EffectiveTrials.of(daily);
        double overfitting = Overfitting.of(daily, Overfitting.BLOCKS).probability();
        double[] own = SharpeRatio.withoutMarket(daily[winner], exposure, marketMean);
        Verdict verdict = Verdict.of(best.eligible, own, daily.length, effective, overfitting);
        Verdict plain = Verdict.of(best.eligible, daily[winner], daily.length, effective, overfitting);
        return new Search(best, verdict, plain.deflatedSharpe() >= Verdict.SHARPE_LEAST);
    }

    private static double marketMean(Bars bars) {
        int days = bars.size() / 24;
        double sum = 0;
        for (int day = 1; day < days; day++)
            sum += (double) bars.closes()[24 * day + 23] / bars.closes()[24 * day - 1] - 1;
        return sum / (days - 1);
    }

    private static double[] returns(Track track) {
        double[] returns = new double[track.days - 1];
        for (int day = 0; day < returns.length; day++) {
            returns[day] = (double) track.dailyEquity[day + 1] / track.dailyEquity[day] - 1;
        }
        return returns;
    }

    /** What a run did. Days begin at 00:00 UTC, and so does the first bar. */
    private static Track track(BacktestResult result, Bars bars) {
        Track track = new Track();
        track.reserve(result.trades().size(), bars.size() / 24 + 1);
        track.cash = result.cash();
        track.finalEquity = result.finalEquity();
        track.maxDrawdown = result.maxDrawdown();
        track.bars = bars.size();
        for (Trade trade : result.trades()) {
            track.pnl[track.trades] = trade.net();
            track.costs[track.trades] = trade.fees();
            track.equityBefore[track.trades] = trade.equityBefore();
            track.barsInMarket +=
                    (trade.exitTime() - trade.entryTime()) / bars.timeframe().nanos();
            track.trades++;
        }
        track.dailyEquity[track.days++] = result.cash();
        for (int close = 23; close < bars.size(); close += 24) track.dailyEquity[track.days++] = result.equity()[close];
        return track;
    }

    private record Count(int robust, int luck, int againstZero, int scoreAboveZero) {}

    private Count count(String name, Kind kind, int searches, long firstSeed) {
        int robust = 0;
        int luck = 0;
        int againstZero = 0;
        int scoreAboveZero = 0;
        for (int i = 0; i < searches; i++) {
            Search search = search(kind.market(firstSeed + i));
            if (search.verdict.kind() == Verdict.Kind.ROBUST) robust++;
            if (search.verdict.kind() == Verdict.Kind.LUCK) luck++;
            if (search.againstZero) againstZero++;
            if (search.best.eligible && search.best.score > 0) scoreAboveZero++;
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %9d %8d %10d %6d %22d %10d%n",
                name,
                searches,
                robust,
                searches - robust - luck,
                luck,
                againstZero,
                scoreAboveZero);
        return new Count(robust, luck, againstZero, scoreAboveZero);
    }

    public static void main(String[] arguments) {
        Honesty honesty = new Honesty();
        System.out.printf(
                Locale.ROOT,
                "best of %d pairs of averages on %,d hours, no costs, %d paths a candidate, fixed seeds%n",
                FAST.length * SLOW.length,
                HOURS,
                PATHS);
        System.out.printf(
                "%-34s %9s %8s %10s %6s %22s %10s%n",
                "market", "searches", "robust", "not shown", "luck", "DSR against 0 >= 0.95", "F > 0");
        List<Count> noises = List.of(
                honesty.count("walk without drift", Honesty::driftless, NOISES, 1_000),
                honesty.count("walk, drift +-40 % a year", Honesty::drifting, NOISES, 2_000),
                honesty.count("GARCH with jumps", Honesty::garch, NOISES, 3_000));
        Count found = honesty.count("planted trends", Honesty::planted, EDGES, 4_000);
        boolean honest = noises.stream().allMatch(count -> count.robust <= 4) && found.robust >= 0.8 * EDGES;
        System.out.println(
                honest ? "honest: at most 4 of 200 noises robust, and 80 % of the edges found" : "NOT HONEST");
        if (!honest) System.exit(1);
    }
}
