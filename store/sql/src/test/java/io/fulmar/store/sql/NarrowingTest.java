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
        assertThat(Narrowing.of("select * from candles where symbol = 'A/B'"))
                .isEqualTo(Map.of("symbol", Set.of("A/B")));
        assertThat(
                        Narrowing.of(
                                "SELECT max(high) FROM candles WHERE venue='x''y' AND Symbol IN ('A', 'B') and time > '2024-01-01' GROUP BY 1"))
                .isEqualTo(Map.of("venue", Set.of("x'y"), "symbol", Set.of("A", "B")));
        assertThat(Narrowing.of("select 1 from candles where symbol in ('A','B') and symbol = 'A' limit 3;"))
                .isEqualTo(Map.of("symbol", Set.of("A")));
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
                "select * from candles -- where symbol = 'A'",
                "select * from candles where 'x' = 'symbol = ' and close > 1",
                ""
            })
    void inDoubtNothingIsNarrowed(String sql) {
        assertThat(Narrowing.of(sql)).isEmpty();
    }
}
