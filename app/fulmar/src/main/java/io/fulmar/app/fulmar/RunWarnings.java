package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.InstrumentKind;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Refusal;
import io.fulmar.engine.Watch;
import io.fulmar.research.backtest.DataWarning;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.ReportInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What to know before believing a result: short stable codes, see docs/results.md. */
final class RunWarnings {
    private final List<ReportInput.Warning> warnings = new ArrayList<>();

    private RunWarnings() {}

    static List<ReportInput.Warning> of(FinishedRun run) {
        RunWarnings found = new RunWarnings();
        found.lookAhead(run);
        found.costs(run);
        found.data(run);
        found.orders(run);
        return List.copyOf(found.warnings);
    }

    private void add(String code, long count, String sentence) {
        add(code, count, sentence, List.of());
    }

    private void add(String code, long count, String sentence, List<ReportInput.Moment> moments) {
        if (count > 0) warnings.add(new ReportInput.Warning(code, count, sentence, moments));
    }

    private void lookAhead(FinishedRun run) {
        List<ReportInput.Moment> moments = run.lookAhead().findings().stream()
                .map(finding -> new ReportInput.Moment(finding.decided(), finding.cut(), LookAheadCheck.words(finding)))
                .toList();
        add(
                "LOOK_AHEAD",
                moments.size(),
                "on data that end there it decides otherwise: it used later bars, or what an earlier run left in static"
                        + " fields; nothing here can be believed: fulmar lookahead",
                moments);
        List<String> readings = OutsideReadings.of(run.compiled());
        add(
                "READS_OUTSIDE",
                readings.size(),
                "places where a strategy reads files or the network by itself; what is read may hold the future: "
                        + String.join(", ", readings));
    }

    private void costs(FinishedRun run) {
        if (!run.costs()) {
            add(
                    "NO_COSTS",
                    1,
                    "no fee and no slippage was reckoned; a real account pays both: --fee-bps, --slippage-bps");
        }
        long perpetuals = run.markets().stream()
                .map(market -> market.instrument().kind())
                .filter(kind -> kind == InstrumentKind.LINEAR_PERPETUAL || kind == InstrumentKind.INVERSE_PERPETUAL)
                .count();
        add(
                "NO_FUNDING",
                perpetuals - run.contracts().funding().size(),
                "funding payments of the perpetual were not reckoned: --funding rates.csv");
        contracts(run);
    }

    private void contracts(FinishedRun run) {
        run.contracts().funding().forEach((symbol, funding) -> {
            add(
                    "FUNDING_HOLES",
                    funding.missing(),
                    "settlements that the funding file of " + symbol + " lacks: nothing was paid or received then");
        });
        boolean lent = run.request().account().leverage().compareTo(Decimal.ONE) > 0;
        if (lent && run.contracts().terms().margin() == MarginMode.NONE) {
            add(
                    "NO_LIQUIDATION",
                    1,
                    "with leverage a venue closes losing positions; here it never does: --margin isolated");
        }
        if (run.contracts().assumedTiers()) {
            add(
                    "ASSUMED_MAINTENANCE",
                    1,
                    "no table of maintenance margins was given; " + RunContracts.ASSUMED_MAINTENANCE_PERCENT
                            + " % of the notional was assumed: --margin FILE");
        }
        add("LIQUIDATED", run.result().liquidations(), "positions that the venue closed because their margin was gone");
    }

    private void data(FinishedRun run) {
        for (MarketData market : run.markets()) {
            for (DataWarning warning : market.warnings()) {
                String of = run.markets().size() == 1
                        ? ""
                        : " (" + market.instrument().symbol() + ")";
                boolean shown = warning.code().equals("BARS_MISSING")
                        && market.instrument().id() == run.market().instrument().id();
                add(
                        warning.code(),
                        warning.count(),
                        warning.text() + of,
                        shown ? RunMoments.holes(market.bars()) : List.of());
            }
        }
    }

    private void orders(FinishedRun run) {
        Watch watch = run.result().desk().watch();
        Map<Refusal, List<ReportInput.Moment>> moments = RunMoments.refusals(run);
        for (Map.Entry<Refusal, Long> refused : watch.refusals().entrySet()) {
            add(
                    "REFUSED_" + refused.getKey(),
                    refused.getValue(),
                    "signals refused: " + refused.getKey().sentence(),
                    moments.getOrDefault(refused.getKey(), List.of()));
        }
        for (int seat = 0; seat < run.seats().size(); seat++) {
            if (run.seats().get(seat).home() && !run.result().desk().warm(seat)) {
                add(
                        "NEVER_WARM",
                        1,
                        run.seats().get(seat).name()
                                + " was never asked: one of its series has no value on any bar; use more data or shorter series");
            }
        }
        add("DATA_GAPS", watch.gaps(), "stretches in which the book was not known: messages missing, or crossed");
        add("ENTRY_AT_END", watch.endedWithData(), "orders decided on the last bar, cancelled: no open follows");
        add("ENTRIES_NOT_FILLED", watch.unfilledEntries(), "entry orders withdrawn, expired, or rejected by the venue");
        add(
                "FREE_BALANCE_NEGATIVE",
                watch.overCommitted(),
                "entries that cost more than there was: the market opened beyond the price that sized them");
        add(
                "DESK_PAGES",
                watch.pagesInAll(),
                "things the desk would have called a person for: " + first(watch.pages()));
        RunMoments.LargeFills large = RunMoments.largeFills(run);
        add(
                "FILLS_LARGE",
                large.number(),
                "fills of more than " + Math.round(RunMoments.LARGE * 100)
                        + " % of their bar's volume: a real market would have moved away",
                large.moments());
        add("OPEN_AT_END", run.result().openTrades(), "positions still open at the end, marked at the last close");
        long intrabar = run.trips().stream()
                .filter(trip -> switch (trip.trade().exit()) {
                    case STOP, TARGET, TRAIL, LIQUIDATION -> true;
                    case SIGNAL, TIME, OPERATOR, SETTLEMENT -> false;
                })
                .count();
        add(
                "INTRABAR_TIME_UNKNOWN",
                intrabar,
                "stops and targets filled inside a bar: the moment is unknown, the bar's open time stands for it");
    }

    private static String first(List<String> pages) {
        return pages.isEmpty() ? "" : pages.getFirst();
    }
}
