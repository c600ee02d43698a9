package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.CombinatorialValidation;
import io.fulmar.research.robustness.Plateau;
import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Scorer;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.robustness.WalkForward;
import io.fulmar.research.sweep.Axis;
import io.fulmar.research.sweep.Evaluator;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Space;
import io.fulmar.research.sweep.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** Walks a strategy's space forward over one market: chooses on each window's past, follows the choice through its future. */
final class WalkForwardRun {
    static final int COMBINATIONS_MAX = 1_000_000;
    private static final int UNIT = 1_024;
    private static final long DAY = 86_400_000_000_000L;
    private static final int GROUPS = 10;
    private static final int HELD = 2;
    /** Candidates that the combinatorial validation compares; more are thinned out evenly. */
    private static final int VALIDATED_MAX = 1_000;

    private final Space space;
    private final Study study;
    private final Scoring scoring;
    private final AtomicLong evaluated = new AtomicLong();

    /** What one window chose, and what became of it. */
    record Step(WalkForward.Window window, long combination, Score score, double learnt, Plateau plateau, Track test) {}

    /** All of it. */
    record Outcome(List<Step> steps, WalkForward.Joined joined, OptionalValidation validation) {}

    /** Empty where the data are too short for groups of days. */
    record OptionalValidation(List<CombinatorialValidation> one) {}

    WalkForwardRun(Space space, Study study, Scoring scoring) {
        this.space = space;
        this.study = study;
        this.scoring = scoring;
    }

    /** How many combinations were run, for whoever watches. */
    long evaluated() {
        return evaluated.get();
    }

    Bars bars() {
        return study.data().bars();
    }

    Outcome run(WalkForward walk) {
        List<Step> steps = new ArrayList<>();
        for (WalkForward.Window window : walk.windows(study.firstBar(), bars().size())) steps.add(step(window));
        WalkForward.Joined joined =
                WalkForward.join(steps.stream().map(Step::test).toList());
        return new Outcome(List.copyOf(steps), joined, validation());
    }

    private interface Taker {
        void take(long combination, Track track);
    }

    private Step step(WalkForward.Window window) {
        Study past = part(window.learnFrom(), window.learnTo());
        Bars learnt = past.data().bars();
        Scorer scorer = scoring.over(Scoring.years(past.tradeFrom(), learnt.closeTime(learnt.size() - 1)))
                .scorer();
        double[] scores = new double[(int) space.size()];
        Arrays.fill(scores, Double.NaN);
        Best best = new Best();
        Score score = new Score();
        all(past, (combination, track) -> {
            scorer.score(track, score);
            scores[(int) combination] = score.score;
            if (!best.beaten(score)) return;
            best.combination = combination;
            best.netReturn = (double) (track.finalEquity - track.cash) / track.cash;
            scorer.score(track, best.score);
        });
        Track test = new Track();
        Study future = part(window.testFrom(), window.testTo());
        run(future, List.of(best.combination), (combination, track) -> copy(track, test));
        int[] lengths = space.axes().stream()
                .mapToInt(Axis::size)
                .filter(length -> length > 1)
                .toArray();
        Plateau plateau = Plateau.of(scores, lengths, (int) best.combination);
        return new Step(window, best.combination, best.score, best.netReturn, plateau, test);
    }

    /** Eligible ones first by score, the others by G; ties to the lower number. */
    private static final class Best {
        private long combination = -1;
        private double netReturn;
        private final Score score = new Score();

        boolean beaten(Score other) {
            if (combination < 0 || other.eligible != score.eligible) return combination < 0 || other.eligible;
            return other.score > score.score;
        }
    }

    private void all(Study part, Taker taker) {
        List<Long> unit = new ArrayList<>();
        for (long combination = 0; combination < space.size(); combination++) {
            unit.add(combination);
            if (unit.size() < UNIT && combination < space.size() - 1) continue;
            run(part, unit, taker);
            unit.clear();
        }
    }

    /** Those that the strategy accepts. */
    private void run(Study part, List<Long> combinations, Taker taker) {
        List<Record> records = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (long combination : combinations) {
            space.parameters(combination).ifPresent(record -> {
                records.add(record);
                numbers.add(combination);
            });
        }
        Evaluator evaluator = new Evaluators(part).evaluator();
        evaluator.evaluate(records, (index, track, tier, reason) -> {
            evaluated.incrementAndGet();
            taker.take(numbers.get(index), track);
        });
    }

    private OptionalValidation validation() {
        long every = Math.max(1, Math.ceilDiv(space.size(), VALIDATED_MAX));
        List<double[]> returns = new ArrayList<>();
        int[] longest = {0};
        List<Long> chosen = new ArrayList<>();
        for (long combination = 0; combination < space.size(); combination += every) chosen.add(combination);
        Study whole = part(study.firstBar(), bars().size());
        for (int from = 0; from < chosen.size(); from += UNIT) {
            run(whole, chosen.subList(from, Math.min(chosen.size(), from + UNIT)), (combination, track) -> {
                returns.add(track.dailyReturns());
                for (int i = 0; i < track.trades; i++) {
                    longest[0] = Math.max(longest[0], track.exitBar[i] - track.entryBar[i]);
                }
            });
        }
        long nanos = bars().timeframe().nanos();
        int purge = (int) Math.ceilDiv(longest[0] * nanos, DAY);
        int embargo = (int) Math.ceilDiv((longest[0] + study.firstBar()) * nanos, DAY);
        int days = returns.isEmpty() ? 0 : returns.getFirst().length;
        // Where purge and embargo leave nothing to learn from, nothing can be said.
        if (returns.size() < 2 || days < 2 * GROUPS || HELD * (days / GROUPS + 1 + purge + embargo) >= days) {
            return new OptionalValidation(List.of());
        }
        double[][] rows = returns.toArray(double[][]::new);
        return new OptionalValidation(List.of(CombinatorialValidation.of(rows, GROUPS, HELD, purge, embargo)));
    }

    /** The study on bars up to one, with signals from another on; indicators keep their anchor. */
    private Study part(int from, int to) {
        MarketData market = study.data();
        Bars bars = market.bars();
        Bars seen = new Bars(
                bars.timeframe(),
                Arrays.copyOf(bars.openTimes(), to),
                Arrays.copyOf(bars.opens(), to),
                Arrays.copyOf(bars.highs(), to),
                Arrays.copyOf(bars.lows(), to),
                Arrays.copyOf(bars.closes(), to),
                Arrays.copyOf(bars.volumes(), to),
                to);
        MarketData part = new MarketData(market.instrument(), seen, to, 0, 0, 0, 0, market.dataHash());
        BacktestSetup template = study.template();
        BacktestSetup setup = new BacktestSetup(
                List.of(part),
                template.strategies(),
                template.cash(),
                template.leveragePpm(),
                template.rules(),
                template.limits(),
                seen.openTime(from),
                template.terms());
        return new Study(setup, from);
    }

    private static void copy(Track from, Track to) {
        to.reserve(from.trades, from.days);
        to.trades = from.trades;
        to.days = from.days;
        to.cash = from.cash;
        to.finalEquity = from.finalEquity;
        to.maxDrawdown = from.maxDrawdown;
        to.fees = from.fees;
        System.arraycopy(from.dailyEquity, 0, to.dailyEquity, 0, from.days);
    }

    /** Bars of a time, rounded up; empty if there are more than a market can have. */
    static OptionalInt bars(long nanos, Bars bars) {
        long count = Math.ceilDiv(nanos, bars.timeframe().nanos());
        return count <= Integer.MAX_VALUE / 4 ? OptionalInt.of((int) count) : OptionalInt.empty();
    }
}
