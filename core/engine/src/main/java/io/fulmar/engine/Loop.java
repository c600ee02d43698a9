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
        // everything the loop touches, in locals: a call into the strategy could change any field, as far as the
        // compiler knows
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
        long above = desk.wakesAbove();
        long below = desk.wakesBelow();
        boolean asleep = above == Long.MAX_VALUE && below == Long.MIN_VALUE;
        int free = handled ? from : from - 1;
        int bar = from;
        boolean spoke = false;
        while (bar < to && !spoke && (asleep || bar == free || (highs[bar] < above && lows[bar] > below))) {
            frame.moveTo(origin + bar);
            if (bar >= first) {
                strategy.onBar(new Bar(
                        openTimes[bar],
                        opens[bar] * mantissa / divisor,
                        highs[bar] * mantissa / divisor,
                        lows[bar] * mantissa / divisor,
                        closes[bar] * mantissa / divisor,
                        volumes[bar]));
                spoke = seat.spoke();
            }
            bar++;
        }
        desk.marks.ran(tape, from, bar);
        return spoke ? bar - 1 : bar;
    }

    @Override
    public void call(Place place) {
        place.strategy.onBar(place.tape.bar());
    }
}
