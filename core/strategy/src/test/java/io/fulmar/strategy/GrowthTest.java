package io.fulmar.strategy;

import static io.fulmar.domain.Cause.SIGNAL;
import static io.fulmar.domain.Cause.STOP;
import static io.fulmar.domain.Cause.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.SignalEvent.Purpose;
import io.fulmar.domain.Size;
import io.fulmar.domain.TimeInForce;
import io.fulmar.indicator.Field;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The words by which positions grow, are entered again and are turned round. */
class GrowthTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Value CLOSE = new Value.OfField(Field.CLOSE);
    private static final Size ALL = new Size.EquityShare(1_000_000);
    private static final Plan BUY = Plan.when(CLOSE.above(1)).buy(ALL);
    private static final Plan.Pyramid ADDS =
            new Plan.Pyramid(2, Plan.Pyramid.NONE.when(), Plan.Reach.NONE, Plan.Pyramid.NONE.size());

    public record P() {}

    /** Says whatever a test wants it to say. */
    public static final class Free extends Strategy<P> {
        Consumer<Free> words = free -> {};

        @Override
        public void onBar(Bar bar) {
            words.accept(this);
        }

        Entry fishing(Rungs rungs) {
            return fish(units(3), rungs);
        }

        Rungs two() {
            return rungs(2).apart(ticks(10));
        }

        Entry adding() {
            return add(units(1));
        }

        Entry turning() {
            return reverse(units(1));
        }

        boolean gained(long ticks) {
            return ahead(ticks(ticks));
        }

        boolean left(Cause cause) {
            return justLeft(cause);
        }

        boolean rest(Duration time) {
            return rested(time);
        }
    }

    private final FakeColumns columns = new FakeColumns(1.00, 2.00, 3.00, 2.00, 2.00);
    private final Seat seat = new Seat(0, 1, MINUTE, columns);
    private final Free strategy = (Free) Strategies.seated(Free.class, new P(), seat);

    private void leaveAt(int bar, long lots, Cause cause, long ticks) {
        columns.moveTo(bar);
        seat.position(lots, 2, SIGNAL, 200);
        seat.position(0, Double.NaN, cause, ticks);
    }

    @Test
    void rungsLieBelowALongsExitAndAboveAShorts() {
        leaveAt(1, 5, STOP, 150);
        strategy.fishing(strategy.two()).stop(Distance.ticks(7));
        assertThat(seat.takeEntry()).isEmpty();
        List<SignalEvent.Enter> rungs = seat.takeRungs();
        assertThat(rungs).extracting(SignalEvent.Enter::kind).containsExactly(limit(140), limit(130));
        assertThat(rungs).extracting(SignalEvent.Enter::side).containsOnly(Side.BUY);
        assertThat(rungs).extracting(SignalEvent.Enter::purpose).containsOnly(Purpose.RUNG);
        assertThat(rungs).extracting(rung -> rung.bracket().stop()).containsOnly(Distance.ticks(7));
        assertThat(rungs.get(0).size()).isEqualTo(new Size.Units(Decimal.parse("1.5")));
        assertThat(seat.takeRungs()).as("taken once").isEmpty();
        leaveAt(2, -5, STOP, 150);
        strategy.fishing(strategy.two());
        assertThat(seat.takeRungs()).extracting(SignalEvent.Enter::kind).containsExactly(limit(160), limit(170));
    }

    private static OrderKind limit(long ticks) {
        return new OrderKind.Limit(ticks);
    }

    @Test
    void rungsWaitAsLongAsTheyAreTold() {
        leaveAt(2, 5, STOP, 150);
        strategy.fishing(strategy.two().within(new Plan.Rest.Bars(2)));
        assertThat(seat.takeRungs().get(0).terms().timeInForce()).isEqualTo(new TimeInForce.GoodTilDate(5 * MINUTE));
        strategy.fishing(strategy.two().within(Duration.ofMinutes(3)));
        assertThat(seat.takeRungs().get(0).terms().timeInForce()).isEqualTo(new TimeInForce.GoodTilDate(6 * MINUTE));
        strategy.fishing(strategy.two());
        assertThat(seat.takeRungs().get(0).terms().timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void aRungBelowOneTickIsLeftOut() {
        leaveAt(1, 5, STOP, 15);
        strategy.fishing(strategy.two());
        assertThat(seat.takeRungs()).extracting(SignalEvent.Enter::kind).containsExactly(limit(5));
    }

    @Test
    void whatWasNotCountedIsForgotten() {
        leaveAt(1, 5, STOP, 150);
        strategy.fishing(strategy.two());
        seat.hush();
        assertThat(seat.takeRungs()).isEmpty();
    }

    @Test
    void anAddGoesThePositionsWayAndHasNoProtectionOfItsOwn() {
        seat.position(-5, 2, SIGNAL, 200);
        Entry add = strategy.adding();
        assertThatThrownBy(() -> add.stop(Distance.ticks(1))).hasMessageContaining("an add has no stop");
        SignalEvent.Enter signal = seat.takeEntry().orElseThrow();
        assertThat(signal.side()).isEqualTo(Side.SELL);
        assertThat(signal.purpose()).isEqualTo(Purpose.ADD);
        assertThat(strategy.adds()).isZero();
        seat.added();
        assertThat(strategy.adds()).isEqualTo(1);
        seat.position(0, Double.NaN, STOP, 210);
        seat.position(5, 2, SIGNAL, 200);
        assertThat(strategy.adds()).as("a new position").isZero();
    }

    @Test
    void aReversalLeavesAndEntersTheOtherWay() {
        seat.position(5, 2, SIGNAL, 200);
        strategy.turning();
        assertThat(seat.takeExit()).contains(new SignalEvent.Exit(0, 1, SIGNAL, "reverse"));
        SignalEvent.Enter signal = seat.takeEntry().orElseThrow();
        assertThat(signal.side()).isEqualTo(Side.SELL);
        assertThat(signal.purpose()).isEqualTo(Purpose.REVERSE);
        assertThatThrownBy(() -> strategy.turning().limit(2)).hasMessageContaining("at the market");
    }

    @Test
    void howFarThePriceHasComeCountsFromTheLastEntry() {
        columns.moveTo(2);
        assertThat(strategy.gained(1)).as("no position").isFalse();
        seat.position(5, 2, SIGNAL, 200);
        assertThat(strategy.gained(100)).isTrue();
        assertThat(strategy.gained(101)).isFalse();
        seat.position(9, 2.5, SIGNAL, 290);
        assertThat(strategy.gained(10)).isTrue();
        assertThat(strategy.gained(11)).isFalse();
    }

    @Test
    void theLastExitIsTheOneThatCounts() {
        leaveAt(2, 5, STOP, 150);
        seat.position(5, 2, SIGNAL, 200);
        seat.position(0, Double.NaN, TARGET, 250);
        assertThat(strategy.left(TARGET)).isTrue();
        assertThat(strategy.left(STOP)).isFalse();
        columns.moveTo(3);
        assertThat(strategy.left(TARGET)).isFalse();
        assertThat(strategy.rest(Duration.ofMinutes(1))).isTrue();
        assertThat(strategy.rest(Duration.ofMinutes(2))).isFalse();
    }

    @Test
    void whatMakesNoSenseIsSaidAtOnce() {
        assertThatThrownBy(strategy::turning).hasMessageContaining("ask holding() before");
        assertThatThrownBy(strategy::adding).hasMessageContaining("ask holding() before");
        assertThatThrownBy(() -> strategy.fishing(strategy.two())).hasMessageContaining("no position has ended yet");
        leaveAt(1, 5, STOP, 150);
        assertThatThrownBy(() -> strategy.fishing(Rungs.of(3))).hasMessageContaining("rungs(3) need a distance");
        assertThatThrownBy(() -> strategy.fishing(Rungs.of(3).apart(CLOSE)))
                .hasMessageContaining("apart(atr.times(0.5))");
        assertThatThrownBy(() -> Rungs.of(9)).hasMessage("rungs(9): 1 to 8");
        assertThatThrownBy(() -> BUY.fish(Rungs.of(2).after(STOP))).hasMessageContaining("need a distance");
        assertThatThrownBy(() -> BUY.pyramid(ADDS)).hasMessageContaining("would add at every close");
        Plan tiny = Plan.when(CLOSE.above(1)).buy(new Size.EquityShare(1));
        Plan.Fishing fishing = Rungs.of(2).apart(CLOSE).after(STOP);
        assertThatThrownBy(() -> tiny.fish(fishing)).hasMessageContaining("equity share of 0");
    }

    @Test
    void wordsOfGrowthArePartsOfThePlan() {
        Plan.Fishing fishing = Rungs.of(2).apart(CLOSE.times(0.5)).after(STOP, TARGET);
        Plan.Pyramid pyramid =
                ADDS.apart(Distance.ticks(3)).when(CLOSE.above(2)).sized(ALL);
        Plan plan = BUY.fish(fishing)
                .pyramid(pyramid)
                .reverse()
                .orWhen(CLOSE.below(1))
                .sell(ALL);
        assertThat(plan.fishing().after()).isEqualTo(Set.of(STOP, TARGET));
        assertThat(plan.fishing().rungs().apart()).isEqualTo(new Plan.Reach.Times(CLOSE, 0.5));
        assertThat(plan.pyramid()).isEqualTo(pyramid);
        assertThat(plan.reversing()).isTrue();
        assertThat(plan.rules()).hasSize(2);
        assertThat(BUY.fishing().present() || BUY.pyramid().present() || BUY.reversing())
                .isFalse();
    }
}
