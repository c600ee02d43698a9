package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trade certainly saw, by hand over five bars. */
class ExcursionTest {
    private static final long MINUTE = 60_000_000_000L;

    /** open, high, low, close */
    private static Bars bars() {
        Bars bars = new Bars(Timeframe.MINUTE, 5);
        bars.append(0, 100, 104, 97, 102, 1);
        bars.append(MINUTE, 102, 110, 90, 101, 1);
        bars.append(2 * MINUTE, 101, 106, 99, 105, 1);
        bars.append(3 * MINUTE, 105, 120, 80, 103, 1);
        bars.append(4 * MINUTE, 103, 103, 103, 103, 1);
        return bars;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what happened; entered: bar, price, paid; left: bar, price; lowest and highest
        "at the open and left at the next open,                     1, 102, 102, 2, 101,  90 to 110",
        "at the open but paid more because of slippage,             1, 102, 104, 2, 101,  90 to 110",
        "at a limit below the open: the low came after,             1,  95,  95, 2, 101,  90 to 101",
        "at a trigger above the open: the high came after,          1, 108, 108, 2, 101, 101 to 110",
        "over several bars: those between count whole,              1,  95,  95, 3, 105,  90 to 106",
        "left inside a bar at a target: its open and the fill,      2, 101, 101, 3, 112,  99 to 112",
        "left inside a bar at a stop: the same,                     2, 101, 101, 3,  85,  85 to 106",
        "entered and left inside one bar: nothing but the fills,    1, 102, 102, 1, 108, 102 to 108",
        "a bar of one price at the end,                             2, 101, 101, 4, 103,  80 to 120"
    })
    void theLowestAndTheHighest(String what, int entry, long shown, long paid, int exit, long left, String seen) {
        Trade trade = new Trade(
                0,
                1,
                Side.BUY,
                1,
                entry * MINUTE,
                exit * MINUTE,
                paid,
                left,
                paid,
                left,
                0,
                1_000,
                Cause.SIGNAL,
                Bracket.NONE);
        Excursion excursion = Excursion.of(bars(), trade, shown);
        assertThat(excursion.lowestTicks() + " to " + excursion.highestTicks())
                .as(what)
                .isEqualTo(seen);
    }

    @Test
    void anEntryAtAMomentInsideABarKnowsOnlyWhereThatBarClosed() {
        Trade trade = new Trade(
                0, 1, Side.SELL, 1, MINUTE + 30, 3 * MINUTE, 102, 105, 102, 105, 0, 1_000, Cause.SIGNAL, Bracket.NONE);
        assertThat(Excursion.of(bars(), trade, 102)).isEqualTo(new Excursion(99, 106));
    }
}
