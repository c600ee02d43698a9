package io.fulmar.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import io.fulmar.domain.Side;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
    private final FakeDesk desk = new FakeDesk();
    private final Risk backtest = new Risk(RiskLimits.backtest());

    @ParameterizedTest
    @CsvSource(textBlock = """
            NORMAL,   entry,  PASS
            NORMAL,   exit,   PASS
            NORMAL,   raise,  PASS
            NORMAL,   lower,  PASS
            NORMAL,   touch,  PASS
            REDUCING, entry,  REDUCING_ONLY
            REDUCING, exit,   PASS
            REDUCING, raise,  REDUCING_ONLY
            REDUCING, lower,  PASS
            REDUCING, touch,  REDUCING_ONLY
            HALTED,   entry,  HALTED
            HALTED,   exit,   PASS
            HALTED,   raise,  HALTED
            HALTED,   lower,  PASS
            HALTED,   touch,  HALTED
            """)
    void modeBarsNewRiskAndNothingElse(Command.Mode mode, String what, String expected) {
        desk.mode = mode;
        desk.seatLots = 10;
        var waiting = FakeDesk.order(1, Side.BUY, 10, new OrderKind.Limit(99), Order.Terms.OPENING);
        var verdict = switch (what) {
            case "entry" -> backtest.submit(waiting, desk);
            case "exit" -> backtest.submit(FakeDesk.exit(1, Side.SELL, 10), desk);
            case "raise" -> backtest.amend(waiting, 11, waiting.kind(), desk);
            case "lower" -> backtest.amend(waiting, 9, waiting.kind(), desk);
            default -> backtest.trigger(waiting, desk);
        };
        assertThat(word(verdict)).isEqualTo(expected);
    }

    @Test
    void cancelIsAlwaysApproved() {
        desk.mode = Command.Mode.HALTED;
        desk.halted = true;
        assertThat(backtest.cancel(5).take()).isEqualTo(new Action.Cancel(5));
    }

    @Test
    void haltedInstrumentAndUnknownOutcomeBarNewRiskOnly() {
        desk.seatLots = -5;
        desk.halted = true;
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, 1))).isEqualTo(Refusal.HALTED);
        desk.halted = false;
        desk.unknown = true;
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, 1))).isEqualTo(Refusal.UNKNOWN_ORDER);
        assertThat(backtest.submit(FakeDesk.exit(1, Side.BUY, 5), desk)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void amountsThatDoNotFitAreRefusedNotWrapped() {
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, Long.MAX_VALUE))).isEqualTo(Refusal.OVERFLOW);
        desk.exposure = Long.MAX_VALUE;
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, 1))).isEqualTo(Refusal.OVERFLOW);
    }

    @Test
    void venueMinimumsHoldForEntriesOnly() {
        desk.instrument = FakeDesk.instrument(new Minimums(3, Decimal.of(500)));
        desk.seatLots = 1;
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, 2))).isEqualTo(Refusal.MINIMUM);
        assertThat(refusal(FakeDesk.entry(1, Side.BUY, 4))).isEqualTo(Refusal.MINIMUM);
        assertThat(backtest.submit(FakeDesk.entry(1, Side.BUY, 5), desk)).isInstanceOf(Verdict.Pass.class);
        assertThat(backtest.submit(FakeDesk.exit(1, Side.SELL, 1), desk)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void onlyListedInstrumentsTrade() {
        var order = FakeDesk.entry(1, Side.BUY, 1);
        assertThat(word(new Risk(FakeDesk.only(Control.INSTRUMENTS, Bound.ON)).submit(order, desk)))
                .isEqualTo("RESTRICTED");
        assertThat(word(new Risk(RiskLimits.live(Set.of(FakeDesk.ID))).submit(order, desk)))
                .isEqualTo("PASS");
    }

    @Test
    void situationOfAnotherInstrumentIsAFaultOfTheProgram() {
        var other = new Order(
                1,
                FakeDesk.SEAT,
                99,
                Side.BUY,
                1,
                OrderKind.MARKET,
                Order.Terms.OPENING,
                Cause.SIGNAL,
                0,
                Bracket.NONE);
        assertThatThrownBy(() -> backtest.submit(other, desk)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAPriceNothingIsSolvent() {
        desk.price = 0;
        var risk = new Risk(FakeDesk.only(Control.SOLVENCY, Bound.ON));
        assertThat(word(risk.submit(FakeDesk.entry(1, Side.BUY, 1), desk))).isEqualTo("BAD_MARKET_DATA");
    }

    @Test
    void aLimitToBuyBelowTheMarketCostsNoMoreThanItsLimit() {
        desk.equity = 50_000;
        var below = FakeDesk.order(1, Side.BUY, 1_000, new OrderKind.Limit(50), Order.Terms.OPENING);
        assertThat(word(backtest.submit(below, desk))).isEqualTo("PASS");
        var above = FakeDesk.order(2, Side.SELL, 1_000, new OrderKind.Limit(50), Order.Terms.OPENING);
        assertThat(word(backtest.submit(above, desk))).isEqualTo("INSOLVENT");
    }

    @Test
    void solvencyIsJudgedAtDecisionsNotAtTriggers() {
        desk.equity = 0;
        assertThat(backtest.trigger(FakeDesk.entry(1, Side.BUY, 1), desk)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void amendPaysForWhatItAdds() {
        var order = FakeDesk.order(1, Side.BUY, 10, new OrderKind.Limit(100), Order.Terms.OPENING);
        desk.exposure = 1000;
        desk.equity = 1200;
        assertThat(word(backtest.amend(order, 12, order.kind(), desk))).isEqualTo("PASS");
        assertThat(word(backtest.amend(order, 13, order.kind(), desk))).isEqualTo("INSOLVENT");
        assertThat(word(backtest.amend(order, 0, order.kind(), desk))).isEqualTo("SIZE_ZERO");
        var gross = new Risk(FakeDesk.only(Control.GROSS_EXPOSURE, Bound.of(1010)));
        assertThat(word(gross.amend(order, 10, new OrderKind.Limit(101), desk))).isEqualTo("PASS");
        assertThat(word(gross.amend(order, 10, new OrderKind.Limit(102), desk))).isEqualTo("EXPOSURE_LIMIT");
    }

    /** Nine of ten have filled at 109: one lot at 109 waits, three at 100 would. */
    @Test
    void amendOfAPartlyFilledOrderPaysForAllItAdds() {
        var order = FakeDesk.order(1, Side.BUY, 10, new OrderKind.Limit(109), Order.Terms.OPENING);
        desk.exposure = 109;
        var enough = new Risk(FakeDesk.only(Control.GROSS_EXPOSURE, Bound.of(309)));
        assertThat(word(enough.amend(order, 12, new OrderKind.Limit(100), desk)))
                .isEqualTo("PASS");
        var less = new Risk(FakeDesk.only(Control.GROSS_EXPOSURE, Bound.of(308)));
        assertThat(word(less.amend(order, 12, new OrderKind.Limit(100), desk))).isEqualTo("EXPOSURE_LIMIT");
    }

    @Test
    void exitThatDoesNotReduceIsRefused() {
        desk.seatLots = 5;
        assertThat(refusal(FakeDesk.exit(1, Side.SELL, 6))).isEqualTo(Refusal.NO_POSITION);
        assertThat(refusal(FakeDesk.exit(1, Side.BUY, 1))).isEqualTo(Refusal.NO_POSITION);
        desk.seatLots = 0;
        assertThat(refusal(FakeDesk.exit(1, Side.SELL, 1))).isEqualTo(Refusal.NO_POSITION);
    }

    @Test
    void operatorReducesWhatNoStrategyOwns() {
        desk.net = 5;
        var order = new Order(
                1,
                FakeDesk.SEAT,
                FakeDesk.ID,
                Side.SELL,
                5,
                OrderKind.MARKET,
                Order.Terms.REDUCING,
                Cause.OPERATOR,
                0,
                Bracket.NONE);
        assertThat(word(backtest.submit(order, desk))).isEqualTo("PASS");
        assertThat(word(backtest.submit(order.withLots(6), desk))).isEqualTo("NO_POSITION");
    }

    /** Every control at its tightest, every breaker open, a market that cannot be right: the way out stays free. */
    @ParameterizedTest
    @EnumSource(Command.Mode.class)
    void nothingStopsAnExit(Command.Mode mode) {
        var limits = RiskLimits.live(Set.of());
        for (var control : Control.values()) {
            limits = limits.with(control, 1);
        }
        var risk = new Risk(limits);
        for (var breaker : Breaker.values()) {
            risk.apply(new RiskEvent.BreakerTripped(breaker, FakeDesk.ID, Long.MAX_VALUE, "test"));
        }
        for (long id = 1; id < 5; id++) {
            risk.onAction(new Action.Submit(FakeDesk.entry(id, Side.BUY, 50)), FakeDesk.SEAT, desk.now);
        }
        desk.mode = mode;
        desk.halted = true;
        desk.unknown = true;
        desk.own = true;
        desk.price = -1;
        desk.equity = -1_000_000;
        desk.exposure = Long.MAX_VALUE;
        desk.waitingOrders = 1_000_000;
        desk.seatLots = 50;
        var exit = FakeDesk.exit(9, Side.SELL, 50);
        assertThat(word(risk.submit(exit, desk))).isEqualTo("PASS");
        assertThat(word(risk.trigger(exit, desk))).isEqualTo("PASS");
        assertThat(word(risk.amend(exit, 20, new OrderKind.Stop(90), desk))).isEqualTo("PASS");
        assertThat(word(risk.submit(FakeDesk.entry(9, Side.BUY, 1), desk))).isNotEqualTo("PASS");
    }

    private Refusal refusal(Order order) {
        return Refusal.valueOf(word(backtest.submit(order, desk)));
    }

    static String word(Verdict<?> verdict) {
        return switch (verdict) {
            case Verdict.Pass<?> _ -> "PASS";
            case Verdict.No<?> no -> no.refusal().name();
        };
    }
}
