package io.fulmar.research.sweep;

import io.fulmar.engine.SeriesSheet;
import io.fulmar.engine.Tape;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.PricePaths;
import io.fulmar.research.robustness.Scoring;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One strategy on one market under fixed terms, whatever its parameters. Other markets stand beside it where the strategy names them.
 *
 * @param template a backtest of it; its parameters and its first bar are replaced
 * @param firstBar the first bar whose signals count, the same for all combinations: {@link Window} finds it
 */
public record Study(BacktestSetup template, int firstBar) {
    public Study {
        if (template.strategies().size() != 1) {
            throw new IllegalArgumentException("a study is of one strategy, not of "
                    + template.strategies().size());
        }
        int bars = data(template).bars().size();
        if (firstBar < 0 || firstBar >= bars) {
            throw new IllegalArgumentException("a window from bar " + firstBar + " of " + bars);
        }
    }

    static MarketData data(BacktestSetup setup) {
        return setup.markets().get(setup.strategies().get(0).market());
    }

    /** Series of that market, which may name the others of the setup. */
    static SeriesSheet sheet(BacktestSetup setup) {
        MarketData home = data(setup);
        SeriesSheet sheet = new SeriesSheet(home.instrument(), home.bars());
        sheet.beside(setup.markets().stream()
                .map(market -> new Tape(market.instrument(), market.bars()))
                .toList());
        return sheet;
    }

    /** The market that the strategy trades, or the one at whose bars it is asked if it trades several. */
    public MarketData data() {
        return data(template);
    }

    public Class<?> strategy() {
        return template.strategies().get(0).type();
    }

    /** The window's first bar, as {@code --trade-from} takes it. */
    public long tradeFrom() {
        return data().bars().openTime(firstBar);
    }

    /** The backtest that is a row of the sweep. */
    public BacktestSetup backtest(Record parameters) {
        BacktestSetup.Contestant one = template.strategies().get(0);
        return new BacktestSetup(
                template.markets(),
                List.of(new BacktestSetup.Contestant(
                        one.type(), parameters, one.codeHash(), one.market(), one.priority(), one.sharePpm())),
                template.cash(),
                template.leveragePpm(),
                template.rules(),
                template.limits(),
                tradeFrom(),
                template.terms());
    }

    /** The same on markets that never were, drawn together in time; the strategy, its terms and the window stay. */
    Study drawn(int block, long seed, int path) {
        BacktestSetup setup = new BacktestSetup(
                template.markets().stream()
                        .map(market ->
                                MarketData.made(market.instrument(), PricePaths.draw(market.bars(), block, seed, path)))
                        .toList(),
                template.strategies(),
                template.cash(),
                template.leveragePpm(),
                template.rules(),
                template.limits(),
                template.tradeFrom(),
                template.terms());
        return new Study(setup, firstBar);
    }

    /** Daily returns of the market in the window, on the days of a track. */
    public double[] marketReturns() {
        return new Days(bars(), firstBar).marketReturns(bars(), firstBar);
    }

    /** The window in years. */
    double years() {
        return Scoring.years(tradeFrom(), end());
    }

    private long end() {
        return bars().closeTime(bars().size() - 1);
    }

    /** How combinations are scored here. */
    public Scoring scoring(Objective objective, int paths, long seed) {
        return new Scoring(objective, paths, seed, years()).on(marketReturns());
    }

    /** Where this is and what counts of it, for whoever must find the same elsewhere. */
    public Manifest.Market market() {
        MarketData data = data();
        return new Manifest.Market(
                data.instrument().symbol().toString(),
                data.bars().kind().toString(),
                template.markets().stream().map(MarketData::dataHash).collect(Collectors.joining("+")),
                data.bars().size(),
                tradeFrom() + ".." + end(),
                data.instrument().settlement().code(),
                data.instrument().settlement().digits());
    }

    Bars bars() {
        return data().bars();
    }
}
