package io.fulmar.research.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.backtest.DataException;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are packed, and what the lake remembers of how rows came. */
class ImportFormsTest {
    private static final Dataset MINUTES =
            new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));
    private static final Dataset TRADES = new Dataset("sim", Symbol.parse("BTC/USDT"), Kind.Events.TRADES);
    private static final Dataset OTHER =
            new Dataset("other", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));
    private static final long FIRST = 1_704_067_200L;

    @TempDir
    private Path folder;

    private Lake lake = Lake.open(Path.of("unset"));

    @BeforeEach
    void openLake() {
        lake = Lake.open(folder.resolve("lake"));
    }

    private ImportReport take(Dataset dataset, Path file) {
        DataImport.Parquet none = (from, to) -> {
            throw new AssertionError("no Parquet here");
        };
        return new DataImport(lake, dataset, CsvHints.NONE, false, none).take(file);
    }

    private Rows rows(Dataset dataset) {
        Rows rows = new Rows(dataset.kind());
        try (DatasetReader reader = lake.read(dataset)) {
            reader.next(rows);
        }
        return rows;
    }

    private Path packed(String name, byte[] text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
        return file;
    }

    private static byte[] minutes(int count) {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < count; i++) {
            text.append(FIRST + 60L * i).append(",10,20,5,").append(10 + i % 7).append(",1\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aTextPackedByGzipIsReadWhateverItIsCalled() throws IOException {
        assertThat(take(MINUTES, packed("a.csv.gz", minutes(5_000))).added()).isEqualTo(5_000);
        assertThat(rows(MINUTES).numbers("close")[4_999]).isEqualTo(10 + 4_999 % 7);
        assertThat(take(MINUTES, packed("same.dat", minutes(5_000))).unchanged())
                .isEqualTo(5_000);
        byte[] json = "[[1704067200000,1,2,1,2,5],[1704067260000,2,3,2,3,5]]".getBytes(StandardCharsets.US_ASCII);
        assertThat(take(OTHER, packed("rows.json.gz", json)).added()).isEqualTo(2);
        byte[] trades = "time,price,quantity,side,id\n1704067200000,10.5,1,buy,1\n1704067200500,10.25,2,sell,2\n"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(take(TRADES, packed("trades.csv.gz", trades)).added()).isEqualTo(2);
    }

    @Test
    void aDamagedGzipIsNamedAndLeavesTheLakeAsItWas() throws IOException {
        byte[] whole = Files.readAllBytes(packed("a.csv.gz", minutes(50_000)));
        for (int length : new int[] {2, 12, whole.length / 2, whole.length - 3}) {
            Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> take(MINUTES, cut))
                    .as("%d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("is no whole gzip");
        }
        whole[whole.length - 6] ^= 1; // its checksum
        Path wrong = Files.write(folder.resolve("wrong.csv.gz"), whole);
        assertThatThrownBy(() -> take(MINUTES, wrong)).hasMessageContaining("is no whole gzip");
        assertThat(lake.catalogue()).isEmpty();
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        Path bomb = packed("bomb.csv.gz", new byte[40 << 20]);
        assertThat(Files.size(bomb)).isLessThan(100_000);
        byte[] spaced =
                ("time,open,high,low,close,volume\n" + " ".repeat(40 << 20)).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> take(MINUTES, packed("b.csv.gz", spaced))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> take(MINUTES, bomb)).isInstanceOf(DataException.class);
    }

    @Test
    void barsWhosePricesWereMovedAreFlagged() throws IOException {
        String noise = "time,open,high,low,close,volume\n"
                + FIRST + ",0.3,0.5,0.1,0.3,1\n"
                + (FIRST + 60) + ",0.3,0.5,0.1,0.30000000000000004,1\n"
                + (FIRST + 120) + ",0.3,0.5,0.1,0.3,1\n";
        ImportReport report = take(MINUTES, Files.writeString(folder.resolve("noise.csv"), noise));
        assertThat(report.snapped()).isEqualTo(1);
        Rows rows = rows(MINUTES);
        assertThat(rows.numbers("close")[1]).isEqualTo(0.3);
        assertThat(Arrays.copyOf(rows.wholes("flags"), 3)).containsExactly(0, Rows.SNAPPED, 0);
    }

    @Test
    void whatALakeKnewOfItsBarsAnotherLakeKnowsToo() {
        Rows rows = new Rows(MINUTES.kind(), 4);
        for (int i = 0; i < 4; i++) {
            rows.candle((FIRST + 60L * i) * 1_000_000_000L, 10, 20, 5, 11, 1, Double.NaN);
            rows.told(Rows.UNKNOWN, i);
        }
        try (DatasetWriter writer = lake.write(MINUTES, new Scales(2, 0))) {
            writer.append(rows);
            writer.commit();
        }
        Path out = folder.resolve("out.feather");
        new DataExport(lake, MINUTES, Long.MIN_VALUE, Long.MAX_VALUE).feather(out);
        take(OTHER, out);
        assertThat(Arrays.copyOf(rows(OTHER).wholes("flags"), 4)).containsExactly(0, 1, 2, 3);
    }
}
