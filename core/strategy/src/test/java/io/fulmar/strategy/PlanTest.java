package io.fulmar.strategy;

import static io.fulmar.domain.Cause.STOP;
import static io.fulmar.domain.Cause.TRAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.indicator.Field;
import io.fulmar.strategy.Plan.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each word adds to a plan, and that no word changes the plan it is said to. */
class PlanTest {
    private static final Value CLOSE = new Value.OfField(Field.CLOSE);
    private static final Value ATR = new Value.OfIndicator("atr", "", List.of(), List.of(14.0));
    private static final Condition UP = CLOSE.crossesAbove(100);
    private static final Condition DOWN = CLOSE.crossesBelow(100);
    private static final Size ALL = new Size.EquityShare(1_000_000);
    private static final Distance ONE = Distance.ppm(10_000);
    private static final Plan BUY = Plan.when(UP).buy(ALL);

    private static Plan.Rule last(Plan plan) {
        return plan.rules().get(plan.rules().size() - 1);
    }

    @Test
    void anEntryIsAConditionASideAndASize() {
        assertThat(BUY.rules())
                .containsExactly(new Plan.Rule(UP, Side.BUY, ALL, Plan.Protection.NONE, Optional.empty(), 0));
        assertThat(last(Plan.when(DOWN).sell(ALL)).side()).isEqualTo(Side.SELL);
        assertThat(BUY.cooldown()).isEqualTo(Plan.Cooldown.NONE);
    }

    @Test
    void everyProtectionKeepsTheOthers() {
        Plan plan = BUY.stop(ONE).target(ATR.times(2)).trail(ATR).stop(ATR.times(3));
        assertThat(last(plan).protection())
                .isEqualTo(
                        new Plan.Protection(new Reach.Times(ATR, 3), new Reach.Times(ATR, 2), new Reach.Times(ATR, 1)));
        assertThat(last(BUY.target(ONE).trail(ONE)).protection())
                .isEqualTo(new Plan.Protection(Reach.NONE, new Reach.Fixed(ONE), new Reach.Fixed(ONE)));
        assertThat(last(BUY.stop(ATR.times(0))).protection()).isEqualTo(Plan.Protection.NONE);
        assertThat(last(BUY.stop(CLOSE.minus(1))).protection().stop()).isEqualTo(new Reach.Times(CLOSE.minus(1), 1));
    }

    @Test
    void exitsAddUp() {
        assertThat(last(BUY.exitWhen(DOWN).exitWhen(UP)).exit()).contains(DOWN.or(UP));
        assertThat(last(BUY.exitAfter(5).exitWhen(DOWN)).barsMax()).isEqualTo(5);
        assertThatThrownBy(() -> BUY.exitAfter(0)).hasMessage("exitAfter(0): at least one bar");
    }

    @Test
    void wordsBelongToTheEntryBeforeThem() {
        Plan plan = BUY.stop(ONE).orWhen(DOWN).sell(ALL).target(ONE).exitWhen(UP);
        assertThat(plan.rules()).hasSize(2);
        assertThat(plan.rules().get(0)).isEqualTo(last(BUY.stop(ONE)));
        assertThat(plan.rules().get(1))
                .isEqualTo(last(Plan.when(DOWN).sell(ALL).target(ONE).exitWhen(UP)));
    }

    @Test
    void aCooldownFollowsEveryExitUnlessItIsNarrowed() {
        Plan.Rest rest = new Plan.Rest.Bars(3);
        assertThat(BUY.cooldown(rest).cooldown().after()).containsExactlyInAnyOrder(Cause.values());
        assertThat(BUY.cooldown(rest).after(STOP, TRAIL).cooldown())
                .isEqualTo(new Plan.Cooldown(rest, Set.of(TRAIL, STOP)));
        assertThat(BUY.cooldown(rest).after(STOP).orWhen(DOWN).sell(ALL).cooldown())
                .as("it is the plan's, not the entry's")
                .isEqualTo(new Plan.Cooldown(rest, Set.of(STOP)));
        assertThatThrownBy(() -> BUY.after(STOP)).hasMessageContaining("say cooldown(...) before it");
        assertThatThrownBy(() -> new Plan.Rest.Bars(-1)).hasMessageContaining("a cooldown of -1 bars");
        assertThatThrownBy(() -> new Plan.Rest.Time(-1)).hasMessageContaining("a cooldown of -1 ns");
    }

    @Test
    void noWordChangesThePlanItIsSaidTo() {
        Plan before = new Plan(BUY.rules(), BUY.cooldown());
        Plan.When branch = BUY.orWhen(DOWN);
        BUY.stop(ONE);
        BUY.target(ONE);
        BUY.trail(ONE);
        BUY.exitWhen(DOWN);
        BUY.exitAfter(3);
        BUY.cooldown(new Plan.Rest.Bars(3));
        Plan one = branch.buy(ALL);
        Plan other = branch.sell(ALL);
        assertThat(BUY).isEqualTo(before);
        assertThat(one.rules()).hasSize(2);
        assertThat(other.rules()).hasSize(2);
        List<Plan.Rule> rules = new ArrayList<>(BUY.rules());
        Plan copied = new Plan(rules, Plan.Cooldown.NONE);
        rules.clear();
        assertThat(copied.rules()).hasSize(1);
        assertThatThrownBy(() -> copied.rules().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatMakesNoSenseIsSaidAtOnce() {
        assertThatThrownBy(() -> new Plan(List.of(), Plan.Cooldown.NONE)).hasMessageContaining("the plan has no entry");
        Condition old = new Condition.HeldFor(3);
        assertThatThrownBy(() -> Plan.when(UP.and(old.not().or(DOWN))))
                .hasMessageContaining("barsInTrade() in an entry");
        assertThatThrownBy(() -> BUY.orWhen(old)).hasMessageContaining("barsInTrade() in an entry");
        assertThatThrownBy(() -> CLOSE.previous(0)).hasMessage("previous(0): 1 to 256 bars");
        assertThatThrownBy(() -> CLOSE.previous(257)).hasMessage("previous(257): 1 to 256 bars");
    }
}
