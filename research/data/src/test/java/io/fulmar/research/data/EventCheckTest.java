package io.fulmar.research.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCheckTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long FIRST = 1_704_067_200L * SECOND;
    private static final int COUNT = 2_000;

    @TempDir
    private Path folder;

    private Lake lake = Lake.open(Path.of("unset"));

    @BeforeEach
    void openLake() {
        lake = Lake.open(folder.resolve("lake"));
    }

    private CheckReport check(Rows rows) {
        Dataset dataset = new Dataset("sim", Symbol.parse("BTC/USDT:USDT"), rows.kind());
        try (DatasetWriter writer = lake.write(dataset, new Scales(2, 0, 4))) {
            writer.append(rows);
            writer.commit();
        }
        assertThat(DataCheck.canCheck(dataset)).isTrue();
        assertThat(DataRepair.canRepair(dataset)).isFalse();
        return DataCheck.of(lake, dataset, RepairRules.USUAL);
    }

    private static List<Finding.Type> types(CheckReport report) {
        return report.findings().stream().map(Finding::type).toList();
    }

    /** A trade every second or so near 100, numbered. */
    private static Rows trades() {
        SplittableRandom random = new SplittableRandom(7);
        Rows rows = new Rows(Kind.Events.TRADES, COUNT);
        for (int i = 0; i < COUNT; i++) {
            long time = FIRST + i * SECOND + random.nextInt(1_000_000);
            rows.trade(time, time, 100 + random.nextInt(-5, 6) / 100.0, 1, 1, 70_000 + i);
        }
        return rows;
    }

    @Test
    void soundTradesHaveNoFindings() {
        CheckReport report = check(trades());
        assertThat(report.isSound()).as("%s", report.findings()).isTrue();
        assertThat(report.rows()).isEqualTo(COUNT);
    }

    @Test
    void whatIsWrongWithTradesIsFound() {
        Rows rows = trades();
        for (int i = 300; i < COUNT; i++) {
            rows.wholes("id")[i] += 4;
        }
        rows.wholes("id")[500] = rows.wholes("id")[499];
        rows.numbers("price")[700] = 250;
        rows.numbers("price")[800] = 0;
        rows.numbers("quantity")[900] = -1;
        for (int i = 1_000; i < COUNT; i++) {
            rows.times()[i] += HOUR;
        }
        CheckReport report = check(rows);
        assertThat(types(report))
                .containsExactly(
                        Finding.Type.GAP,
                        Finding.Type.DUPLICATE,
                        Finding.Type.GAP, // the number that the duplicate has not
                        Finding.Type.OUTLIER,
                        Finding.Type.IMPOSSIBLE,
                        Finding.Type.IMPOSSIBLE,
                        Finding.Type.GAP);
        assertThat(report.findings().getFirst().what()).isEqualTo("4 numbers are missing between 70299 and 70304");
        assertThat(report.findings().getLast().what()).startsWith("nothing for PT1H");
        assertThat(report.missing()).isEqualTo(5);
    }

    @Test
    void holesInNumbersMeanNothingWhereTheyAreTheRule() {
        Rows rows = trades();
        for (int i = 0; i < COUNT; i++) {
            rows.wholes("id")[i] = 3L * i;
        }
        assertThat(check(rows).isSound()).isTrue();
        Rows unknown = trades();
        for (int i = 0; i < COUNT; i++) {
            unknown.times()[i] += 24 * HOUR;
            unknown.wholes("id")[i] = Rows.UNKNOWN;
        }
        assertThat(check(unknown).duplicates()).isZero();
    }

    @Test
    void whatIsWrongWithQuotesIsFound() {
        Rows rows = new Rows(Kind.Events.QUOTES, COUNT);
        for (int i = 0; i < COUNT; i++) {
            rows.quote(FIRST + i * SECOND, FIRST + i * SECOND, 99 + i % 3 / 100.0, 5, 100, 6 + i % 2);
        }
        assertThat(rows.size()).isEqualTo(COUNT);
        rows.numbers("bid")[100] = 100.5;
        rows.numbers("bid")[200] = 100;
        rows.numbers("ask")[300] = -1;
        rows.numbers("ask")[400] = 180;
        rows.numbers("bid")[500] = Double.NaN; // an empty side is none
        rows.times()[601] = rows.times()[600];
        for (String column : List.of("bid", "ask", "bid_quantity", "ask_quantity")) {
            rows.numbers(column)[601] = rows.numbers(column)[600];
        }
        CheckReport report = check(rows);
        assertThat(types(report))
                .containsExactly(
                        Finding.Type.CROSSED,
                        Finding.Type.CROSSED,
                        Finding.Type.IMPOSSIBLE,
                        Finding.Type.OUTLIER,
                        Finding.Type.DUPLICATE);
        assertThat(report.findings().get(0).what()).isEqualTo("a bid of 100.5 above an ask of 100.0");
        assertThat(report.findings().get(1).what()).isEqualTo("a bid of 100.0 at an ask of 100.0");
        assertThat(report.crossed()).isEqualTo(2);
        assertThat(report.isSound()).isFalse();
    }

    @Test
    void settlementsThatAreMissingAreCounted() {
        Rows rows = new Rows(Kind.Events.FUNDING, 200);
        for (int i = 0; i < 200; i++) {
            if (i < 50 || i > 52) {
                rows.funding(FIRST + i * 8L * HOUR, i == 100 ? 0.05 : i == 120 ? -1.5 : 0.0001, Double.NaN);
            }
        }
        CheckReport report = check(rows);
        assertThat(types(report)).containsExactly(Finding.Type.GAP, Finding.Type.OUTLIER, Finding.Type.IMPOSSIBLE);
        assertThat(report.missing()).isEqualTo(3);
        assertThat(report.findings().getFirst().first()).isEqualTo(FIRST + 50 * 8 * HOUR);
        assertThat(report.findings().getFirst().last()).isEqualTo(FIRST + 52 * 8 * HOUR);
    }

    @Test
    void markPricesAreHeldAgainstTheirNeighbours() {
        Rows rows = new Rows(Kind.Events.MARK, 500);
        for (int i = 0; i < 500; i++) {
            rows.mark(FIRST + i * SECOND, i == 40 ? 150 : i == 60 ? 0 : 100, Double.NaN);
        }
        assertThat(types(check(rows))).containsExactly(Finding.Type.OUTLIER, Finding.Type.IMPOSSIBLE);
    }
}
