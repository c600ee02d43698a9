package io.fulmar.risk;

import static io.fulmar.risk.GatesTest.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import org.junit.jupiter.api.Test;

class ThrottlesTest {
    private static final long SECOND = 1_000_000_000;

    private final FakeDesk desk = new FakeDesk();
    private long id;

    @Test
    void orderRateRefusesTheNextUntilTheOldestLeavesTheWindow() {
        var risk = new Risk(FakeDesk.only(Control.ORDER_RATE, new Bound(3, 60 * SECOND)));
        long start = desk.now;
        for (int i = 0; i < 3; i++) {
            desk.now = start + i * SECOND;
            assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        }
        desk.now = start + 60 * SECOND - 1;
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
        desk.now = start + 60 * SECOND;
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
    }

    @Test
    void cancelsFillTheMessageWindowAndStillPass() {
        var risk = new Risk(FakeDesk.only(Control.MESSAGE_RATE, new Bound(3, SECOND)));
        for (int i = 0; i < 5; i++) {
            risk.onAction(risk.cancel(1).take(), FakeDesk.SEAT, desk.now);
        }
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
        var order = FakeDesk.entry(1, Side.BUY, 1);
        assertThat(word(risk.amend(order, 2, order.kind(), desk))).isEqualTo("ORDER_RATE");
        desk.now += SECOND;
        assertThat(word(risk.amend(order, 2, order.kind(), desk))).isEqualTo("PASS");
    }

    @Test
    void aSeatMayHaveATighterRateOfItsOwn() {
        var risk = new Risk(RiskLimits.backtest().withSeat(FakeDesk.SEAT, Control.ORDER_RATE, new Bound(1, SECOND)));
        risk.onAction(new Action.Submit(FakeDesk.entry(50, Side.BUY, 1)), FakeDesk.SEAT + 1, desk.now);
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
    }

    @Test
    void ordersOfADayStandInAProportionToFills() {
        var risk = new Risk(FakeDesk.only(Control.ORDER_TO_TRADE, Bound.of(2)));
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
        fill(risk, FakeDesk.entry(id, Side.BUY, 1));
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
        risk.onDay(desk.now, desk.equity);
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        assertThat(submit(risk, Side.BUY)).isEqualTo("ORDER_RATE");
    }

    /** 1 August 2012: an order machine that fills and sends again without an end. Here it ends after ten. */
    @Test
    void knightReplayStopsAfterTenExecutions() {
        var risk = new Risk(FakeDesk.only(Control.REPEATED_EXECUTION, Control.REPEATED_EXECUTION.live()));
        int executed = 0;
        for (int i = 0; i < 4_000_000 / 1000; i++) {
            var order = FakeDesk.entry(++id, Side.BUY, 1);
            if (risk.submit(order, desk) instanceof Verdict.Pass<Action.Submit> pass) {
                risk.onAction(pass.permit().take(), FakeDesk.SEAT, desk.now);
                fill(risk, order);
                executed++;
            }
            desk.now += 10_000_000;
        }
        // 40 s of it: the window of 60 s never opens again.
        assertThat(executed).isEqualTo(10);
        assertThat(submit(risk, Side.SELL)).isEqualTo("PASS");
        risk.apply(new Command.ResumeInstrument("k", FakeDesk.ID + 1, "someone"));
        assertThat(submit(risk, Side.BUY)).isEqualTo("REPEATED_EXECUTION");
        risk.apply(new Command.ResumeInstrument("k", FakeDesk.ID, "someone"));
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
    }

    @Test
    void partialFillsOfOneOrderAreOneExecution() {
        var risk = new Risk(FakeDesk.only(Control.REPEATED_EXECUTION, new Bound(2, SECOND)));
        var order = FakeDesk.entry(++id, Side.BUY, 5);
        for (int i = 0; i < 5; i++) {
            fill(risk, order);
        }
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
        fill(risk, FakeDesk.entry(id, Side.BUY, 1));
        assertThat(submit(risk, Side.BUY)).isEqualTo("REPEATED_EXECUTION");
        risk.apply(new Command.SetMode("k", Command.Mode.NORMAL, "someone"));
        assertThat(submit(risk, Side.BUY)).isEqualTo("PASS");
    }

    @Test
    void sameOrderWithinHalfASecondIsADuplicate() {
        var risk = new Risk(FakeDesk.only(Control.DUPLICATE, Control.DUPLICATE.live()));
        var first = FakeDesk.order(1, Side.BUY, 5, new OrderKind.Limit(99), Order.Terms.OPENING);
        risk.onAction(new Action.Submit(first), FakeDesk.SEAT, desk.now);
        var again = FakeDesk.order(2, Side.BUY, 5, new OrderKind.Limit(99), Order.Terms.OPENING);
        desk.now += 499_999_999;
        assertThat(word(risk.submit(again, desk))).isEqualTo("DUPLICATE");
        assertThat(word(risk.trigger(first, desk))).isEqualTo("PASS");
        assertThat(word(risk.submit(again.withLots(6), desk))).isEqualTo("PASS");
        assertThat(word(risk.submit(again.withKind(new OrderKind.Limit(98)), desk)))
                .isEqualTo("PASS");
        desk.now += 1;
        assertThat(word(risk.submit(again, desk))).isEqualTo("PASS");
    }

    @Test
    void memoryStaysWithinItsRings() {
        var risk = new Risk(
                FakeDesk.only(Control.DUPLICATE, Control.DUPLICATE.live()).with(Control.REPEATED_EXECUTION, 10));
        for (int seat = 0; seat < 10_000; seat++) {
            var order = new Order(
                    seat + 1,
                    seat,
                    FakeDesk.ID,
                    Side.BUY,
                    1,
                    OrderKind.MARKET,
                    Order.Terms.OPENING,
                    Cause.SIGNAL,
                    0,
                    Bracket.NONE);
            risk.onAction(new Action.Submit(order), seat, desk.now);
            fill(risk, order);
        }
        assertThat(risk.state().split("Repeat").length - 1).isEqualTo(4096);
        assertThat(risk.state().split("recent").length - 1).isEqualTo(256);
    }

    private String submit(Risk risk, Side side) {
        var order = FakeDesk.entry(++id, side, 1);
        var verdict = risk.submit(order, desk);
        if (verdict instanceof Verdict.Pass<Action.Submit> pass) {
            risk.onAction(pass.permit().take(), FakeDesk.SEAT, desk.now);
        }
        return word(verdict);
    }

    private void fill(Risk risk, Order order) {
        risk.onFill(order, new FillEvent.Filled(order.id(), "t", 100, 1, 0, false, desk.now), desk.now);
    }
}
