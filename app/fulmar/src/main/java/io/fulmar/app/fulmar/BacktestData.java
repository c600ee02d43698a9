package io.fulmar.app.fulmar;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import io.fulmar.research.backtest.CsvBars;
import io.fulmar.research.backtest.InstrumentSteps;
import io.fulmar.research.backtest.KindBars;
import io.fulmar.research.backtest.MarketData;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a backtest into markets that share one account. */
final class BacktestData {
    private BacktestData() {}

    static List<MarketData> read(BacktestRequest request) {
        BacktestRequest.Data data = request.data();
        if (data.lake().isPresent()) {
            return oneCurrency(
                    data.kind().isPresent()
                            ? LakeKinds.read(
                                    data.lake().get(),
                                    request.steps(),
                                    data.timeframe(),
                                    data.kind().get())
                            : LakeData.read(data.lake().get(), request.steps(), data.timeframe()));
        }
        List<MarketData> markets = new ArrayList<>();
        for (BacktestRequest.Source source : data.sources()) {
            markets.add(of(request, source, markets.size() + 1L));
        }
        return oneCurrency(markets);
    }

    private static MarketData of(BacktestRequest request, BacktestRequest.Source source, long id) {
        BacktestRequest.Data data = request.data();
        if (data.kind().isEmpty()) return read(request, source, data.timeframe(), id);
        return data.kind().get() instanceof BarKind.Time(Timeframe longer)
                ? read(request, source, longer, id)
                : KindBars.of(
                        read(request, source, data.timeframe(), id), data.kind().get());
    }

    private static MarketData read(
            BacktestRequest request, BacktestRequest.Source source, Timeframe timeframe, long id) {
        BacktestRequest.Steps steps = request.steps();
        if (steps.instrument().isPresent()) {
            Instrument instrument = InstrumentFile.read(steps.instrument().get(), id, source.symbol());
            return CsvBars.read(source.file(), instrument, timeframe);
        }
        InstrumentSteps given = new InstrumentSteps(
                steps.tick().orElse(Decimal.ZERO), steps.lot().orElse(Decimal.ZERO));
        return CsvBars.read(source.file(), id, source.symbol(), timeframe, given);
    }

    /** An account is kept in one currency with one number of digits: the most that any of its instruments needs. */
    private static List<MarketData> oneCurrency(List<MarketData> markets) {
        String code = markets.getFirst().instrument().settlement().code();
        int digits = 0;
        for (MarketData market : markets) {
            Currency currency = market.instrument().settlement();
            if (!currency.code().equals(code)) {
                throw new Failure(
                                ErrorCode.BAD_CONFIGURATION,
                                market.instrument().symbol() + " settles in " + currency + ", "
                                        + markets.getFirst().instrument().symbol() + " in " + code)
                        .help("an account is kept in one currency: test them apart");
            }
            digits = Math.max(digits, currency.digits());
        }
        Currency shared = new Currency(code, digits);
        return markets.stream().map(market -> in(market, shared)).toList();
    }

    private static MarketData in(MarketData market, Currency currency) {
        Instrument i = market.instrument();
        if (i.settlement().equals(currency)) return market;
        Instrument same = new Instrument(
                i.id(), i.venue(), i.symbol(), i.kind(), i.tick(), i.lot(), i.contract(), i.minimums(), currency);
        return new MarketData(
                same,
                market.bars(),
                market.rows(),
                market.missingBars(),
                market.missingRows(),
                market.roundedCells(),
                market.rowsDropped(),
                market.dataHash());
    }
}
