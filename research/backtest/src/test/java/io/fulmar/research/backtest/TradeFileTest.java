package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeFileTest {
    private static List<String> read(String text) {
        var trades = new ArrayList<String>();
        TradeFile.read(
                CandleFileTest.text(text),
                CsvHints.NONE,
                (time, price, quantity, side, id) ->
                        trades.add(time + " " + price + " " + quantity + " " + side + " " + id));
        return trades;
    }

    /** The same two trades as Binance's archive has them, with and without header, and in plain words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7,10.5,0.25,1,1,1704067200001,True,True\n8,10.25,2,2,2,1704067200001,False,True\n",
                """
                agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker
                7,10.5,0.25,1,1,1704067200001,true
                8,10.25,2,2,2,1704067200001,false
                """,
                "7,10.5,0.25,1,1,1704067200001,true\n8,10.25,2,2,2,1704067200001,false\n",
                "7,10.5,0.25,2.6,1704067200001000,True,True\n8,10.25,2,20.5,1704067200001000,False,True\n",
                "id,price,qty,quote_qty,time,is_buyer_maker\n7,10.5,0.25,2.6,1704067200001,true\n8,10.25,2,20.5,1704067200001,false\n",
                "time,side,price,quantity,trade_id\n2024-01-01T00:00:00.001Z,sell,10.5,0.25,7\n2024-01-01T00:00:00.001Z,Buy,10.25,2,8\n"
            })
    void everyShapeGivesTheSameTrades(String text) {
        assertThat(read(text))
                .containsExactly("1704067200001000000 10.5 0.25 -1 7", "1704067200001000000 10.25 2.0 1 8");
    }

    @Test
    void decimalsAreCounted() {
        var summary = TradeFile.read(
                CandleFileTest.text("time,side,price,quantity\n1704067200,buy,10.500,0.25\n1704067200,buy,10,0.1250\n"),
                CsvHints.NONE,
                (time, price, quantity, side, id) -> {});
        assertThat(summary).isEqualTo(new TradeFile.Summary(2, 1, 3));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("time,side,price,quantity\n1704067201,buy,1,1\n1704067200,buy,1,1\n"))
                .hasMessageContaining("x.csv line 3, column time: \"1704067200\" is earlier");
        assertThatThrownBy(() -> read("time,side,price,quantity\n1704067201,buy,0,1\n"))
                .hasMessageContaining("line 2, column price");
        assertThatThrownBy(() -> read("time,side,price,quantity\n1704067201,long,1,1\n"))
                .hasMessageContaining("line 2, column side: \"long\" is none");
        assertThatThrownBy(() -> read("time,open,high,low,close\n1,2,3,4,5\n")).hasMessageContaining("--timeframe");
        assertThatThrownBy(() -> read("7,10.5,0.25,1,1,1704067200001,Tr")).isInstanceOf(DataException.class);
    }
}
