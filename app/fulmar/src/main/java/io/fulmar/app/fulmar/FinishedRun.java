package io.fulmar.app.fulmar;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.research.backtest.Attribution;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.DailyReturns;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.Metrics;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.Times;
import io.fulmar.research.backtest.TradeRow;
import io.fulmar.research.robustness.LookAhead;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A backtest that is done, and everything its files are made from.
 *
 * @param dailyReturns of the window in which signals counted
 * @param rows the same trades as statistics and the report read them
 * @param seed of generated data
 * @param lookAhead what the sample that is run again by default has shown
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
record FinishedRun(
        BacktestRequest request,
        CompiledStrategies compiled,
        List<Contestants.Seated> seats,
        List<MarketData> markets,
        RunContracts contracts,
        BacktestResult result,
        List<RoundTrip> trips,
        List<TradeRow> rows,
        Attribution attribution,
        double[] dailyReturns,
        Metrics metrics,
        OptionalLong seed,
        LookAhead.Result lookAhead,
        List<ReportInput.Warning> warnings) {
    private static final long DAY = 86_400_000_000_000L;

    static FinishedRun of(
            BacktestRequest request,
            BacktestRunner.Prepared prepared,
            BacktestResult result,
            LookAhead.Result lookAhead) {
        List<Contestants.Seated> seats = prepared.seats();
        List<MarketData> markets = prepared.feed().markets();
        RunContracts contracts = prepared.contracts();
        // Money units as they are: their ratios are those of the amounts, without a rounding in between.
        double[] daily = DailyReturns.of(
                Times.of(result.closeTimes()), step -> (double) result.equity()[step], (double) result.cash());
        List<RoundTrip> trips = RoundTrip.of(result, seats, markets);
        FinishedRun bare = new FinishedRun(
                request,
                prepared.compiled(),
                seats,
                markets,
                contracts,
                result,
                trips,
                trips.stream().map(RoundTrip::row).toList(),
                Attribution.of(result, markets, seat -> seats.get(seat).name()),
                daily,
                Metrics.of(daily, request.result().periods()),
                prepared.feed().seed(),
                lookAhead,
                List.of());
        return bare.warned(RunWarnings.of(bare));
    }

    private FinishedRun warned(List<ReportInput.Warning> found) {
        return new FinishedRun(
                request,
                compiled,
                seats,
                markets,
                contracts,
                result,
                trips,
                rows,
                attribution,
                dailyReturns,
                metrics,
                seed,
                lookAhead,
                List.copyOf(found));
    }

    Currency currency() {
        return result.currency();
    }

    /** What each strategy trades, once also in hedge mode. */
    Stream<Contestants.Seated> placesNamed() {
        return seats.stream().filter(seat -> seat.role() != Contestants.Role.SHORTS);
    }

    Decimal money(long units) {
        return Decimal.of(units, currency().digits());
    }

    MarketData market() {
        return markets.getFirst();
    }

    /** Index of the first bar of the first market whose signals counted. */
    int firstBar() {
        MarketData market = market();
        long from = result.closeTimes()[0];
        int bar = 0;
        while (bar < market.bars().size() - 1 && market.bars().closeTime(bar) < from) bar++;
        return bar;
    }

    /** The day that the first daily return is of, counted from 1970. */
    long firstDay() {
        return Math.ceilDiv(result.closeTimes()[0], DAY) - 1;
    }

    boolean costs() {
        BacktestRequest.Account account = request.account();
        return account.takerFee().numerator() != 0
                || account.makerFee().numerator() != 0
                || account.slippage().numerator() != 0;
    }

    /** (1 + net return) ^ (periods / number of daily returns) - 1; NaN once all is lost. */
    double cagr() {
        return StrictMath.pow(1 + result.netReturn(), (double) request.result().periods() / dailyReturns.length) - 1;
    }
}
