package io.fulmar.engine;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategy;

/**
 * The loop over bars, and the only caller of a strategy's handlers. Each strategy class gets a hidden copy of this class, so that the call
 * has one target and the compiler can see through it: four strategy classes in one JVM then run as fast as each alone. That is why this
 * class is top-level, small and without static state.
 *
 * <p>Only bars on which nothing happens are run here. Where an order may be reached, a timer is due or the strategy has spoken the loop
 * stops and leaves that bar to the desk: were the desk's work called from here, the compiler would inline it in place of the strategy.
 */
final class Loop implements Runner {
    @Override
    public int run(Desk desk, Place place, int from, int to, boolean handled) {
        long above = desk.wakesAbove();
        long below = desk.wakesBelow();
        int free = handled ? from : from - 1;
        int bar = above == Long.MAX_VALUE && below == Long.MIN_VALUE
                ? asleep(place, before(place, from, to), to)
                : awake(place, from, to, free, above, below);
        desk.marks.ran(place.tape, from, place.seat.spoke() ? bar + 1 : bar);
        return bar;
    }

    /** Passes over the bars before the first decision. */
    private static int before(Place place, int from, int to) {
        int bar = Math.max(from, Math.min(to, place.firstDecision));
        if (bar > from) {
            place.tape.frame.moveTo(place.tape.frame.origin() + bar - 1);
        }
        return bar;
    }

    /**
     * Nothing waits at the venue: no price can end this, only the strategy. A loop of its own, and everything it touches in locals: a call
     * into the strategy could change any field, as far as the compiler knows, and with a second way out it would measure every column
     * again at every bar.
     */
    private static int asleep(Place place, int from, int to) {
        Tape tape = place.tape;
        Frame frame = tape.frame;
        int origin = frame.origin();
        Seat seat = place.seat;
        Strategy<?> strategy = place.strategy;
        long[] openTimes = tape.openTimes;
        long[] opens = tape.opens;
        long[] highs = tape.highs;
        long[] lows = tape.lows;
        long[] closes = tape.closes;
        double[] volumes = tape.volumes;
        double mantissa = tape.tickMantissa;
        double divisor = tape.priceDivisor;
        for (int bar = from; bar < to; bar++) {
            frame.moveTo(origin + bar);
            strategy.onBar(new Bar(
                    openTimes[bar],
                    opens[bar] * mantissa / divisor,
                    highs[bar] * mantissa / divisor,
                    lows[bar] * mantissa / divisor,
                    closes[bar] * mantissa / divisor,
                    volumes[bar]));
            if (seat.spoke()) {
                return bar;
            }
        }
        return to;
    }

    /** An order waits: the first bar that reaches a price at which it may fill is the desk's, but for one that the desk has had. */
    private static int awake(Place place, int from, int to, int free, long above, long below) {
        Tape tape = place.tape;
        Frame frame = tape.frame;
        int origin = frame.origin();
        Seat seat = place.seat;
        Strategy<?> strategy = place.strategy;
        long[] openTimes = tape.openTimes;
        long[] opens = tape.opens;
        long[] highs = tape.highs;
        long[] lows = tape.lows;
        long[] closes = tape.closes;
        double[] volumes = tape.volumes;
        double mantissa = tape.tickMantissa;
        double divisor = tape.priceDivisor;
        int first = place.firstDecision;
        for (int bar = from; bar < to; bar++) {
            if (bar != free && (highs[bar] >= above || lows[bar] <= below)) {
                return bar;
            }
            frame.moveTo(origin + bar);
            if (bar >= first) {
                strategy.onBar(new Bar(
                        openTimes[bar],
                        opens[bar] * mantissa / divisor,
                        highs[bar] * mantissa / divisor,
                        lows[bar] * mantissa / divisor,
                        closes[bar] * mantissa / divisor,
                        volumes[bar]));
                if (seat.spoke()) {
                    return bar;
                }
            }
        }
        return to;
    }

    @Override
    public void call(Place place) {
        place.strategy.onBar(place.tape.bar());
    }
}
