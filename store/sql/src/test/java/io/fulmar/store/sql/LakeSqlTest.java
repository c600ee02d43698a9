package io.fulmar.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.ArrowReader;
import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeSqlTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long FIRST = 1_704_067_200_000_000_000L;
    private static final int BARS = 70_000;

    @TempDir
    private Path folder;

    /** Bars of three symbols, one of them packed; what they add up to is told by a plain loop. */
    private double fill(Lake lake) {
        double sum = 0;
        for (String symbol : List.of("A/USDT", "B/USDT", "C'D/USDT".replace("'", ""))) {
            SplittableRandom random = new SplittableRandom(symbol.hashCode());
            Dataset dataset = new Dataset("sim's", Symbol.parse(symbol), new Kind.Candles(Timeframe.MINUTE));
            Rows rows = new Rows(dataset.kind(), BARS);
            for (int i = 0; i < BARS; i++) {
                double close = random.nextInt(1, 1_000_000) / 100.0;
                rows.candle(FIRST + i * MINUTE, close, close + 1, close / 2, close, i, i % 3 == 0 ? Double.NaN : i);
                rows.told(i % 2 == 0 ? Rows.UNKNOWN : i, 0);
                sum += close;
            }
            Compression packed = symbol.startsWith("B") ? Compression.ZSTD : Compression.NONE;
            try (DatasetWriter writer = lake.write(dataset, new Scales(3, 0), packed)) {
                writer.append(rows);
                writer.commit();
            }
        }
        return sum;
    }

    private static String json(LakeSql sql, String query) throws SQLException, IOException {
        StringBuilder out = new StringBuilder();
        sql.ask(query, rows -> Answers.json(rows, out));
        return out.toString();
    }

    @Test
    void answersAreThoseOfAPlainLoop() throws SQLException, IOException {
        Lake lake = Lake.open(folder.resolve("lake"));
        double sum = fill(lake);
        try (LakeSql sql = LakeSql.open()) {
            sql.show(lake, "select 1 from candles");
            sql.shut();
            assertThat(json(sql, "select count(*) n, count(trades) t, count(quote_volume) q from candles"))
                    .isEqualTo("{\"n\":210000,\"t\":105000,\"q\":139998}\n");
            assertThat(json(sql, "select abs(sum(close) - " + sum + ") < 0.01 same from candles"))
                    .isEqualTo("{\"same\":true}\n");
            assertThat(json(
                            sql,
                            "select a.symbol s, count(*) n from candles a join candles b using (venue, symbol, timeframe, time) "
                                    + "group by 1 order by 1 limit 1"))
                    .isEqualTo("{\"s\":\"A/USDT\",\"n\":70000}\n");
            assertThat(json(
                            sql,
                            "select venue, timeframe, time, low < open as lower from candles where symbol = 'B/USDT' "
                                    + "and time = '2024-01-01 00:01:00'"))
                    .isEqualTo(
                            "{\"venue\":\"sim's\",\"timeframe\":\"1m\",\"time\":\"2024-01-01T00:01:00Z\",\"lower\":true}\n");
        }
    }

    @Test
    void nothingButTheLakeIsWithinReach() throws SQLException, IOException {
        Lake lake = Lake.open(folder.resolve("empty"));
        try (LakeSql sql = LakeSql.open()) {
            sql.show(lake, "select 1 from candles");
            sql.shut();
            assertThat(json(sql, "select count(*) n from candles")).isEqualTo("{\"n\":0}\n");
            for (String query : List.of(
                    "select * from read_text('/etc/hostname')",
                    "copy (select 1) to '" + folder.resolve("x.csv") + "'",
                    "attach '" + folder.resolve("x.db") + "'",
                    "install httpfs",
                    "set enable_external_access=true",
                    "set memory_limit='100GB'")) {
                assertThatThrownBy(() -> json(sql, query)).as(query).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void parquetComesBackAsItWas() throws SQLException, IOException {
        Lake lake = Lake.open(folder.resolve("lake"));
        fill(lake);
        Path parquet = folder.resolve("a.parquet");
        Path feather = folder.resolve("a.feather");
        String query = "select time at time zone 'UTC' as time, close, trades, quote_volume, symbol from candles "
                + "where symbol = 'A/USDT' order by time";
        try (LakeSql sql = LakeSql.open()) {
            sql.show(lake, query);
            ParquetFiles.write(sql, query, parquet);
            ParquetFiles.toFeather(sql, parquet, feather);
        }
        SplittableRandom random = new SplittableRandom("A/USDT".hashCode());
        try (ArrowReader arrow = ArrowReader.open(feather)) {
            assertThat(arrow.rows()).isEqualTo(BARS);
            for (int i = 0; i < BARS; i++) {
                assertThat(arrow.longAt(0, i)).isEqualTo(FIRST + i * MINUTE);
                assertThat(arrow.doubleAt(1, i)).isEqualTo(random.nextInt(1, 1_000_000) / 100.0);
                assertThat(arrow.longAt(2, i)).isEqualTo(i % 2 == 0 ? Rows.UNKNOWN : i);
                assertThat(Double.compare(arrow.doubleAt(3, i), i % 3 == 0 ? Double.NaN : i))
                        .isZero();
            }
            assertThat(arrow.textAt(4, 5)).isEqualTo("A/USDT");
        }
    }
}
