package io.fulmar.risk;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What trips by itself. Deciding returns events; only {@link #apply} changes what is tripped. */
final class Breakers {
    /** The instrument of a breaker that stands for the whole account. */
    static final long ACCOUNT = 0;

    /** A breaker that waits for good bars, not for a time. */
    static final long UNTIL_RECOVERED = Long.MAX_VALUE;

    private static final Control[] DATA = {
        Control.IMPOSSIBLE_DATA, Control.DATA_GAP, Control.DATA_FROZEN, Control.DATA_JUMP
    };

    private final Bounds bounds;
    private final boolean watchesData;
    private final long recovery;
    private final Map<Long, Watch> watches = new HashMap<>();

    /** Until when, by breaker and instrument. */
    private final Map<Key, Long> tripped = new TreeMap<>();

    private long drawdownsToday;

    private record Key(Breaker breaker, long instrument) implements Comparable<Key> {
        static Key of(Breaker breaker, long instrument) {
            return new Key(breaker, breaker == Breaker.DAILY_DRAWDOWN ? ACCOUNT : instrument);
        }

        @Override
        public int compareTo(Key other) {
            int order = breaker.compareTo(other.breaker);
            return order != 0 ? order : Long.compare(instrument, other.instrument);
        }
    }

    Breakers(Bounds bounds) {
        this.bounds = bounds;
        long longest = 0;
        for (var control : DATA) {
            if (bounds.on(control)) {
                longest = Math.max(longest, bounds.span(control));
            }
        }
        watchesData = longest > 0;
        recovery = Math.max(1, longest);
    }

    // ---- facts ----

    void apply(RiskEvent event) {
        switch (event) {
            case RiskEvent.BreakerTripped trip -> {
                tripped.put(Key.of(trip.breaker(), trip.instrument()), trip.untilNanos());
                if (trip.breaker() == Breaker.DAILY_DRAWDOWN) {
                    drawdownsToday++;
                }
            }
            case RiskEvent.BreakerReset reset -> tripped.remove(Key.of(reset.breaker(), reset.instrument()));
            case RiskEvent.SignalRefused _, RiskEvent.InstrumentHalted _ -> {
                // The desk keeps both.
            }
        }
    }

    void onDay() {
        drawdownsToday = 0;
    }

    // ---- the market ----

    boolean watchesBars() {
        return bounds.on(Control.DATA_GAP)
                || bounds.on(Control.DATA_FROZEN)
                || bounds.on(Control.DATA_JUMP)
                || bounds.on(Control.TRADE_VOLUME_BAR)
                || bounds.on(Control.LIQUIDITY)
                || bounds.on(Control.DAILY_DRAWDOWN);
    }

    List<RiskEvent> onBar(Situation situation, long open, long high, long low, long close) {
        var events = new ArrayList<RiskEvent>(0);
        data(situation, open, high, low, close, events);
        long now = situation.now();
        due(now, events);
        if (!tripped(Breaker.DAILY_DRAWDOWN, ACCOUNT) && drawdown(situation).present()) {
            events.add(new RiskEvent.BreakerTripped(
                    Breaker.DAILY_DRAWDOWN,
                    ACCOUNT,
                    Math.addExact(now, bounds.span(Control.DAILY_DRAWDOWN)),
                    "equity %d, %d at midnight".formatted(situation.equity(), situation.dayStartEquity())));
        }
        long instrument = situation.instrument().id();
        long held = Math.abs(situation.netLots());
        if (!tripped(Breaker.LIQUIDITY, instrument) && illiquid(held, close, situation)) {
            events.add(new RiskEvent.BreakerTripped(
                    Breaker.LIQUIDITY,
                    instrument,
                    Math.addExact(now, bounds.span(Control.LIQUIDITY)),
                    "%d lots held, an average bar trades %s".formatted(held, situation.averageVolume())));
        }
        return events.isEmpty() ? List.of() : events;
    }

    private void data(Situation situation, long open, long high, long low, long close, List<RiskEvent> events) {
        if (!watchesBars() && !watchesData) {
            return;
        }
        long instrument = situation.instrument().id();
        var watch = watches.computeIfAbsent(instrument, _ -> new Watch(bounds, situation.instrument()));
        String fault = watch.onBar(situation, open, high, low, close);
        boolean isOpen = tripped(Breaker.DATA_INTEGRITY, instrument);
        if (!fault.isEmpty() && !isOpen) {
            events.add(new RiskEvent.BreakerTripped(Breaker.DATA_INTEGRITY, instrument, UNTIL_RECOVERED, fault));
        } else if (isOpen && watch.good() >= recovery) {
            events.add(new RiskEvent.BreakerReset(Breaker.DATA_INTEGRITY, instrument));
        }
    }

    List<RiskEvent> onGap(MarketDataEvent.Gap gap) {
        var watch = watches.get(gap.instrument());
        if (watch != null) {
            watch.onGap();
        }
        return bounds.on(Control.DATA_GAP) && !tripped(Breaker.DATA_INTEGRITY, gap.instrument())
                ? List.of(new RiskEvent.BreakerTripped(
                        Breaker.DATA_INTEGRITY, gap.instrument(), UNTIL_RECOVERED, gap.reason()))
                : List.of();
    }

    /** An entry that filled larger than the volume it was judged by: the market has become thinner since. */
    List<RiskEvent> onFill(Order order, FillEvent.Filled fill, long now) {
        if (!bounds.on(Control.TRADE_VOLUME_BAR) || order.reduceOnly()) {
            return List.of();
        }
        var watch = watches.get(order.instrument());
        if (watch == null) {
            return List.of();
        }
        double size = watch.base(fill.lots(), fill.ticks());
        boolean beyond = size * 1e6 > bounds.limit(Control.TRADE_VOLUME_BAR) * watch.lastVolume();
        return beyond && !tripped(Breaker.TRADE_VOLUME, order.instrument())
                ? List.of(new RiskEvent.BreakerTripped(
                        Breaker.TRADE_VOLUME,
                        order.instrument(),
                        Math.addExact(now, bounds.span(Control.TRADE_VOLUME_BAR)),
                        "a fill of %s after a bar of %s".formatted(size, watch.lastVolume())))
                : List.of();
    }

    // ---- time ----

    long nextTimer() {
        long next = UNTIL_RECOVERED;
        for (long until : tripped.values()) {
            next = Math.min(next, until);
        }
        return next;
    }

    List<RiskEvent> onTimer(long now) {
        if (tripped.isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<RiskEvent>(0);
        due(now, events);
        return events.isEmpty() ? List.of() : events;
    }

    private void due(long now, List<RiskEvent> events) {
        tripped.forEach((key, until) -> {
            if (until <= now) {
                events.add(new RiskEvent.BreakerReset(key.breaker(), key.instrument()));
            }
        });
    }

    // ---- checks ----

    boolean any() {
        return !tripped.isEmpty();
    }

    boolean tripped(Breaker breaker, long instrument) {
        return !tripped.isEmpty() && tripped.containsKey(Key.of(breaker, instrument));
    }

    Objection open(long instrument) {
        for (var breaker : Breaker.values()) {
            if (tripped(breaker, instrument)) {
                return Objection.to(refusal(breaker), "the breaker " + breaker + " is open");
            }
        }
        return Objection.NONE;
    }

    private static Refusal refusal(Breaker breaker) {
        return switch (breaker) {
            case DATA_INTEGRITY -> Refusal.BAD_MARKET_DATA;
            case LIQUIDITY -> Refusal.LIQUIDITY;
            case TRADE_VOLUME, DAILY_DRAWDOWN -> Refusal.COOLDOWN;
        };
    }

    /** The first trip of a day at the limit, the next one at twice the limit: a reset gives new room, but no new day. */
    Objection drawdown(Situation situation) {
        if (!bounds.on(Control.DAILY_DRAWDOWN)) {
            return Objection.NONE;
        }
        long from = situation.dayStartEquity();
        long step = Math.multiplyExact(bounds.limit(Control.DAILY_DRAWDOWN), drawdownsToday + 1);
        long lost = Math.subtractExact(from, situation.equity());
        long limit = LimitChecks.lossAt(from, step);
        return lost >= limit ? Objection.to(Control.DAILY_DRAWDOWN, lost, limit) : Objection.NONE;
    }

    Objection drawdown(Ask ask) {
        return drawdown(ask.situation());
    }

    Objection volume(Ask ask) {
        var situation = ask.situation();
        if (!bounds.on(Control.TRADE_VOLUME_BAR) && !bounds.on(Control.TRADE_VOLUME_AVERAGE)) {
            return Objection.NONE;
        }
        double size = Ask.base(situation.instrument(), ask.order().lots(), situation.referenceTicks());
        var objection = volume(Control.TRADE_VOLUME_BAR, size, situation.barVolume());
        return objection.present() ? objection : volume(Control.TRADE_VOLUME_AVERAGE, size, situation.averageVolume());
    }

    private Objection volume(Control control, double size, double volume) {
        if (!bounds.on(control)) {
            return Objection.NONE;
        }
        // Written so that an unknown volume, which is NaN, refuses.
        boolean within = size * 1e6 <= bounds.limit(control) * volume;
        return within
                ? Objection.NONE
                : Objection.to(
                        control.refusal(),
                        "%s: %s of %s, allowed %d ppm".formatted(control, size, volume, bounds.limit(control)));
    }

    Objection liquidity(Ask ask) {
        long lots = LimitChecks.reach(ask);
        var situation = ask.situation();
        return lots > 0 && illiquid(lots, situation.referenceTicks(), situation)
                ? Objection.to(
                        Refusal.LIQUIDITY,
                        "%d lots, an average bar trades %s".formatted(lots, situation.averageVolume()))
                : Objection.NONE;
    }

    /** Allowed leverage is the account's up to the limit's share of an average bar, and falls as the share grows beyond. */
    private boolean illiquid(long lots, long ticks, Situation situation) {
        if (lots == 0 || !bounds.on(Control.LIQUIDITY)) {
            return false;
        }
        double share = Ask.base(situation.instrument(), lots, ticks) * 1e6 / situation.averageVolume();
        double room = Math.min(1, bounds.limit(Control.LIQUIDITY) / share);
        double allowed = (double) situation.equity() * ((double) situation.leveragePpm() / 1e6) * room;
        boolean within = (double) Ask.absolute(situation.value(lots, ticks)) <= allowed;
        return !within;
    }

    String state() {
        return "drawdowns " + drawdownsToday + " tripped " + tripped;
    }
}
