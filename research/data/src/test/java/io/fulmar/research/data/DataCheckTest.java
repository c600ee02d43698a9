package io.fulmar.research.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long FIRST = 1_704_067_200_000_000_000L;
    private static final Dataset MINUTES =
            new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));

    @TempDir
    private Path folder;

    private Lake lake = Lake.open(Path.of("unset"));

    @BeforeEach
    void openLake() {
        lake = Lake.open(folder.resolve("lake"));
    }

    /** A quiet market of so many minutes that moves by cents, by time. */
    private static SortedMap<Long, double[]> quiet(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        SortedMap<Long, double[]> bars = new TreeMap<>();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double close = Math.rint(price * 100 + random.nextInt(-5, 6)) / 100;
            bars.put(FIRST + i * MINUTE, new double[] {price, Math.max(price, close), Math.min(price, close), close});
            price = close;
        }
        return bars;
    }

    private void write(SortedMap<Long, double[]> bars) {
        Rows rows = new Rows(MINUTES.kind(), bars.size());
        bars.forEach((time, prices) -> rows.candle(time, prices[0], prices[1], prices[2], prices[3], 1, Double.NaN));
        try (DatasetWriter writer = lake.write(MINUTES, new Scales(2, 0))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private SortedMap<Long, double[]> read() {
        SortedMap<Long, double[]> bars = new TreeMap<>();
        Rows rows = new Rows(MINUTES.kind());
        try (DatasetReader reader = lake.read(MINUTES)) {
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    bars.put(rows.times()[i], new double[] {rows.numbers("close")[i], rows.wholes("flags")[i]});
                }
            }
        }
        return bars;
    }

    private CheckReport check(RepairRules rules) {
        return DataCheck.of(lake, MINUTES, rules);
    }

    @Test
    void aQuietMarketIsSound() {
        for (long seed = 0; seed < 5; seed++) {
            lake = Lake.open(folder.resolve("lake-" + seed));
            write(quiet(seed, 3000));
            CheckReport report = check(RepairRules.USUAL);
            assertThat(report.isSound())
                    .as("seed %d: %s", seed, report.findings())
                    .isTrue();
            assertThat(report.rows()).isEqualTo(3000);
        }
    }

    @Test
    void plantedFaultsAreFoundAndNothingElse() {
        SortedMap<Long, double[]> bars = quiet(7, 2000);
        bars.remove(FIRST + 100 * MINUTE);
        for (int i = 200; i < 250; i++) {
            bars.remove(FIRST + i * MINUTE);
        }
        bars.getOrDefault(FIRST + 500 * MINUTE, new double[4])[1] = 250;
        bars.getOrDefault(FIRST + 1999 * MINUTE, new double[4])[2] = 10;
        bars.put(FIRST + 700 * MINUTE + 5, new double[] {100, 101, 99, 100});
        write(bars);
        CheckReport report = check(RepairRules.USUAL);
        assertThat(report.findings())
                .extracting(Finding::type)
                .containsExactly(
                        Finding.Type.GAP,
                        Finding.Type.GAP,
                        Finding.Type.OUTLIER,
                        Finding.Type.MISALIGNED,
                        Finding.Type.OUTLIER);
        assertThat(report.gaps()).isEqualTo(2);
        assertThat(report.missing()).isEqualTo(51);
        assertThat(report.findings().get(0).repair()).contains("fill with flat bars");
        assertThat(report.findings().get(1).repair()).isEmpty();
        assertThat(report.findings().get(2).what()).contains("250.0");
        assertThat(report.findings().get(3).repair()).contains("take it out");
    }

    @Test
    void aMoveThatStaysIsNoOutlier() {
        SortedMap<Long, double[]> bars = quiet(3, 400);
        bars.tailMap(FIRST + 200 * MINUTE).values().forEach(prices -> {
            for (int i = 0; i < prices.length; i++) {
                prices[i] = Math.rint(prices[i] * 150) / 100;
            }
        });
        write(bars);
        assertThat(check(RepairRules.USUAL).outliers()).isZero();
    }

    @Test
    void repairDoesWhatCheckSaidAndMakesARevision() {
        SortedMap<Long, double[]> bars = quiet(9, 500);
        bars.remove(FIRST + 100 * MINUTE);
        bars.remove(FIRST + 101 * MINUTE);
        bars.put(FIRST + 300 * MINUTE + 5, new double[] {100, 101, 99, 100});
        bars.getOrDefault(FIRST + 400 * MINUTE, new double[4])[1] = 500;
        write(bars);
        RepairRules rules = new RepairRules(10, true, true);
        DataRepair.Done done = DataRepair.of(lake, MINUTES, rules);
        assertThat(done).isEqualTo(new DataRepair.Done(2, 1, 1, 1));
        assertThat(check(rules).isSound()).isTrue();
        SortedMap<Long, double[]> now = read();
        assertThat(now).hasSize(500);
        double before = now.getOrDefault(FIRST + 99 * MINUTE, new double[4])[0];
        assertThat(now.getOrDefault(FIRST + 101 * MINUTE, new double[4])).containsExactly(before, Rows.REPAIRED);
        assertThat(now.getOrDefault(FIRST + 400 * MINUTE, new double[4]))
                .containsExactly(now.getOrDefault(FIRST + 399 * MINUTE, new double[4])[0], Rows.REPAIRED);
        assertThat(DataRepair.of(lake, MINUTES, rules)).isEqualTo(new DataRepair.Done(0, 0, 0, 1));
    }

    @Test
    void whatIsTooLongToMakeUpIsLeft() {
        SortedMap<Long, double[]> bars = quiet(9, 100);
        for (int i = 50; i < 61; i++) {
            bars.remove(FIRST + i * MINUTE);
        }
        write(bars);
        assertThat(DataRepair.of(lake, MINUTES, RepairRules.USUAL)).isEqualTo(new DataRepair.Done(0, 0, 0, 0));
        assertThat(DataRepair.of(lake, MINUTES, new RepairRules(11, true, false))
                        .filled())
                .isEqualTo(11);
    }

    @Test
    void aYearThatHadOnlyMisalignedBarsIsGone() {
        SortedMap<Long, double[]> bars = quiet(9, 10);
        bars.put(FIRST + 400L * 86_400_000_000_000L + 1, new double[] {100, 101, 99, 100});
        write(bars);
        assertThat(DataRepair.of(lake, MINUTES, RepairRules.USUAL).removed()).isEqualTo(1);
        assertThat(read()).hasSize(10);
        assertThat(lake.state(MINUTES).orElseThrow().files()).isEqualTo(1);
    }
}
