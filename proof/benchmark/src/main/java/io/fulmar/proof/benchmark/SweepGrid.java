package io.fulmar.proof.benchmark;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.sweep.Study;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The million: fast averages of 2 to 1,001 bars by slow ones of 1,010 to 11,000 in tens, over the bars of {@link SyntheticYears}; cash 10,000, all of it a trade,
 * fee 4 basis points. Cut into tiles of 64 by 64, as a sweep cuts it.
 */
final class SweepGrid {
    static final int FASTS = 1_000;
    static final int SLOWS = 1_000;
    static final int EDGE = 64;
    static final int TILES_A_SIDE = (FASTS + EDGE - 1) / EDGE;
    private static final int FAST_FIRST = 2;
    private static final int SLOW_FIRST = 1_010;
    private static final int SLOW_STEP = 10;
    private static final long WHOLE = 1_000_000;

    private final double stop;
    private final double target;

    SweepGrid(double stop, double target) {
        this.stop = stop;
        this.target = target;
    }

    Record at(int fast, int slow) {
        return new CrossPlan.P(FAST_FIRST + fast, SLOW_FIRST + SLOW_STEP * slow, stop, target);
    }

    /** The tile of that number, of {@link #TILES_A_SIDE} squared. */
    List<Record> tile(int number) {
        int firstFast = number / TILES_A_SIDE * EDGE;
        int firstSlow = number % TILES_A_SIDE * EDGE;
        List<Record> tile = new ArrayList<>();
        for (int fast = firstFast; fast < Math.min(FASTS, firstFast + EDGE); fast++) {
            for (int slow = firstSlow; slow < Math.min(SLOWS, firstSlow + EDGE); slow++) {
                tile.add(at(fast, slow));
            }
        }
        return tile;
    }

    static Study study(SyntheticYears market, Class<?> strategy, Record parameters, int firstBar) {
        return new Study(template(market.bars(), market.instrument().tick(), strategy, parameters), firstBar);
    }

    private static BacktestSetup template(Bars bars, Decimal tick, Class<?> strategy, Record parameters) {
        Instrument instrument = Instrument.linear(
                1, "benchmark", Symbol.parse("BTC/USDT:USDT"), tick, Decimal.parse("0.000001"), Decimal.ONE);
        Rate fee = Rate.ofBasisPoints(SyntheticYears.FEE);
        return new BacktestSetup(
                List.of(new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, "")),
                List.of(new BacktestSetup.Contestant(strategy, parameters, "", 0, 0, WHOLE)),
                Decimal.of(10_000),
                WHOLE,
                new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE);
    }

    /** The first bar at which the longest average, and its value of the bar before, exist. */
    static int firstBar() {
        return SLOW_FIRST + SLOW_STEP * (SLOWS - 1);
    }
}
