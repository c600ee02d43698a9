package io.fulmar.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Flow;
import io.fulmar.simulation.exchange.FlowDesk.Ask;
import io.fulmar.simulation.exchange.FlowDesk.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowExchangeTest {
    static final FlowRules RULES = FlowRules.plain().withLatency(new ConstantLatency(5, 3));

    private final Flow flow = new Flow(Flow.Depth.BOOK, 16);

    private FlowExchangeTest at(long time, int kind, long ticks, long lots) {
        flow.append(time, time, kind | Flow.LAST, ticks, lots);
        return this;
    }

    /** At 0: bids 99 x 10, 98 x 10, asks 101 x 10, 102 x 20. */
    private FlowExchangeTest book() {
        flow.append(0, 0, Flow.CLEAR, 0, 0);
        flow.append(0, 0, Flow.BID, 99, 10);
        flow.append(0, 0, Flow.BID, 98, 10);
        flow.append(0, 0, Flow.ASK, 101, 10);
        flow.append(0, 0, Flow.ASK | Flow.LAST, 102, 20);
        return this;
    }

    private List<String> play(FlowRules rules, Planned... plan) {
        return play(flow, rules, plan);
    }

    static List<String> play(Flow flow, FlowRules rules, Planned... plan) {
        BookWatch.over(flow);
        return new FlowDesk(new FlowExchange(FlowDesk.INSTRUMENT, flow, rules), (event, time) -> List.of())
                .run(List.of(plan));
    }

    static Planned submit(long time, Order order) {
        return new Planned(time, new Ask.New(order));
    }

    static Order buy(long id, long lots, long ticks) {
        return FlowDesk.limit(id, Side.BUY, lots, ticks);
    }

    static Order market(long id, Side side, long lots) {
        return FlowDesk.order(id, side, lots, OrderKind.MARKET, Order.Terms.OPENING);
    }

    @Test
    void ordersAndReportsTakeTheirTime() {
        book();

        assertThat(play(RULES, submit(10, buy(1, 4, 101))))
                .containsExactly("18 (15): 1 acknowledged", "18 (15): 1 filled 4 at 101 fee 0");
    }

    @Test
    void orderMeetsTheBookOfItsArrival() {
        book().at(15, Flow.ASK, 101, 0).at(16, Flow.ASK, 101, 10);

        assertThat(play(RULES, submit(10, buy(1, 4, 102))))
                .containsExactly("18 (15): 1 acknowledged", "18 (15): 1 filled 4 at 102 fee 0");
    }

    @Test
    void restingOrderFillsWhenTradesHaveUsedUpTheQueueAhead() {
        book().at(20, Flow.SELL, 99, 7).at(20, Flow.BID, 99, 3).at(30, Flow.SELL, 99, 5);

        assertThat(play(RULES, submit(10, buy(1, 4, 99))))
                .as("10 ahead; 7 and 5 are traded: two reach us")
                .containsExactly("18 (15): 1 acknowledged", "33 (30): 1 filled 2 at 99 maker fee 0");
        assertThat(play(RULES.withFills(Fills.WHOLE), submit(10, buy(1, 4, 99))))
                .contains("33 (30): 1 filled 4 at 99 maker fee 0");
    }

    @Test
    void riskAverseOrderMovesUpByTradesAlone() {
        book().at(20, Flow.BID, 99, 30)
                .at(21, Flow.BID, 99, 12)
                .at(30, Flow.SELL, 99, 10)
                .at(40, Flow.SELL, 99, 1);

        assertThat(play(RULES, submit(10, buy(1, 4, 99))))
                .as("what came and went behind us changes nothing")
                .containsExactly("18 (15): 1 acknowledged", "43 (40): 1 filled 1 at 99 maker fee 0");
    }

    @Test
    void levelNeverHoldsLessThanIsAhead() {
        book().at(20, Flow.BID, 99, 2).at(30, Flow.SELL, 99, 3);

        assertThat(play(RULES, submit(10, buy(1, 4, 99)))).contains("33 (30): 1 filled 1 at 99 maker fee 0");
    }

    @Test
    void tradeThroughThePriceFillsWhole() {
        book().at(20, Flow.SELL, 98, 1);

        assertThat(play(RULES, submit(10, buy(1, 4, 99)))).contains("23 (20): 1 filled 4 at 99 maker fee 0");
    }

    @Test
    void orderThatTheBookCrossesFillsAtItsOwnPrice() {
        book().at(20, Flow.ASK, 99, 5).at(20, Flow.BID, 99, 0);

        assertThat(play(RULES, submit(10, buy(1, 4, 100)))).contains("23 (20): 1 filled 4 at 100 maker fee 0");
    }

    @Test
    void takerWalksTheBookAndWhatIsLeftRests() {
        book();

        assertThat(play(RULES, submit(10, buy(1, 35, 102))))
                .containsExactly(
                        "18 (15): 1 acknowledged",
                        "18 (15): 1 filled 10 at 101 fee 0",
                        "18 (15): 1 filled 20 at 102 fee 0");
        assertThat(play(RULES, submit(10, market(2, Side.SELL, 25))))
                .containsExactly(
                        "18 (15): 2 filled 10 at 99 fee 0",
                        "18 (15): 2 filled 10 at 98 fee 0",
                        "18 (15): 2 cancelled after 20: nobody is left to trade with");
        assertThat(play(RULES.withFills(Fills.WHOLE), submit(10, market(2, Side.SELL, 25))))
                .containsExactly("18 (15): 2 filled 25 at 99 fee 0");
    }

    @Test
    void whatIsLeftOfATakerDoesNotTakeTheSameLevelsAgain() {
        book().at(20, Flow.BID, 98, 11).at(30, Flow.ASK, 101, 0).at(40, Flow.ASK, 101, 3);

        assertThat(play(RULES, submit(10, buy(1, 12, 101))))
                .as("10 of 12 are there; only once they are gone do new ones at that price meet us")
                .containsExactly(
                        "18 (15): 1 acknowledged",
                        "18 (15): 1 filled 10 at 101 fee 0",
                        "43 (40): 1 filled 2 at 101 maker fee 0");
    }

    @Test
    void impactMovesATakersPriceButNotBeyondItsLimit() {
        book();
        FlowRules rules = RULES.withImpact(Impact.squareRoot(2)).withFills(Fills.WHOLE);

        assertThat(play(rules, submit(10, market(1, Side.BUY, 10))))
                .containsExactly("18 (15): 1 filled 10 at 103 fee 0");
        assertThat(play(rules, submit(10, buy(1, 40, 104)))).contains("18 (15): 1 filled 40 at 104 fee 0");
        assertThat(play(rules, submit(10, market(1, Side.SELL, 40)))).contains("18 (15): 1 filled 40 at 95 fee 0");
    }

    @Test
    void impatientOrdersDoNotRest() {
        book();
        Order ioc = FlowDesk.order(1, Side.BUY, 4, new OrderKind.Limit(100), FlowDesk.terms(TimeInForce.IOC, false));
        Order fok = FlowDesk.order(2, Side.BUY, 40, new OrderKind.Limit(102), FlowDesk.terms(TimeInForce.FOK, false));
        Order part = FlowDesk.order(3, Side.BUY, 40, new OrderKind.Limit(102), FlowDesk.terms(TimeInForce.IOC, false));

        assertThat(play(RULES, submit(10, ioc))).contains("18 (15): 1 cancelled after 0: not marketable");
        assertThat(play(RULES, submit(10, fok))).contains("18 (15): 2 cancelled after 0: not marketable");
        assertThat(play(RULES, submit(10, part))).contains("18 (15): 3 cancelled after 30: not marketable");
    }

    @Test
    void postOnlyMeetsTheBookOfItsArrival() {
        book().at(14, Flow.ASK, 100, 1);
        Order maker = FlowDesk.order(1, Side.BUY, 4, new OrderKind.Limit(100), FlowDesk.terms(TimeInForce.GTC, true));

        assertThat(play(RULES, submit(10, maker)))
                .containsExactly("18 (15): 1 rejected: post-only, but it would trade at once");
        assertThat(play(RULES, submit(8, maker))).contains("16 (13): 1 acknowledged");
    }

    @Test
    void cancelMayComeTooLate() {
        book().at(20, Flow.SELL, 98, 1);

        assertThat(play(RULES, submit(10, buy(1, 4, 99)), new Planned(16, new Ask.Cancel(1))))
                .containsExactly(
                        "18 (15): 1 acknowledged",
                        "23 (20): 1 filled 4 at 99 maker fee 0",
                        "24 (21): 1 cancel rejected");
        assertThat(play(RULES, submit(10, buy(1, 4, 99)), new Planned(14, new Ask.Cancel(1))))
                .containsExactly("18 (15): 1 acknowledged", "22 (19): 1 cancelled after 0: asked");
    }

    @Test
    void amendToFewerKeepsThePlaceInTheQueueAndAnythingElseLosesIt() {
        book().at(20, Flow.SELL, 99, 6)
                .at(20, Flow.BID, 99, 4)
                .at(22, Flow.BID, 99, 50)
                .at(40, Flow.SELL, 99, 6);
        Planned fewer = new Planned(20, new Ask.Change(1, 3, new OrderKind.Limit(99)));
        Planned more = new Planned(20, new Ask.Change(1, 9, new OrderKind.Limit(99)));

        assertThat(play(RULES, submit(10, buy(1, 4, 99)), fewer))
                .containsExactly(
                        "18 (15): 1 acknowledged", "28 (25): 1 amended to 3", "43 (40): 1 filled 2 at 99 maker fee 0");
        assertThat(play(RULES, submit(10, buy(1, 4, 99)), more))
                .containsExactly("18 (15): 1 acknowledged", "28 (25): 1 amended to 9");
    }

    @Test
    void orderExpiresAtItsTime() {
        book().at(40, Flow.SELL, 98, 1);
        Order until = FlowDesk.order(
                1, Side.BUY, 4, new OrderKind.Limit(99), FlowDesk.terms(new TimeInForce.GoodTilDate(30), false));

        assertThat(play(RULES, submit(10, until)))
                .contains("33 (30): 1 expired after 0")
                .hasSize(2);
    }

    @Test
    void stopIsTriggeredByATradeOrByTheTouchAndTakesWhatIsThere() {
        book().at(20, Flow.BUY, 101, 1).at(30, Flow.SELL, 97, 1).at(50, Flow.SELL, 90, 1);
        Order stop = FlowDesk.order(1, Side.SELL, 4, new OrderKind.Stop(97), Order.Terms.OPENING);

        assertThat(play(RULES, submit(10, stop)))
                .containsExactly("18 (15): 1 acknowledged", "33 (30): 1 filled 4 at 99 fee 0");
        Order touched = FlowDesk.order(2, Side.BUY, 4, new OrderKind.Stop(101), Order.Terms.OPENING);
        assertThat(play(RULES, submit(10, touched))).contains("23 (20): 2 filled 4 at 101 fee 0");
    }

    @Test
    void darkBookFillsNothingAndTakesNoOrders() {
        book().at(20, Flow.GAP, 0, 0).at(21, Flow.SELL, 98, 100);

        assertThat(play(RULES, submit(10, buy(1, 4, 99)), submit(20, buy(2, 4, 99))))
                .containsExactly(
                        "18 (15): 1 acknowledged", "28 (25): 2 rejected: the venue's book is not known at this moment");
    }

    @Test
    void snapshotAfterAGapPutsNoMoreAheadThanItShows() {
        book().at(20, Flow.GAP, 0, 0);
        flow.append(30, 30, Flow.CLEAR, 0, 0);
        flow.append(30, 30, Flow.BID, 99, 2);
        flow.append(30, 30, Flow.ASK | Flow.LAST, 101, 10);
        at(40, Flow.SELL, 99, 3);

        assertThat(play(RULES, submit(10, buy(1, 4, 99)))).contains("43 (40): 1 filled 1 at 99 maker fee 0");
    }

}
