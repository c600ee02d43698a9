package io.fulmar.proof.benchmark;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import java.util.List;

/** The market of all engine benchmarks: minutes from 2024-01-01 on, of a stated seed; tick 0.01, lot 1, fee 4 basis points. */
record SyntheticYears(long seed, Bars bars, Instrument instrument) {
    static final int YEAR = 525_600;
    static final long SEED = 7;
    static final String FEE = "4";

    /** So large that it never binds. */
    static final long CASH = 100_000_000;

    private static final long START = 1_704_067_200_000_000_000L;
    private static final long ALL_OF_EQUITY = 1_000_000;
    private static final long NO_LEVERAGE = 1_000_000;

    static SyntheticYears minutes(long seed, int count) {
        Candles candles = SyntheticMarket.of(seed).bars(Timeframe.MINUTE, START, count);
        Bars bars = new Bars(
                candles.timeframe(),
                candles.openTimes(),
                candles.opens(),
                candles.highs(),
                candles.lows(),
                candles.closes(),
                candles.volumes(),
                count);
        Instrument instrument = Instrument.linear(
                1, "benchmark", Symbol.parse("BTC/USDT:USDT"), candles.tick(), Decimal.ONE, Decimal.ONE);
        return new SyntheticYears(seed, bars, instrument);
    }

    /** A desk with that strategy alone, ready to run. */
    Backtest desk(Class<?> strategy, Record parameters) {
        MarketData data = new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, "");
        Rate fee = Rate.ofBasisPoints(FEE);
        return new Backtest(new BacktestSetup(
                List.of(data),
                List.of(new BacktestSetup.Contestant(strategy, parameters, "", 0, 0, ALL_OF_EQUITY)),
                Decimal.of(CASH),
                NO_LEVERAGE,
                new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE));
    }
}
