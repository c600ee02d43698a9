package io.fulmar.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A line a control: its bound, an order and a situation exactly at it, and what makes them one beyond. The price is 100, the equity a
 * million, a lot at a tick worth one.
 */
class BoundaryTest {
    private static final String TABLE = """
            # control            | limit   | span | at the limit                        | one beyond
            SOLVENCY             | 1       | 0    | lots=10 equity=1000                 | equity=999
            SOLVENCY             | 1       | 0    | lots=10 equity=1001 fee=1           | equity=1000
            SOLVENCY             | 1       | 0    | lots=10 equity=1500 exposure=500    | exposure=501
            SOLVENCY             | 1       | 0    | lots=10 equity=1500 exposure=400 reserved=100 | reserved=101
            SOLVENCY             | 1       | 0    | lots=30 equity=1000 leverage=3000000 | lots=31
            SOLVENCY             | 1       | 0    | lots=10 equity=1000 limit=150       | lots=11
            ORDER_LOTS           | 10      | 0    | lots=10                             | lots=11
            ORDER_VALUE          | 1000    | 0    | lots=10                             | lots=11
            ORDER_VALUE          | 1000    | 0    | lots=10 limit=99                    | limit=101
            ORDER_VALUE          | 1000    | 0    | lots=10 stop=100                    | stop=101
            ORDER_SHARE          | 10000   | 0    | lots=10 equity=100000               | equity=99999
            PRICE_COLLAR         | 50000   | 0    | limit=105                           | limit=106
            PRICE_COLLAR         | 50000   | 0    | sell=1 limit=95                     | limit=94
            PRICE_COLLAR         | 50000   | 0    | limit=105 mark=100                  | mark=99
            PRICE_COLLAR         | 50000   | 0    | stop=200 limit=210                  | limit=211
            POSITION_LOTS        | 10      | 0    | lots=4 net=3 waiting=3              | lots=5
            POSITION_LOTS        | 10      | 0    | lots=4 net=3 waiting=3              | waiting=4
            POSITION_LOTS        | 10      | 0    | lots=4 net=-6 sell=1                | net=-7
            POSITION_LOTS        | 10      | 0    | lots=10 net=-6                      | lots=11
            POSITION_VALUE       | 1000    | 0    | lots=4 net=6                        | net=7
            POSITION_SHARE       | 10000   | 0    | lots=4 net=6 equity=100000          | equity=99999
            GROSS_EXPOSURE       | 1000    | 0    | lots=4 exposure=600                 | exposure=601
            NET_EXPOSURE         | 1000    | 0    | lots=4 netExposure=600              | netExposure=601
            NET_SHARE            | 10000   | 0    | lots=4 netExposure=600 equity=100000 | equity=99999
            CORRELATED_SHARE     | 10000   | 0    | lots=4 correlated=600 equity=100000  | equity=99999
            LEVERAGE             | 2000000 | 0    | lots=10 exposure=1000 equity=1000   | equity=999
            DAY_LOSS             | 100000  | 0    | dayStart=1000 equity=901            | equity=900
            DRAWDOWN             | 300000  | 0    | peak=1000 equity=701                | equity=700
            OPEN_ORDERS          | 5       | 0    | orders=4                            | orders=5
            SELF_MATCH           | 1       | 0    | own=0                               | own=1
            IMPOSSIBLE_DATA      | 1       | 1    | price=1                             | price=0
            IMPOSSIBLE_DATA      | 1       | 1    | mark=1                              | mark=-1
            IMPOSSIBLE_DATA      | 1       | 1    | bid=99 ask=100                      | bid=100
            STALE_PRICE          | 1       | 10   | now=110 priceTime=100               | now=111
            TRADE_VOLUME_BAR     | 100000  | 60   | lots=10 bar=100                     | lots=11
            TRADE_VOLUME_AVERAGE | 100000  | 0    | lots=10 average=100                 | average=99
            LIQUIDITY            | 500000  | 60   | lots=50 average=100 equity=5000     | lots=51
            LIQUIDITY            | 500000  | 60   | lots=50 average=50 equity=10000     | average=49
            LIQUIDITY            | 500000  | 60   | lots=20 net=30 average=50 equity=10000 | waiting=1
            DAILY_DRAWDOWN       | 30000   | 60   | dayStart=1000 equity=971            | equity=970
            """;

    @Test
    void passesAtTheLimitAndRefusesOneBeyond() {
        for (var row : rows()) {
            assertThat(judge(row, row.within())).as("at the limit: %s", row).isInstanceOf(Verdict.Pass.class);
            var beyond = judge(row, row.within() + " " + row.beyond());
            assertThat(beyond)
                    .as("beyond: %s", row)
                    .isInstanceOfSatisfying(
                            Verdict.No.class,
                            no -> assertThat(no.refusal())
                                    .as("beyond: %s", row)
                                    .isEqualTo(row.control().refusal()));
        }
    }

    @Test
    void everyControlIsOffUnlessSet() {
        var off = FakeDesk.only(Control.MODE, Bound.ON);
        for (var row : rows()) {
            assertThat(judge(off, row.within() + " " + row.beyond()))
                    .as("off: %s", row)
                    .isInstanceOf(Verdict.Pass.class);
        }
    }

    /** What has no place in the table keeps state, or a list, and has tests of its own. */
    @Test
    void theTableHasEveryControlThatJudgesByFiguresAlone() {
        Set<Control> covered = EnumSet.noneOf(Control.class);
        rows().forEach(row -> covered.add(row.control()));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(covered)))
                .containsExactlyInAnyOrder(
                        Control.ORDER_RATE,
                        Control.MESSAGE_RATE,
                        Control.ORDER_TO_TRADE,
                        Control.REPEATED_EXECUTION,
                        Control.DUPLICATE,
                        Control.DATA_GAP,
                        Control.DATA_FROZEN,
                        Control.DATA_JUMP,
                        Control.INSTRUMENTS,
                        Control.MODE);
    }

    private record Row(Control control, Bound bound, String within, String beyond) {}

    private static List<Row> rows() {
        return TABLE.lines()
                .filter(line -> !line.startsWith("#"))
                .map(BoundaryTest::row)
                .toList();
    }

    private static Row row(String line) {
        var cells = List.of(line.split("\\|")).stream().map(String::strip).toList();
        var bound = new Bound(Long.parseLong(cells.get(1)), Long.parseLong(cells.get(2)));
        return new Row(Control.valueOf(cells.get(0)), bound, cells.get(3), cells.get(4));
    }

    private static Verdict<Action.Submit> judge(Row row, String figures) {
        return judge(FakeDesk.only(row.control(), row.bound()), figures);
    }

    private static Verdict<Action.Submit> judge(RiskLimits limits, String figures) {
        var desk = new FakeDesk();
        long lots = 1;
        long limit = 0;
        long stop = 0;
        var side = Side.BUY;
        for (var figure : figures.split(" ")) {
            var name = figure.substring(0, figure.indexOf('='));
            long value = Long.parseLong(figure.substring(figure.indexOf('=') + 1));
            switch (name) {
                case "lots" -> lots = value;
                case "limit" -> limit = value;
                case "stop" -> stop = value;
                case "sell" -> side = Side.SELL;
                default -> desk.set(name, value);
            }
        }
        return new Risk(limits).submit(FakeDesk.order(1, side, lots, kind(stop, limit), Order.Terms.OPENING), desk);
    }

    private static OrderKind kind(long stop, long limit) {
        if (stop > 0) {
            return limit > 0 ? new OrderKind.StopLimit(stop, limit) : new OrderKind.Stop(stop);
        }
        return limit > 0 ? new OrderKind.Limit(limit) : OrderKind.MARKET;
    }
}
