package io.fulmar.simulation.exchange;

import static io.fulmar.simulation.exchange.FlowExchangeTest.RULES;
import static io.fulmar.simulation.exchange.FlowExchangeTest.buy;
import static io.fulmar.simulation.exchange.FlowExchangeTest.market;
import static io.fulmar.simulation.exchange.FlowExchangeTest.play;
import static io.fulmar.simulation.exchange.FlowExchangeTest.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.market.Flow;
import org.junit.jupiter.api.Test;

/** The venue where only quotes or trades are known. */
class ThinFlowTest {
    @Test
    void quotesShowOnlyTheBestSoAllOfANewBestStandsAhead() {
        Flow quotes = new Flow(Flow.Depth.QUOTES, 16);
        quotes.append(0, 0, Flow.BID, 99, 10);
        quotes.append(0, 0, Flow.ASK | Flow.LAST, 101, 10);
        quotes.append(20, 20, Flow.BID, 99, 0);
        quotes.append(20, 20, Flow.BID | Flow.LAST, 98, 6);
        quotes.append(30, 30, Flow.SELL | Flow.LAST, 98, 6);
        quotes.append(31, 31, Flow.SELL | Flow.LAST, 98, 1);

        assertThat(play(quotes, RULES, submit(10, buy(1, 4, 98))))
                .containsExactly("18 (15): 1 acknowledged", "34 (31): 1 filled 1 at 98 maker fee 0");
        assertThat(play(quotes, RULES, submit(10, buy(1, 4, 99))))
                .as("the best bid falls below us: nobody is at our price but us")
                .contains("33 (30): 1 filled 4 at 99 maker fee 0");
    }

    @Test
    void takersOfQuotesFindMoreOfTheSameASpreadFurther() {
        Flow quotes = new Flow(Flow.Depth.QUOTES, 16);
        quotes.append(0, 0, Flow.BID, 99, 10);
        quotes.append(0, 0, Flow.ASK | Flow.LAST, 101, 10);

        assertThat(play(quotes, RULES, submit(10, market(1, Side.BUY, 25))))
                .containsExactly(
                        "18 (15): 1 filled 10 at 101 fee 0",
                        "18 (15): 1 filled 10 at 103 fee 0",
                        "18 (15): 1 filled 5 at 105 fee 0");
        assertThat(play(quotes, RULES, submit(10, market(1, Side.SELL, 1_000_000))))
                .hasSize(20)
                .last()
                .isEqualTo("18 (15): 1 filled 999810 at 61 fee 0");
        assertThat(play(quotes, RULES, submit(10, buy(1, 25, 103))))
                .as("what its limit does not reach rests")
                .containsExactly(
                        "18 (15): 1 acknowledged",
                        "18 (15): 1 filled 10 at 101 fee 0",
                        "18 (15): 1 filled 10 at 103 fee 0");
    }

    @Test
    void tradesAloneFillOnlyWhatTheyGoThrough() {
        Flow trades = new Flow(Flow.Depth.TRADES, 16);
        trades.append(0, 0, Flow.BUY | Flow.LAST, 100, 1);
        trades.append(20, 20, Flow.SELL | Flow.LAST, 99, 50);
        trades.append(30, 30, Flow.BUY | Flow.LAST, 98, 1);
        FlowRules slipping = RULES.withSlippage(Rate.ofBasisPoints("100"));

        assertThat(play(trades, RULES, submit(10, buy(1, 4, 99))))
                .containsExactly("18 (15): 1 acknowledged", "33 (30): 1 filled 4 at 99 maker fee 0");
        assertThat(play(trades, slipping, submit(10, market(1, Side.BUY, 3))))
                .containsExactly("18 (15): 1 filled 3 at 101 fee 0");
    }
}
