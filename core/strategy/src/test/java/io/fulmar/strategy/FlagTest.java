package io.fulmar.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Expressions as code asks for them, and the same in a plan. */
class FlagTest {
    private static final long MINUTE = 60_000_000_000L;

    public record P() {}

    /** Has one of each in its fields. */
    public static final class Asking extends Strategy<P> {
        final Series close = close();
        final Series spread = series(close.value().minus(2));
        final Series since = barsSince(close.value().above(2));
        final Series then = valueWhen(close.value().above(2), spread);
        final Flag recent = flag(close.value().above(2).within(2));

        @Override
        public void onBar(Bar bar) {
            flag(close.value().above(1));
        }
    }

    private final FakeColumns columns = new FakeColumns(1, 3, 2, 2);
    private final Asking asking = (Asking) Strategies.seated(Asking.class, new P(), new Seat(0, 1, MINUTE, columns));

    @Test
    void aFlagHoldsWhenItsConditionDoes() {
        boolean[] recent = {false, true, true, false};
        double[] since = {Double.POSITIVE_INFINITY, 0, 1, 2};
        for (int bar = 0; bar < 4; bar++) {
            columns.moveTo(bar);
            assertThat(asking.recent.holds()).as("bar %s", bar).isEqualTo(recent[bar]);
            assertThat(asking.since.now()).as("bar %s", bar).isEqualTo(since[bar]);
        }
        assertThat(asking.spread.now()).isEqualTo(0);
        assertThat(asking.then.now()).isEqualTo(1);
    }

    @Test
    void aFlagIsDeclaredInAFieldOrNotAtAll() {
        assertThatThrownBy(() -> asking.onBar(new Bar(0, 1, 1, 1, 1, 1))).hasMessageContaining("inside a handler");
    }

    @Test
    void wordsOfPlansBecomeValues() {
        Value close = asking.close.value();
        assertThat(close.on(Duration.ofHours(4))).isEqualTo(new Value.OnTimeframe(close, Timeframe.parse("4h")));
        assertThat(close.above(1).during("NSE"))
                .isEqualTo(close.above(1).and(new Condition.During(Session.parse("NSE 09:15-15:30"))));
        assertThatThrownBy(() -> close.on(Duration.ZERO)).hasMessageContaining("not positive");
    }
}
