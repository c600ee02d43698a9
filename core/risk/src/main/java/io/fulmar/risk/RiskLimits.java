package io.fulmar.risk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which controls are on, and how tight. A control that is not in {@code account} is off.
 *
 * @param account for the account as a whole
 * @param seats limits of single strategies, which hold beside the account's and count that strategy's own lots and orders
 * @param instruments limits of single instruments, by id, in place of the account's
 * @param allowed ids of the instruments that may be traded, read while {@link Control#INSTRUMENTS} is on
 */
public record RiskLimits(
        Map<Control, Bound> account,
        Map<Integer, Map<Control, Bound>> seats,
        Map<Long, Map<Control, Bound>> instruments,
        Set<Long> allowed) {
    /** No window remembers more than that. */
    static final long COUNT_MAX = 10_000;

    private static final List<String> REQUIRED_LIVE = List.of("S-1", "C-1", "C-2", "C-3", "C-4");
    private static final long SPAN_MAX = 31L * 24 * 3600 * 1_000_000_000;
    private static final long RECOVERY_MAX = 10_000;
    private static final long PPM_MAX = 1_000_000_000;

    public RiskLimits {
        account = checked(account);
        seats = nested(seats);
        instruments = nested(instruments);
        allowed = Collections.unmodifiableSet(new TreeSet<>(allowed));
        if (!account.containsKey(Control.MODE)) {
            throw new IllegalArgumentException("MODE cannot be off: a desk that is told to reduce must reduce");
        }
        seats.forEach((seat, bounds) -> reach("seat " + seat, bounds, Control.Reach.SEAT));
        instruments.forEach((id, bounds) -> reach("instrument " + id, bounds, Control.Reach.INSTRUMENT));
    }

    /** Everything off, but for solvency at decision time, impossible data and the desk's mode. */
    public static RiskLimits backtest() {
        var bounds = new EnumMap<Control, Bound>(Control.class);
        for (var control : Control.values()) {
            bounds.put(control, control.backtest());
        }
        return new RiskLimits(bounds, Map.of(), Map.of(), Set.of());
    }

    /** The defaults of docs/risk.md for an account that trades those instruments. */
    public static RiskLimits live(Set<Long> allowed) {
        var bounds = new EnumMap<Control, Bound>(Control.class);
        for (var control : Control.values()) {
            bounds.put(control, control.live());
        }
        return new RiskLimits(bounds, Map.of(), Map.of(), allowed);
    }

    public RiskLimits with(Control control, Bound bound) {
        return new RiskLimits(put(account, control, bound), seats, instruments, allowed);
    }

    public RiskLimits with(Control control, long limit) {
        return with(control, new Bound(limit, control.live().span()));
    }

    public RiskLimits without(Control control) {
        return with(control, Bound.OFF);
    }

    public RiskLimits withSeat(int seat, Control control, Bound bound) {
        return new RiskLimits(account, putNested(seats, seat, control, bound), instruments, allowed);
    }

    public RiskLimits withInstrument(long instrument, Control control, Bound bound) {
        return new RiskLimits(account, seats, putNested(instruments, instrument, control, bound), allowed);
    }

    public Bound bound(Control control) {
        return account.getOrDefault(control, Bound.OFF);
    }

    /** The controls that are on, for whomever, in their order: run.json lists them. */
    public List<Control> on() {
        var all = new TreeSet<>(account.keySet());
        seats.values().forEach(bounds -> all.addAll(bounds.keySet()));
        instruments.values().forEach(bounds -> all.addAll(bounds.keySet()));
        return List.copyOf(all);
    }

    /** Numbers of the controls that live trading requires and of which nothing is on here; empty when these limits will do. */
    public List<String> missingForLive() {
        return REQUIRED_LIVE.stream()
                .filter(number -> account.keySet().stream()
                        .noneMatch(control -> control.number().equals(number)))
                .toList();
    }

    private static <K> Map<K, Map<Control, Bound>> putNested(
            Map<K, Map<Control, Bound>> all, K key, Control control, Bound bound) {
        var copy = new TreeMap<>(all);
        copy.put(key, put(copy.getOrDefault(key, Map.of()), control, bound));
        return copy;
    }

    private static Map<Control, Bound> put(Map<Control, Bound> bounds, Control control, Bound bound) {
        var copy = new EnumMap<Control, Bound>(Control.class);
        copy.putAll(bounds);
        copy.put(control, bound);
        return copy;
    }

    private static <K> Map<K, Map<Control, Bound>> nested(Map<K, Map<Control, Bound>> all) {
        var copy = new TreeMap<K, Map<Control, Bound>>();
        all.forEach((key, bounds) -> copy.put(key, checked(bounds)));
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Control, Bound> checked(Map<Control, Bound> bounds) {
        var copy = new EnumMap<Control, Bound>(Control.class);
        bounds.forEach((control, bound) -> {
            if (bound.on()) {
                check(control, bound);
                copy.put(control, bound);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static void check(Control control, Bound bound) {
        long limitMax = switch (control.unit()) {
            case SWITCH -> 1;
            case LOTS, MONEY -> Long.MAX_VALUE;
            case PPM -> PPM_MAX;
            case COUNT, BARS, SIGMA -> COUNT_MAX;
        };
        within(control, "limit", bound.limit(), 1, limitMax);
        switch (control.span()) {
            case NONE -> within(control, "span", bound.span(), 0, 0);
            case WINDOW, COOLDOWN -> within(control, "span in nanoseconds", bound.span(), 1, SPAN_MAX);
            case RECOVERY -> within(control, "recovery in bars", bound.span(), 1, RECOVERY_MAX);
        }
    }

    private static void within(Control control, String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s: a %s of %d is not between %d and %d".formatted(control, what, value, min, max));
        }
    }

    private static void reach(String whose, Map<Control, Bound> bounds, Control.Reach reach) {
        for (var control : bounds.keySet()) {
            if (control.reach() != reach && control.reach() != Control.Reach.EACH) {
                throw new IllegalArgumentException(control + " cannot be set for " + whose + " alone");
            }
        }
    }
}
