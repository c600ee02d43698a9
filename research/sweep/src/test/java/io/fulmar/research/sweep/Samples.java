package io.fulmar.research.sweep;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.util.List;

/** Plain studies: 10,000 of cash, lots of a thousandth, 4 basis points. */
final class Samples {
    private static final long WHOLE = 1_000_000;

    record Nothing() {}

    private Samples() {}

    static BacktestSetup template(Bars bars, Class<?> strategy) {
        Instrument instrument = Instrument.linear(
                1, "file", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);
        Rate fee = Rate.ofBasisPoints("4");
        return new BacktestSetup(
                List.of(new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, "")),
                List.of(new BacktestSetup.Contestant(strategy, new Nothing(), "", 0, 0, WHOLE)),
                Decimal.parse("10000"),
                WHOLE,
                new ExchangeRules(fee, fee, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE);
    }

    static Study study(Bars bars, Class<?> strategy, int firstBar) {
        return new Study(template(bars, strategy), firstBar);
    }
}
