package io.fulmar.research.backtest;

import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.BarRun;
import io.fulmar.engine.Tape;
import io.fulmar.market.Bars;
import io.fulmar.market.TimeBars;
import java.util.List;

/**
 * A strategy on bars that are told one by one, at the simulated venue: the desk, the venue and the rules of a {@link Backtest} over the same
 * bars, and so its fills and its hash. What fills within a bar is known when that bar is.
 */
public final class PaperRun {
    private final Bars told;
    private final Bars bars;
    private final TimeBars fold;
    private final boolean longer;
    private final TickConverter converter;
    private final int priceScale;
    private final Backtest backtest;
    private final BarRun run;

    /**
     * One strategy in one market, whose bars are yet to come and are not looked at. They are told with that spacing, in prices of so many
     * decimals, and folded into the timeframe of the market where that is longer.
     */
    public PaperRun(BacktestSetup setup, Timeframe timeframe, Timeframe spacing, int priceScale) {
        if (setup.markets().size() != 1) {
            throw new IllegalArgumentException("bars that come one by one are those of one market");
        }
        MarketData known = setup.markets().get(0);
        this.told = new Bars(spacing, 64);
        this.longer = !spacing.equals(timeframe);
        this.bars = longer ? new Bars(timeframe, 64) : told;
        this.fold = new TimeBars(spacing, timeframe);
        this.converter = new TickConverter(known.instrument().tick());
        this.priceScale = priceScale;
        MarketData coming = MarketData.made(known.instrument(), bars);
        BacktestSetup same = new BacktestSetup(
                List.of(coming),
                setup.strategies(),
                setup.cash(),
                setup.leveragePpm(),
                setup.rules(),
                setup.limits(),
                setup.tradeFrom(),
                setup.terms());
        this.backtest = new Backtest(same, List.of(new Tape(known.instrument(), bars)), new MemoryLog());
        this.run = new BarRun(backtest.desk());
    }

    /** A bar has closed; its prices are whole numbers of {@code 10^-priceScale}. */
    public void bar(long openTime, long open, long high, long low, long close, double volume) {
        told.append(openTime, ticks(open), ticks(high), ticks(low), ticks(close), volume);
        if (longer) {
            fold.take(told, told.size() - 1, told.size(), bars);
        }
        run.closed();
    }

    private long ticks(long price) {
        return converter.ticks(price, priceScale);
    }

    /** Nothing follows: a last bar that is not whole is what it is, as in a backtest. */
    public BacktestResult end() {
        if (longer) {
            fold.end(bars);
            run.closed();
        }
        run.end();
        return backtest.result(backtest.times(), run.equity());
    }

    /** How many bars have been run. */
    public int bars() {
        return bars.size();
    }
}
