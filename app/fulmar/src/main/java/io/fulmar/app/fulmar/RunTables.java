package io.fulmar.app.fulmar;

import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** The tables of a run, see docs/results.md: trades.csv and equity.csv, every amount exact. */
final class RunTables {
    private static final int FLUSH_CHARS = 1 << 16;
    private static final long DAY = 86_400_000_000_000L;

    private final FinishedRun run;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(FLUSH_CHARS + 1024);
    private final IsoTime time = new IsoTime();

    private RunTables(FinishedRun run, OutputStream out) {
        this.run = run;
        this.out = out;
    }

    static void trades(FinishedRun run, OutputStream out) throws IOException {
        new RunTables(run, out).trades();
    }

    static void equity(FinishedRun run, OutputStream out) throws IOException {
        new RunTables(run, out).equity();
    }

    private void trades() throws IOException {
        line.append("number,strategy,symbol,side,entryTime,entryPrice,exitTime,exitPrice,quantity,")
                .append("grossPnl,fees,netPnl,return,exitKind,reason,stop,target,barsHeld\n");
        for (RoundTrip trip : run.trips()) {
            Trade trade = trip.trade();
            line.append(trip.number()).append(',').append(trip.strategy()).append(',');
            line.append(trip.symbol()).append(trip.buy() ? ",long," : ",short,");
            time.append(line, trade.entryTime());
            line.append(',').append(trip.entryPrice().toPlainString()).append(',');
            time.append(line, trade.exitTime());
            line.append(',').append(trip.exitPrice().toPlainString());
            line.append(',').append(trip.instrument().quantityOf(trade.lots()));
            line.append(',').append(run.money(trade.gross()));
            line.append(',').append(run.money(trade.fees()));
            line.append(',').append(run.money(trade.net()));
            line.append(',').append(trip.netReturn());
            line.append(',').append(trade.exit().word());
            line.append(',').append(quoted(trip.why()));
            level(trip, trip.stopTicks());
            level(trip, trip.targetTicks());
            line.append(',').append(trip.barsHeld()).append('\n');
            flush(FLUSH_CHARS);
        }
        flush(0);
    }

    private void level(RoundTrip trip, OptionalLong ticks) {
        line.append(',');
        if (ticks.isPresent()) line.append(trip.instrument().priceOf(ticks.getAsLong()));
    }

    /** A row at each midnight UTC, at the close of each bar with a fill and at the last close, or at every close. */
    private void equity() throws IOException {
        Times closes = Times.of(run.result().closeTimes());
        boolean all = run.request().result().everyBar();
        line.append("time,equity,grossEquity,fills\n");
        int fill = 0;
        long midnight = Math.floorDiv(closes.of(0), DAY) * DAY;
        int last = closes.size() - 1;
        for (int step = 0; step <= last; step++) {
            // Nothing to tell before the next fill's close or the next midnight.
            if (!all) step = Math.min(last, closes.after(Math.min(fillTime(fill), midnight - 1), step));
            long close = closes.of(step);
            // Midnights between two closes: what was known then is the earlier one.
            for (; midnight < close; midnight += DAY) {
                if (step > 0 && !all) row(midnight, step - 1, 0);
            }
            int before = fill;
            while (fillTime(fill) < close) fill++;
            if (all || fill > before || close == midnight || step == last) row(close, step, fill - before);
            if (close == midnight) midnight += DAY;
        }
        flush(0);
    }

    /** Of a fill; the end of time after the last. */
    private long fillTime(int fill) {
        List<BacktestResult.FillRow> fills = run.result().fills();
        return fill < fills.size() ? fills.get(fill).time() : Long.MAX_VALUE;
    }

    private void row(long moment, int step, int fills) throws IOException {
        time.append(line, moment);
        line.append(',').append(run.money(run.result().equity()[step]));
        line.append(',').append(run.money(run.result().grossEquity()[step]));
        line.append(',').append(fills).append('\n');
        flush(FLUSH_CHARS);
    }

    private void flush(int atLeast) throws IOException {
        if (line.length() < Math.max(1, atLeast)) return;
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') return "\"" + text.replace("\"", "\"\"") + "\"";
        }
        return text;
    }
}
