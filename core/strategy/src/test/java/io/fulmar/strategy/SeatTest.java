package io.fulmar.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.Size;
import io.fulmar.domain.TimeInForce;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a strategy sees from its seat, and the signals its words become. */
class SeatTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Bar BAR = new Bar(0, 1, 1, 1, 1, 1);

    public record P() {}

    /** Says whatever a test wants it to say. */
    public static final class Free extends Strategy<P> {
        final Series close = close();
        final Series doubled = sma(2);
        Consumer<Free> words = free -> {};

        @Override
        public void onBar(Bar bar) {
            words.accept(this);
        }

        Entry buying() {
            return buy(units(1));
        }

        void leave(String why) {
            exit(why);
        }

        void takeBack() {
            withdraw("no longer");
        }
    }

    private final FakeColumns columns = new FakeColumns(1.00, 2.00, 3.00, 2.00, 2.00);
    private final Seat seat = new Seat(4, 9, MINUTE, columns);
    private final Free strategy = (Free) Strategies.seated(Free.class, new P(), seat);

    private void at(int bar) {
        columns.moveTo(bar);
    }

    private SignalEvent.Enter says(Consumer<Free> words) {
        strategy.words = words;
        strategy.onBar(BAR);
        assertThat(seat.spoke()).isTrue();
        SignalEvent.Enter signal = seat.takeEntry().orElseThrow();
        assertThat(seat.spoke()).isFalse();
        assertThat(seat.takeEntry()).isEmpty();
        return signal;
    }

    @Test
    void aPlainEntryIsAtTheMarketAndBare() {
        assertThat(says(Free::buying))
                .isEqualTo(new SignalEvent.Enter(
                        4,
                        9,
                        Side.BUY,
                        new Size.Units(Decimal.ONE),
                        OrderKind.MARKET,
                        Order.Terms.OPENING,
                        Bracket.NONE,
                        SignalEvent.Purpose.OPEN,
                        ""));
    }

    @Test
    void everyWordOfAnEntryFindsItsPlace() {
        at(2);
        SignalEvent.Enter signal = says(free -> free.buying()
                .limit(2.344)
                .stop(Distance.ticks(3))
                .target(Distance.ppm(10_000))
                .trail(free.close.times(0.5))
                .postOnly()
                .goodForBars(2)
                .because("of this"));
        assertThat(signal.kind()).as("rounded to ticks of 0.01").isEqualTo(new OrderKind.Limit(234));
        assertThat(signal.bracket())
                .isEqualTo(new Bracket(Distance.ticks(3), Distance.ppm(10_000), Distance.ticks(150)));
        assertThat(signal.terms())
                .as("two bars after this one, which closes at minute 3")
                .isEqualTo(new Order.Terms(new TimeInForce.GoodTilDate(5 * MINUTE), true, false));
        assertThat(signal.reason()).isEqualTo("of this");
        assertThat(says(free -> free.buying().trigger(3)).kind()).isEqualTo(new OrderKind.Stop(300));
        assertThat(says(free -> free.buying().trigger(3, 3.5)).kind()).isEqualTo(new OrderKind.StopLimit(300, 350));
        assertThat(says(free -> free.buying().touched(2)).kind()).isEqualTo(new OrderKind.TakeProfit(200));
        assertThat(says(free -> free.buying().immediateOrCancel()).terms().timeInForce())
                .isEqualTo(TimeInForce.IOC);
        assertThat(says(free -> free.buying().fillOrKill()).terms().timeInForce())
                .isEqualTo(TimeInForce.FOK);
        assertThat(says(free -> free.buying().stop(free.close.times(0))).bracket())
                .as("none is none")
                .isEqualTo(Bracket.NONE);
    }

    @Test
    void anEntryThatMakesNoSenseIsSaidAtOnce() {
        assertThatThrownBy(() -> says(free -> free.buying().trigger(3).limit(4)))
                .hasMessageContaining("a limit behind a trigger is trigger(price, limit)");
        assertThatThrownBy(() -> says(free -> free.buying().goodForBars(0))).hasMessageContaining("at least one bar");
        assertThatThrownBy(() -> says(free -> free.buying().limit(0.001))).hasMessageContaining("at least one tick");
        assertThatThrownBy(() -> says(free -> free.buying().limit(Double.NaN)))
                .hasMessageContaining("an order's price of NaN");
        assertThatThrownBy(() -> says(free -> free.buying().limit(1e300))).hasMessageContaining("an order's price");
        assertThatThrownBy(() -> Free.percent(0.00001)).hasMessageContaining("finer than 0.0001 percent");
        assertThatThrownBy(() -> Free.equityPercent(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Free.units(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Free.percent(0)).isEqualTo(Distance.NONE);
        assertThat(Free.percent(0.07)).isEqualTo(Distance.ppm(700));
    }

    @Test
    void theLastWordCountsAndSilenceHushesAll() {
        assertThat(says(free -> {
                            free.buying().because("first");
                            free.buying().because("second");
                        })
                        .reason())
                .isEqualTo("second");
        strategy.words = free -> {
            free.buying();
            free.leave("why");
            free.takeBack();
        };
        strategy.onBar(BAR);
        seat.hush();
        assertThat(seat.spoke()).isFalse();
        assertThat(seat.takeExit()).isEmpty();
        assertThat(seat.takeWithdrawal()).isEmpty();
        assertThat(seat.takeEntry()).isEmpty();
    }

    @Test
    void exitsAndWithdrawalsSayWhy() {
        strategy.words = free -> {
            free.leave("why");
            free.takeBack();
        };
        strategy.onBar(BAR);
        assertThat(seat.takeExit()).contains(new SignalEvent.Exit(4, 9, Cause.SIGNAL, "why"));
        assertThat(seat.takeWithdrawal()).contains(new SignalEvent.Withdraw(4, 9, "no longer"));
        assertThat(seat.takeWithdrawal()).isEmpty();
    }

    @Test
    void thePositionAndItsAgeAreSeenFromTheSeat() {
        at(0);
        assertThat(strategy.flat()).isTrue();
        assertThat(strategy.barsInTrade()).isZero();
        assertThat(strategy.entryPrice()).isNaN();
        seat.waiting(1);
        assertThat(strategy.flat()).as("an entry waits").isFalse();
        assertThat(strategy.holding()).isFalse();
        seat.waiting(0);
        at(1);
        seat.position(-5, 2.0, Cause.SIGNAL, 200);
        assertThat(strategy.isShort()).isTrue();
        assertThat(strategy.isLong()).isFalse();
        assertThat(strategy.entryPrice()).isEqualTo(2.0);
        assertThat(strategy.barsInTrade()).as("the entry bar counts as one").isEqualTo(1);
        at(3);
        seat.position(-9, 2.1, Cause.SIGNAL, 220);
        assertThat(strategy.barsInTrade()).isEqualTo(3);
        assertThat(strategy.rested(1)).as("no position has ended yet").isTrue();
        seat.position(0, Double.NaN, Cause.STOP, 230);
        assertThat(strategy.barsInTrade()).isZero();
        assertThat(strategy.flat()).isTrue();
        assertThat(strategy.rested(0)).isTrue();
        assertThat(strategy.rested(1)).isFalse();
        at(4);
        assertThat(strategy.rested(1)).isTrue();
        assertThat(strategy.rested(2, Cause.STOP)).isFalse();
        assertThat(strategy.rested(2, Cause.TARGET)).as("it was no target").isTrue();
        assertThat(seat.nanosSince(Cause.STOP)).isEqualTo(MINUTE);
    }

    @Test
    void aSeriesRemembersSoManyBarsAndNoMore() {
        at(4);
        assertThat(strategy.close.now()).isEqualTo(2.0);
        assertThat(strategy.close.ago(0)).isEqualTo(2.0);
        assertThat(strategy.close.ago(2)).isEqualTo(3.0);
        assertThat(strategy.close.ago(256)).as("before the data").isNaN();
        assertThatThrownBy(() -> strategy.close.ago(257)).hasMessage("ago(257): a series remembers 0 to 256 bars");
        assertThatThrownBy(() -> strategy.close.ago(-1)).hasMessage("ago(-1): a series remembers 0 to 256 bars");
    }

    @Test
    void aCrossWasOnOrBelowAndIsAbove() {
        at(1);
        assertThat(strategy.close.crossesAbove(1)).as("1 was on 1").isTrue();
        assertThat(strategy.close.crossesAbove(2)).as("2 is not above 2").isFalse();
        at(2);
        assertThat(strategy.close.crossesAbove(1)).as("2 was above").isFalse();
        at(3);
        assertThat(strategy.close.crossesBelow(3)).isTrue();
        assertThat(strategy.close.crossesBelow(2)).isFalse();
        at(4);
        assertThat(strategy.close.crossesBelow(2)).as("it stands still").isFalse();
        assertThat(strategy.close.crossesBelow(strategy.doubled)).isFalse();
        assertThat(strategy.close.below(strategy.doubled)).isTrue();
        assertThat(strategy.close.above(2) || strategy.close.below(2)).isFalse();
    }

    @Test
    void noCrossCountsOnTheFirstWarmBar() {
        seat.warmAt(1);
        at(1);
        assertThat(strategy.close.crossesAbove(1)).isFalse();
        assertThat(strategy.close.above(1)).isTrue();
        at(2);
        assertThat(strategy.close.crossesAbove(2)).isTrue();
    }

    @Test
    void aSeriesIsDeclaredInAFieldOrNotAtAll() {
        assertThat(seat.declared()).hasSize(2);
        strategy.words = free -> free.sma(3);
        assertThatThrownBy(() -> strategy.onBar(BAR))
                .hasMessage(
                        "a series was asked for inside a handler: declare it in a field, so that it is warm before it is read");
        assertThatThrownBy(() -> strategy.close.previous()).hasMessageContaining("inside a handler");
    }

    @Test
    void aStrategyIsNeverBuiltByHand() {
        assertThatThrownBy(Free::new).hasMessageContaining("hand the class to Strategies.seated");
    }

    @Test
    void aDistanceOfASeriesWithoutAValueIsAnError() {
        FakeColumns empty = new FakeColumns(Double.NaN);
        Seat other = new Seat(0, 1, MINUTE, empty);
        Free late = (Free) Strategies.seated(Free.class, new P(), other);
        assertThatThrownBy(() -> late.close.times(2)).hasMessageContaining("no usable value here");
    }

    /** A plan in two ways: the way that was taken must survive a restart. */
    public static final class TwoWays extends PlannedStrategy<P> {
        @Override
        public Plan plan() {
            return when(close().above(100))
                    .buy(equityPercent(1))
                    .exitAfter(1)
                    .orWhen(close().above(1))
                    .sell(equityPercent(1))
                    .exitAfter(2);
        }
    }

    @Test
    void aPlanRemembersWhichEntryItTook() {
        Strategy<?> plan = Strategies.seated(TwoWays.class, new P(), new Seat(0, 1, MINUTE, columns));
        at(2);
        plan.onBar(BAR);
        Memory memory = new Memory();
        plan.save(memory);
        assertThat(memory.entries()).containsEntry("rule", "1");
        Seat anew = new Seat(0, 1, MINUTE, columns);
        Strategy<?> restarted = Strategies.seated(TwoWays.class, new P(), anew);
        restarted.load(memory);
        columns.moveTo(2);
        anew.position(-1, 3, Cause.SIGNAL, 300);
        restarted.onBar(BAR);
        assertThat(anew.takeExit()).as("the second way stays for two bars").isEmpty();
        columns.moveTo(3);
        restarted.onBar(BAR);
        assertThat(anew.takeExit()).contains(new SignalEvent.Exit(0, 1, Cause.TIME, "held long enough"));
    }
}
