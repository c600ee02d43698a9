package io.fulmar.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowingTest {
    @Test
    void plainConditionsNarrow() {
        assertThat(Narrowing.of("select * from candles where symbol = 'A/B'", View.CANDLES)
                        .texts())
                .isEqualTo(Map.of("symbol", Set.of("A/B")));
        assertThat(Narrowing.of(
                                "SELECT max(high) FROM candles WHERE venue='x''y' AND Symbol IN ('A', 'B') and time > '2024-01-01' GROUP BY 1",
                                View.CANDLES)
                        .texts())
                .isEqualTo(Map.of("venue", Set.of("x'y"), "symbol", Set.of("A", "B")));
        assertThat(Narrowing.of(
                                "select 1 from candles where symbol in ('A','B') and symbol = 'A' limit 3;",
                                View.CANDLES)
                        .texts())
                .isEqualTo(Map.of("symbol", Set.of("A")));
        assertThat(Narrowing.of("select 1 from trades t where t.symbol = 'A' and price between 1 and 2", View.TRADES)
                        .texts())
                .isEqualTo(Map.of("symbol", Set.of("A")));
    }

    @Test
    void eachViewOfAJoinIsNarrowedByItsOwnConditions() {
        String sql =
                "select * from trades t left join quotes as q on t.symbol = q.symbol and (t.time, 1) > (q.time, 1), mark "
                        + "where t.symbol = 'A' and q.time >= '2024-03-05' and mark.venue = 'x' and symbol = 'C'";
        assertThat(Narrowing.of(sql, View.TRADES).texts()).isEqualTo(Map.of("symbol", Set.of("A")));
        assertThat(Narrowing.of(sql, View.TRADES).from()).isEqualTo(Long.MIN_VALUE);
        assertThat(Narrowing.of(sql, View.QUOTES).texts()).isEmpty();
        assertThat(Narrowing.of(sql, View.QUOTES).from()).isEqualTo(1_709_596_800_000_000_000L - 1000);
        assertThat(Narrowing.of(sql, View.MARK).texts()).isEqualTo(Map.of("venue", Set.of("x")));
        assertThat(Narrowing.of(sql, View.CANDLES).texts()).isEmpty();
    }

    /** Each lets through 5 March 2024, or its first moment, and a microsecond around it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time >= '2024-03-05' and time < '2024-03-06'",
                "symbol = 'A' and time between '2024-03-05' and '2024-03-06 00:00'",
                "time::date = '2024-03-05'",
                "time::date = date '2024-03-05'",
                "time > timestamp '2024-03-05 00:00:00' and time <= '2024-03-06'::timestamp order by time",
                "t.time >= make_timestamp(1709596800000000) and t.time < make_timestamp_ns(1709683200000000000)"
            })
    void aDayNarrowsTheTime(String where) {
        Narrowing narrowing = Narrowing.of("select * from quotes as t where " + where, View.QUOTES);
        assertThat(narrowing.from()).isEqualTo(1_709_596_800_000_000_000L - 1000);
        assertThat(narrowing.to()).isBetween(1_709_683_200_000_000_000L, 1_709_683_200_000_000_000L + 1001);
    }

    /** What is not understood may mean any time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time >= '2024-03-05' or price > 3",
                "not time >= '2024-03-05'",
                "time >= timestamptz '2024-03-05 00:00+05'",
                "time >= '2024-03-05 00:00+05'",
                "time >= '2024-03-05' - interval 1 day",
                "time <> '2024-03-05'",
                "time not between '2024-03-05' and '2024-03-06'",
                "time + interval 1 day > '2024-03-05'",
                "time > (from quotes select max(time))",
                "received >= '2024-03-05'",
                "time >= '2024-13-05'",
                "time > '9999-01-01'",
                "'2024-03-05' < time"
            })
    void inDoubtAllTimesCount(String where) {
        Narrowing narrowing = Narrowing.of("select * from quotes where " + where, View.QUOTES);
        assertThat(narrowing.from()).isEqualTo(Long.MIN_VALUE);
        assertThat(narrowing.to()).isEqualTo(Long.MAX_VALUE);
    }

    /** Each of these may need rows of other symbols. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from candles",
                "select symbol = 'A' from candles",
                "select * from candles where symbol = 'A' or close > 3",
                "select * from candles where not symbol = 'A'",
                "select * from candles where (symbol = 'A') is null",
                "select * from candles where symbol <> 'A'",
                "select * from candles where symbol = 'A' || 'B'",
                "select * from candles where symbol not in ('A')",
                "select * from candles where close between 1 and symbol = 'A'",
                "select count(*) filter (where symbol = 'A') from candles",
                "select * from candles a, candles b where a.symbol = 'A'",
                "select * from candles where close = (select max(close) from candles where symbol = 'A')",
                "select * from candles where venue = 'x' union select * from candles",
                "select '-- from candles where symbol = ''A''' from candles",
                "select * from candles where symbol = 'A' and close > (from mark limit 1)",
                "select exists(from trades where symbol = 'A') from candles",
                "select * from trades t(symbol, venue) where symbol = 'A'",
                "select * from candles, trades where symbol = 'A'",
                "select * from candles a join candles b using (time) where a.symbol = 'A'",
                "select * from trades t asof join quotes q on t.time >= q.time where q.symbol = 'A'",
                "select * from trades t join (select 1) q on true where t.symbol = 'A'",
                "select * from trades t join quotes q using (symbol) where symbol = 'A'",
                "select * from candles -- where symbol = 'A'",
                "select * from candles where 'x' = 'symbol = ' and close > 1",
                ""
            })
    void inDoubtNothingIsNarrowed(String sql) {
        for (View view : View.values()) {
            assertThat(Narrowing.of(sql, view).texts()).as("%s", view).isEmpty();
        }
    }
}
