package io.fulmar.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventViewsTest {
    private static final long FIRST = 1_704_067_200_000_000_000L; // 2024-01-01
    private static final long HOUR = 3_600_000_000_000L;
    private static final int HOURS = 60 * 24;

    @TempDir
    private Path folder;

    private Lake lake;

    /** An event an hour for sixty days, so that there is a file a month; hours at odd nanoseconds. */
    @BeforeEach
    void fill() {
        lake = Lake.open(folder);
        for (String symbol : List.of("A/USDT", "B/USDT")) {
            fill(
                    symbol,
                    Kind.Events.TRADES,
                    (rows, time) -> rows.trade(
                            time + 7, time + 9, 100 + (int) ((time - FIRST) / HOUR % 5), 2, 1, (time - FIRST) / HOUR));
            fill(symbol, Kind.Events.QUOTES, (rows, time) -> rows.quote(time, time + 1, 99, 3, 101, 4));
            fill(symbol, Kind.Events.BOOKS, (rows, time) -> rows.book(time, time, 8, 99, 5, 17));
            fill(symbol, Kind.Events.FUNDING, (rows, time) -> rows.funding(time, 0.0001, Double.NaN));
            fill(symbol, Kind.Events.MARK, (rows, time) -> rows.mark(time, 100, Double.NaN));
        }
        fill("A/USDT", new Kind.Candles(Timeframe.HOUR), (rows, time) -> rows.candle(time, 1, 2, 1, 2, 5, 7));
    }

    private void fill(String symbol, Kind kind, ObjLongConsumer<Rows> add) {
        Rows rows = new Rows(kind, HOURS);
        for (int i = 0; i < HOURS; i++) {
            add.accept(rows, FIRST + i * HOUR);
        }
        try (DatasetWriter writer = lake.write(new Dataset("sim", Symbol.parse(symbol), kind), new Scales(2, 0))) {
            writer.append(rows);
            writer.commit();
        }
    }

    /** The answer, and behind it how many files were opened for it. */
    private String ask(String query) throws SQLException, IOException {
        StringBuilder out = new StringBuilder();
        try (LakeSql sql = LakeSql.open()) {
            sql.show(lake, query);
            sql.shut();
            sql.ask(query, rows -> Answers.json(rows, out));
            return out.append(sql.filesOpened()).toString();
        }
    }

    @Test
    void everyKindHasAViewWithItsColumns() throws SQLException, IOException {
        assertThat(ask("select * from trades where symbol = 'A/USDT' and id = 3"))
                .startsWith(
                        "{\"venue\":\"sim\",\"symbol\":\"A/USDT\",\"time\":\"2024-01-01T03:00:00.000000007Z\","
                                + "\"received\":\"2024-01-01T03:00:00.000000009Z\",\"price\":103.0,\"quantity\":2.0,\"side\":1,\"id\":3}");
        assertThat(ask("select * exclude (venue) from quotes order by time, symbol limit 1"))
                .startsWith(
                        "{\"symbol\":\"A/USDT\",\"time\":\"2024-01-01T00:00:00Z\",\"received\":\"2024-01-01T00:00:00.000000001Z\","
                                + "\"bid\":99.0,\"bid_quantity\":3.0,\"ask\":101.0,\"ask_quantity\":4.0}");
        assertThat(ask("select event, price, quantity, sequence from books limit 1"))
                .startsWith("{\"event\":8,\"price\":99.0,\"quantity\":5.0,\"sequence\":17}");
        assertThat(ask("select sum(rate) > 0.28 paid, count(mark) known from funding"))
                .startsWith("{\"paid\":true,\"known\":0}");
        assertThat(ask("select mark, \"index\" from mark limit 1")).startsWith("{\"mark\":100.0,\"index\":null}");
    }

    @Test
    void viewsAreJoinedAndGrouped() throws SQLException, IOException {
        assertThat(ask("select count(*) n from trades t join quotes q on t.symbol = q.symbol "
                        + "and date_trunc('hour', t.time) = q.time"))
                .startsWith("{\"n\":" + 2 * HOURS + "}");
        assertThat(ask("select symbol, time_bucket(interval 1 day, time::timestamp) d, max(price) h, sum(quantity) q "
                        + "from trades group by 1, 2 order by 1, 2 limit 1"))
                .startsWith("{\"symbol\":\"A/USDT\",\"d\":\"2024-01-01T00:00:00Z\",\"h\":104.0,\"q\":48.0}");
    }

    @Test
    void aDayOfASymbolOpensOneFile() throws SQLException, IOException {
        int files = lake.catalogue().stream()
                .filter(state -> state.dataset().kind() == Kind.Events.TRADES)
                .mapToInt(DatasetState::files)
                .sum();
        assertThat(files).isEqualTo(4);
        assertThat(ask("select count(*) n from trades")).isEqualTo("{\"n\":2880}\n4");
        assertThat(ask("select count(*) n from trades where time >= '2024-02-05' and time < '2024-02-06'"))
                .isEqualTo("{\"n\":48}\n2");
        assertThat(ask("select count(*) n from trades where symbol = 'B/USDT' and time::date = '2024-02-05'"))
                .isEqualTo("{\"n\":24}\n1");
        assertThat(ask("select count(*) n from trades where symbol = 'B/USDT' and time < '2023-02-05'"))
                .isEqualTo("{\"n\":0}\n0");
        assertThat(ask("select count(*) n from candles where time between '2024-01-03' and '2024-01-03 02:00'"))
                .isEqualTo("{\"n\":3}\n1");
    }

    @Test
    void aJoinOpensOnlyTheFilesOfItsDay() throws SQLException, IOException {
        String join = "select count(*) n, count(q.bid) known from trades t left join quotes q on t.symbol = q.symbol "
                + "and date_trunc('hour', t.time) = q.time where t.symbol = 'A/USDT' and t.time::date = '2024-02-05'";
        assertThat(ask(join + " and q.time >= '2024-02-05 12:00' and q.symbol = 'A/USDT'"))
                .isEqualTo("{\"n\":12,\"known\":12}\n2");
        assertThat(ask(join)).isEqualTo("{\"n\":24,\"known\":24}\n5");
    }

    /** Whatever narrows must not lose a row at an edge. */
    @Test
    void narrowedAnswersAreThoseOfAllRows() throws SQLException, IOException {
        for (String where : List.of(
                "time > '2024-01-31 23:00:00.000000007'",
                "time >= '2024-01-31 23:00:00.000000007'",
                "time <= '2024-02-01 00:00:00.000000007'",
                "time < '2024-02-01 00:00:00.000000007'",
                "time = '2024-02-01 00:00:00.000000007'",
                "time between '2024-01-31 23:00' and '2024-02-01 02:00:00'")) {
            String narrow = ask("select count(*) n from trades where " + where);
            String all = ask("select count(*) n from trades where true and (" + where + ")");
            assertThat(narrow.lines().findFirst())
                    .as(where)
                    .isEqualTo(all.lines().findFirst());
        }
    }
}
