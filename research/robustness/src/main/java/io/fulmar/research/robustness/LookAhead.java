package io.fulmar.research.robustness;

import io.fulmar.bus.Log;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Whether a strategy decides by what it cannot know yet. The run is done again on data that end where something was decided: whoever looks only back
 * decides the same. What differs was decided by later bars, or by something that an earlier run left behind.
 *
 * <p>It sees what comes through the data and through memory. Against a strategy that brings the future along, in a file or in its code, stands
 * {@link Clairvoyance}.
 */
public final class LookAhead {
    /** Of the bars that a backtest runs again by default, in percent. */
    public static final int SAMPLE_PERCENT = 5;
    /** Who decides rarely is looked at up to here instead, in percent. */
    private static final int SAMPLE_PERCENT_MAX = 20;

    private static final int WORDS_MAX = 5;

    /** Runs a backtest. */
    public interface Runs {
        BacktestResult run(BacktestSetup setup);
    }

    /**
     * A place at which the two runs part.
     *
     * @param cut where the shortened data end, UTC ns
     * @param decided when the first differing decision was made, UTC ns
     * @param whole what was decided with all data
     * @param shortened what was decided with data up to the cut
     */
    public record Finding(long cut, long decided, String whole, String shortened) {}

    /**
     * What was looked at, and what was found.
     *
     * @param cuts how many shortened runs were made
     * @param decisions how many decisions were compared, repeats included
     * @param bars how many bars were run again
     */
    public record Result(int cuts, long decisions, long bars, List<Finding> findings) {
        public static final Result NOTHING_CHECKED = new Result(0, 0, 0, List.of());

        public Result {
            findings = List.copyOf(findings);
        }

        public boolean clean() {
            return findings.isEmpty();
        }
    }

    private final BacktestSetup setup;
    private final Runs runs;
    private final List<Decision> whole;

    /** A run that was done, and how to run another. */
    public LookAhead(BacktestSetup setup, Log log, Runs runs) {
        this.setup = setup;
        this.runs = runs;
        this.whole = Decision.all(log);
    }

    /** Cuts at so many of its decisions, drawn by chance, its first among them. */
    public Result at(int cuts, long seed) {
        TreeSet<Long> times = new TreeSet<>();
        for (Decision decision : whole) times.add(decision.time());
        List<Long> all = new ArrayList<>(times);
        TreeSet<Long> chosen = new TreeSet<>();
        if (!all.isEmpty()) chosen.add(all.getFirst());
        SplittableRandom random = new SplittableRandom(seed);
        while (chosen.size() < Math.min(cuts, all.size())) chosen.add(all.get(random.nextInt(all.size())));
        return cut(chosen);
    }

    /** One cut in the first twentieth of the bars, at the last decision there: what every backtest can afford. */
    public Result sample() {
        Bars bars = setup.markets().getFirst().bars();
        if (bars.isEmpty()) return Result.NOTHING_CHECKED;
        Optional<Long> last = lastUpTo(closeAt(bars, SAMPLE_PERCENT));
        Optional<Long> first = whole.isEmpty()
                ? Optional.empty()
                : Optional.of(whole.getFirst().time());
        Optional<Long> cut = last.or(() -> first.filter(time -> time <= closeAt(bars, SAMPLE_PERCENT_MAX)));
        return cut.map(time -> cut(new TreeSet<>(List.of(time)))).orElse(Result.NOTHING_CHECKED);
    }

    private static long closeAt(Bars bars, int percent) {
        return bars.closeTime((int) ((long) (bars.size() - 1) * percent / 100));
    }

    private Optional<Long> lastUpTo(long time) {
        Optional<Long> last = Optional.empty();
        for (Decision decision : whole) {
            if (decision.time() <= time) last = Optional.of(decision.time());
        }
        return last;
    }

    private Result cut(SortedSet<Long> times) {
        List<Finding> findings = new ArrayList<>();
        long compared = 0;
        long bars = 0;
        for (long cut : times) {
            BacktestSetup shortened = shortened(setup, cut);
            for (MarketData market : shortened.markets()) bars += market.bars().size();
            List<Decision> expected = by(whole, cut);
            List<Decision> found = by(Decision.all(runs.run(shortened).log()), cut);
            compared += expected.size();
            difference(cut, expected, found).ifPresent(findings::add);
        }
        return new Result(times.size(), compared, bars, findings);
    }

    private static List<Decision> by(List<Decision> decisions, long cut) {
        return decisions.stream().filter(decision -> decision.by(cut)).toList();
    }

    private static Optional<Finding> difference(long cut, List<Decision> whole, List<Decision> shortened) {
        int same = 0;
        while (same < Math.min(whole.size(), shortened.size())
                && whole.get(same).equals(shortened.get(same))) same++;
        if (same == whole.size() && same == shortened.size()) return Optional.empty();
        long decided = Math.min(
                same < whole.size() ? whole.get(same).time() : cut,
                same < shortened.size() ? shortened.get(same).time() : cut);
        return Optional.of(new Finding(cut, decided, words(whole, decided), words(shortened, decided)));
    }

    private static String words(List<Decision> decisions, long time) {
        List<String> words = decisions.stream()
                .filter(decision -> decision.time() == time)
                .limit(WORDS_MAX)
                .map(Decision::words)
                .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /** The same setup on bars that had closed by then. The columns are copies: what lies behind the cut is not there to be read. */
    static BacktestSetup shortened(BacktestSetup setup, long cut) {
        return withMarkets(
                setup,
                setup.markets().stream().map(market -> shortened(market, cut)).toList());
    }

    private static MarketData shortened(MarketData market, long cut) {
        Bars bars = market.bars();
        int size = bars.closingAfter(cut, 0);
        Bars part = bars.range(0, size);
        return new MarketData(market.instrument(), part, part.size(), 0, 0, 0, 0, market.dataHash());
    }

    static BacktestSetup withMarkets(BacktestSetup setup, List<MarketData> markets) {
        return new BacktestSetup(
                markets,
                setup.strategies(),
                setup.cash(),
                setup.leveragePpm(),
                setup.rules(),
                setup.limits(),
                setup.tradeFrom(),
                setup.terms());
    }
}
