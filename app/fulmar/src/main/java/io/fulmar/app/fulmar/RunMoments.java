package io.fulmar.app.fulmar;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Template;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.ReportInput.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the things happened that a run warns of: the first few of each, to look at in the charts. */
final class RunMoments {
    static final int MOMENTS_MAX = 20;

    /** A fill larger than this part of its bar's volume would have moved the price it is said to have had. */
    static final double LARGE = 0.10;

    private RunMoments() {}

    /** The longest holes between bars, in the order of time. */
    static List<Moment> holes(Bars bars) {
        long nanos = bars.timeframe().nanos();
        List<Moment> holes = new ArrayList<>();
        for (int bar = 1; bar < bars.size(); bar++) {
            long missing = (bars.openTime(bar) - bars.closeTime(bar - 1)) / nanos;
            if (missing > 0) {
                holes.add(new Moment(
                        bars.closeTime(bar - 1), bars.openTime(bar), missing + (missing == 1 ? " bar" : " bars")));
                if (holes.size() > MOMENTS_MAX * 2) longest(holes);
            }
        }
        longest(holes);
        return holes;
    }

    private static void longest(List<Moment> holes) {
        holes.sort(Comparator.comparingLong(hole -> hole.from() - hole.to()));
        holes.subList(Math.min(MOMENTS_MAX, holes.size()), holes.size()).clear();
        holes.sort(Comparator.comparingLong(Moment::from));
    }

    /** The first refusals of each kind that were journaled. */
    static Map<Refusal, List<Moment>> refusals(FinishedRun run) {
        Map<Refusal, List<Moment>> refusals = new EnumMap<>(Refusal.class);
        if (run.result().desk().watch().refusals().isEmpty()) return refusals;
        long nanos = run.market().bars().timeframe().nanos();
        Journal.read(
                run.result().log(), 1, EnumSet.of(Template.SIGNAL_REFUSED, Template.REFUSED), (envelope, event) -> {
                    long from = envelope.receiveTime() - nanos;
                    switch (event) {
                        case RiskEvent.SignalRefused(int seat, long ignored, Refusal refusal, String detail) ->
                            add(
                                    refusals,
                                    refusal,
                                    from,
                                    nanos,
                                    run.seats().get(seat).name() + ", " + detail);
                        case OrderEvent.Refused(long order, Refusal refusal, String detail) ->
                            add(refusals, refusal, from, nanos, "order " + order + ", " + detail);
                        default -> {} // no refusal
                    }
                });
        return refusals;
    }

    private static void add(Map<Refusal, List<Moment>> refusals, Refusal refusal, long from, long nanos, String words) {
        List<Moment> moments = refusals.computeIfAbsent(refusal, ignored -> new ArrayList<>());
        if (moments.size() < MOMENTS_MAX) moments.add(new Moment(from, from + nanos, words));
    }

    /** Fills beyond what their bar can have held; {@code number} counts those beyond the moments shown too. */
    record LargeFills(long number, List<Moment> moments) {}

    /** Nothing is said of markets whose file has no volume. */
    static LargeFills largeFills(FinishedRun run) {
        Map<Long, MarketData> markets = new HashMap<>();
        for (MarketData market : run.markets()) {
            boolean volume = Arrays.stream(
                            market.bars().volumes(), 0, market.bars().size())
                    .anyMatch(v -> v > 0);
            if (volume) markets.put(market.instrument().id(), market);
        }
        long number = 0;
        List<Moment> moments = new ArrayList<>();
        for (BacktestResult.FillRow fill : run.result().fills()) {
            MarketData market = markets.get(fill.instrument());
            if (market == null) continue;
            Bars bars = market.bars();
            int bar = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), fill.time());
            if (bar < 0) continue;
            double share = base(market, fill) / bars.volumes()[bar];
            if (share <= LARGE) continue;
            number++;
            if (moments.size() < MOMENTS_MAX) moments.add(new Moment(fill.time(), bars.closeTime(bar), words(share)));
        }
        return new LargeFills(number, moments);
    }

    private static String words(double share) {
        return Double.isInfinite(share) ? "a bar without volume" : Math.round(share * 100) + " % of the bar's volume";
    }

    /** In units of the base, as volumes are counted. */
    private static double base(MarketData market, BacktestResult.FillRow fill) {
        var instrument = market.instrument();
        double contracts =
                instrument.quantity(fill.lots()) * instrument.contract().doubleValue();
        return instrument.kind().inverse() ? contracts / instrument.price(fill.ticks()) : contracts;
    }
}
