package io.fulmar.research.backtest;

import io.fulmar.bus.Log;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Currency;
import io.fulmar.domain.Side;
import io.fulmar.engine.Desk;
import io.fulmar.portfolio.Trade;
import io.fulmar.simulation.exchange.VenueNotes;
import java.util.List;

/**
 * What came out of a backtest, exactly: money in units of the currency.
 *
 * @param closeTimes of each step, UTC ns, from the first bar whose signals count
 * @param equity at those times
 * @param grossEquity the same had there been no fees
 * @param firstStep the step at which the window begins
 * @param notes what the venue knew of each fill, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
public record BacktestResult(
        Currency currency,
        long cash,
        long[] closeTimes,
        long[] equity,
        long[] grossEquity,
        int firstStep,
        List<Trade> trades,
        List<FillRow> fills,
        Desk desk,
        Log log,
        Hashes hashes,
        VenueNotes notes) {

    /** A fill with the words its order gives it. */
    public record FillRow(
            long order,
            int seat,
            long instrument,
            Side side,
            long ticks,
            long lots,
            long fee,
            Cause cause,
            long time,
            String reason) {}

    /** SHA-256 of fills and what they left, of the ledger, and of the decisions. */
    public record Hashes(String run, String ledger, String decision) {}

    /** Positions still open at the last close. */
    public int openTrades() {
        return (int) desk.ledger().account().positions().stream()
                .filter(position -> position.lots() != 0)
                .count();
    }

    /** Fills by which the venue closed a position. */
    public long liquidations() {
        return fills.stream().filter(fill -> fill.cause() == Cause.LIQUIDATION).count();
    }

    public long finalEquity() {
        return equity.length == 0 ? cash : equity[equity.length - 1];
    }

    /** Equity at the last close over cash, less one. */
    public double netReturn() {
        return (double) (finalEquity() - cash) / cash;
    }

    public long fees() {
        return desk.ledger().account().fees();
    }

    /** The worst fall from a peak at bar closes, the starting cash included, as a positive fraction. */
    public double maxDrawdown() {
        return Drawdowns.depth(equity, 0, equity.length, cash, 1);
    }
}
