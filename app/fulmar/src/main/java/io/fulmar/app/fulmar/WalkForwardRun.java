package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.CombinatorialValidation;
import io.fulmar.research.robustness.Plateau;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.robustness.WalkForward;
import io.fulmar.research.sweep.Axis;
import io.fulmar.research.sweep.Study;
import io.fulmar.research.sweep.Together;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Walks a strategy's space forward over one or several markets: chooses on each window's past, follows the choice through its future. Of several markets each
 * is judged by itself and the mean less the dispersion chooses; their windows are cut at the same times, those of the first market's bars.
 */
final class WalkForwardRun {
    static final int COMBINATIONS_MAX = 1_000_000;
    private static final long DAY = 86_400_000_000_000L;
    private static final int GROUPS = 10;
    private static final int HELD = 2;
    /** Candidates that the combinatorial validation compares; more are thinned out evenly. */
    private static final int VALIDATED_MAX = 1_000;

    private final SweepInputs inputs;
    private final WalkForwardCrew crew;

    /**
     * What one window chose, and what became of it.
     *
     * @param learnt net return on the past, of several markets the mean
     * @param tests what the choice did behind it, on each market
     */
    record Step(
            WalkForward.Window window,
            long combination,
            boolean eligible,
            double score,
            double learnt,
            Plateau plateau,
            List<Track> tests) {
        /** Of several markets the mean. */
        double gain() {
            return tests.stream()
                    .mapToDouble(test -> (double) (test.finalEquity - test.cash) / test.cash)
                    .average()
                    .orElse(0);
        }

        int trades() {
            return tests.stream().mapToInt(test -> test.trades).sum();
        }
    }

    /** All of one market's tests. */
    record Place(String market, WalkForward.Joined joined, OptionalValidation validation) {}

    record Outcome(List<Step> steps, List<Place> places) {}

    /** Empty where the data are too short for groups of days. */
    record OptionalValidation(List<CombinatorialValidation> one) {}

    WalkForwardRun(SweepInputs inputs, int threads) {
        this.inputs = inputs;
        this.crew = new WalkForwardCrew(inputs.space(), threads);
    }

    /** How many combinations were run, for whoever watches. */
    long evaluated() {
        return crew.evaluated();
    }

    /** The first market's: windows are counted in them. */
    Bars bars() {
        return inputs.studies().getFirst().data().bars();
    }

    /** Windows between the first bar at which all markets' signals count and the last that all of them have. */
    List<WalkForward.Window> windows(WalkForward walk) {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        for (Study study : inputs.studies()) {
            Bars bars = study.data().bars();
            from = Math.max(from, study.tradeFrom());
            to = Math.min(to, bars.closeTime(bars.size() - 1));
        }
        return walk.windows(at(bars(), from), bars().closingAfter(to, 0)).stream()
                .filter(this::fits)
                .toList();
    }

    Outcome run(WalkForward walk) {
        try (crew) {
            List<Step> steps = new ArrayList<>();
            for (WalkForward.Window window : windows(walk)) steps.add(step(window));
            List<Place> places = new ArrayList<>();
            for (int market = 0; market < inputs.studies().size(); market++) {
                int place = market;
                Study study = inputs.studies().get(market);
                places.add(new Place(
                        study.data().instrument().symbol() + " "
                                + study.data().bars().kind(),
                        WalkForward.join(steps.stream()
                                .map(step -> step.tests.get(place))
                                .toList()),
                        validation(market)));
            }
            return new Outcome(List.copyOf(steps), List.copyOf(places));
        }
    }

    private Step step(WalkForward.Window window) {
        int size = (int) inputs.space().size();
        int markets = inputs.studies().size();
        double[][] figures = new double[markets][size];
        double[][] nets = new double[markets][size];
        boolean[] failed = new boolean[size];
        for (int market = 0; market < markets; market++) learn(market, window, figures[market], nets[market], failed);
        double[] scores = new double[size];
        int best = -1;
        for (int combination = 0; combination < size; combination++) {
            scores[combination] = together(figures, combination);
            if (Double.isNaN(nets[0][combination])) continue; // refused by the strategy's record
            if (best < 0 || better(failed, scores, combination, best)) best = combination;
        }
        long chosen = best;
        List<Track> tests = new ArrayList<>();
        for (int market = 0; market < markets; market++) {
            Study future = part(market, window.testFrom(), window.testTo());
            Track test = new Track();
            crew.one(future, chosen, track -> copy(track, test));
            tests.add(test);
        }
        int[] lengths = inputs.space().axes().stream()
                .mapToInt(Axis::size)
                .filter(length -> length > 1)
                .toArray();
        return new Step(
                window,
                chosen,
                !failed[best],
                scores[best],
                mean(nets, best),
                Plateau.of(scores, lengths, best),
                List.copyOf(tests));
    }

    /** What every combination came to on one market's past. */
    private void learn(int market, WalkForward.Window window, double[] figures, double[] nets, boolean[] failed) {
        Study past = part(market, window.learnFrom(), window.learnTo());
        Bars learnt = past.data().bars();
        Scoring scoring = inputs.scorings()
                .get(market)
                .over(Scoring.years(past.tradeFrom(), learnt.closeTime(learnt.size() - 1)))
                .on(past.marketReturns());
        Arrays.fill(figures, Double.NaN);
        Arrays.fill(nets, Double.NaN);
        crew.all(past, scoring, (combination, track, score) -> {
            int place = (int) combination;
            figures[place] = score.score;
            nets[place] = (double) (track.finalEquity - track.cash) / track.cash;
            if (!score.eligible) failed[place] = true;
            inputs.trials().tried(market, combination);
        });
    }

    private static double together(double[][] figures, int combination) {
        double[] own = new double[figures.length];
        for (int market = 0; market < own.length; market++) own[market] = figures[market][combination];
        return Together.meanLessDispersion(own);
    }

    private static double mean(double[][] nets, int combination) {
        double sum = 0;
        for (double[] market : nets) sum += market[combination];
        return sum / nets.length;
    }

    /** Eligible ones first by score, the others by G; ties to the lower number, which came first. What is undefined is last. */
    private static boolean better(boolean[] failed, double[] scores, int one, int best) {
        if (failed[one] != failed[best]) return !failed[one];
        return scores[one] > scores[best] || (Double.isNaN(scores[best]) && !Double.isNaN(scores[one]));
    }

    private OptionalValidation validation(int market) {
        Study study = inputs.studies().get(market);
        long size = inputs.space().size();
        long every = Math.max(1, Math.ceilDiv(size, VALIDATED_MAX));
        List<Long> chosen = new ArrayList<>();
        for (long combination = 0; combination < size; combination += every) chosen.add(combination);
        double[][] all = new double[chosen.size()][];
        int[] longest = new int[chosen.size()];
        Study whole = part(market, at(bars(), study.tradeFrom()), bars().size());
        crew.some(whole, chosen, (place, track) -> {
            all[place] = track.dailyReturns();
            for (int i = 0; i < track.trades; i++) {
                longest[place] = Math.max(longest[place], track.exitBar[i] - track.entryBar[i]);
            }
        });
        double[][] returns =
                Arrays.stream(all).filter(row -> row != null && row.length > 0).toArray(double[][]::new);
        int held = Arrays.stream(longest).max().orElse(0);
        long nanos = study.data().bars().nanosMean();
        int purge = (int) Math.ceilDiv(held * nanos, DAY);
        int embargo = (int) Math.ceilDiv((held + study.firstBar()) * nanos, DAY);
        int days = returns.length == 0 ? 0 : returns[0].length;
        // Where purge and embargo leave nothing to learn from, nothing can be said.
        if (returns.length < 2 || days < 2 * GROUPS || HELD * (days / GROUPS + 1 + purge + embargo) >= days) {
            return new OptionalValidation(List.of());
        }
        return new OptionalValidation(List.of(CombinatorialValidation.of(returns, GROUPS, HELD, purge, embargo)));
    }

    /** A study on bars up to one, with signals from another on, both counted in the first market's; indicators keep their anchor. */
    private Study part(int market, int from, int to) {
        Study study = inputs.studies().get(market);
        Bars bars = study.data().bars();
        int first = at(bars, bars().openTime(from));
        long until = until(to);
        List<MarketData> parts = study.template().markets().stream()
                .map(one -> cut(one, one.bars().closingAfter(until, 0)))
                .toList();
        BacktestSetup template = study.template();
        BacktestSetup setup = new BacktestSetup(
                parts,
                template.strategies(),
                template.cash(),
                template.leveragePpm(),
                template.rules(),
                template.limits(),
                bars.openTime(first),
                template.terms());
        return new Study(setup, first);
    }

    /** When the last bar before one of the first market's closes. */
    private long until(int bar) {
        return bars().closeTime(Math.min(bar, bars().size()) - 1);
    }

    /** Whether every market has a bar in both parts of a window: one of long bars may have none. */
    private boolean fits(WalkForward.Window window) {
        return inputs.studies().stream()
                .map(study -> study.data().bars())
                .allMatch(bars -> at(bars, bars().openTime(window.learnFrom()))
                                < bars.closingAfter(until(window.learnTo()), 0)
                        && at(bars, bars().openTime(window.testFrom())) < bars.closingAfter(until(window.testTo()), 0));
    }

    private static MarketData cut(MarketData market, int end) {
        Bars bars = market.bars();
        Bars seen = bars.range(0, end);
        return new MarketData(market.instrument(), seen, end, 0, 0, 0, 0, market.dataHash());
    }

    /** The first bar that opens at or after a time. */
    private static int at(Bars bars, long time) {
        int place = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), time);
        return place >= 0 ? place : -place - 1;
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
        long count = Math.ceilDiv(nanos, bars.nanosMean());
        return count <= Integer.MAX_VALUE / 4 ? OptionalInt.of((int) count) : OptionalInt.empty();
    }
}
