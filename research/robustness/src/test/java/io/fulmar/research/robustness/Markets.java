package io.fulmar.research.robustness;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.List;
import java.util.SplittableRandom;

/** Markets and backtests for tests: minutes, tick 0.01, lot 0.001. */
final class Markets {
    private static final long WHOLE = 1_000_000;

    private Markets() {}

    /** A random walk of minutes from 100 on. */
    static Bars walk(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(Timeframe.MINUTE, size);
        double price = 10_000;
        long last = 10_000;
        for (int i = 0; i < size; i++) {
            price = Math.max(1_000, price * (1 + 0.001 * random.nextGaussian()));
            long close = Math.round(price);
            long high = Math.max(last, close) + random.nextInt(5);
            long low = Math.min(last, close) - random.nextInt(5);
            bars.append(i * Timeframe.MINUTE.nanos(), last, high, low, close, 1);
            last = close;
        }
        return bars;
    }

    static BacktestSetup setup(Bars bars, Class<?> type, Record parameters) {
        return setup(market(bars), type, parameters);
    }

    static MarketData market(Bars bars) {
        Instrument instrument = Instrument.linear(
                1, "test", Symbol.parse("X/USDT:USDT"), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);
        return MarketData.made(instrument, bars);
    }

    static BacktestSetup setup(MarketData market, Class<?> type, Record parameters) {
        return new BacktestSetup(
                List.of(market),
                List.of(new BacktestSetup.Contestant(type, parameters, "", 0, 0, WHOLE)),
                Decimal.parse("10000"),
                WHOLE,
                new ExchangeRules(Rate.ZERO, Rate.ZERO, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE);
    }

    static BacktestResult run(BacktestSetup setup) {
        return new Backtest(setup).run();
    }
}
