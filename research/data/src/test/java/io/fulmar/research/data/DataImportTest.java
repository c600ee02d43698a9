package io.fulmar.research.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.backtest.DataException;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataImportTest {
    private static final Dataset MINUTES =
            new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.MINUTE));
    private static final Dataset TRADES = new Dataset("sim", Symbol.parse("BTC/USDT"), Kind.Events.TRADES);

    @TempDir
    private Path folder;

    private Lake lake = Lake.open(Path.of("unset"));

    @BeforeEach
    void openLake() {
        lake = Lake.open(folder.resolve("lake"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void noParquet(Path from, Path to) {
        throw new AssertionError("no Parquet here: " + from + " " + to);
    }

    private ImportReport take(Dataset dataset, Path file) {
        return new DataImport(lake, dataset, CsvHints.NONE, false, DataImportTest::noParquet).take(file);
    }

    /** A row of a minute of 1 January 2024. */
    private static String minute(int minute, double close) {
        return (1_704_067_200L + 60L * minute) + ",10,20,5," + close + ",1\n";
    }

    private List<String> rows(Dataset dataset) {
        List<String> all = new ArrayList<>();
        Rows rows = new Rows(dataset.kind());
        try (DatasetReader reader = lake.read(dataset)) {
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    all.add((rows.times()[i] / 1_000_000_000L - 1_704_067_200L) / 60 + " "
                            + rows.numbers(dataset.equals(TRADES) ? "price" : "close")[i]);
                }
            }
        }
        return all;
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        Path file = file("a.csv", minute(0, 11) + minute(1, 12));
        assertThat(take(MINUTES, file).added()).isEqualTo(2);
        List<byte[]> before = bytes();
        ImportReport again = take(MINUTES, file);
        assertThat(again.added()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(Arrays.deepEquals(bytes().toArray(), before.toArray())).isTrue();
    }

    private List<byte[]> bytes() throws IOException {
        try (var files = Files.walk(lake.folder())) {
            List<byte[]> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        }
    }

    @Test
    void filesInAnyOrderFillEachOthersGaps() throws IOException {
        take(MINUTES, file("b.csv", minute(4, 14) + minute(5, 15) + minute(8, 18)));
        ImportReport report =
                take(MINUTES, file("a.csv", minute(3, 13) + minute(4, 14) + minute(6, 16) + minute(9, 19)));
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.gaps()).isEqualTo(3);
        assertThat(rows(MINUTES)).containsExactly("3 13.0", "4 14.0", "5 15.0", "6 16.0", "8 18.0", "9 19.0");
    }

    @Test
    void whatTheLakeHasOtherwiseStaysUnlessItIsToBeReplaced() throws IOException {
        take(MINUTES, file("a.csv", minute(0, 11) + minute(1, 12)));
        Path other = file("b.csv", minute(0, 11) + minute(1, 13) + minute(2, 14));
        ImportReport refused = take(MINUTES, other);
        assertThat(refused.conflicts()).isEqualTo(1);
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 12.0", "2 14.0");
        ImportReport corrected =
                new DataImport(lake, MINUTES, CsvHints.NONE, true, DataImportTest::noParquet).take(other);
        assertThat(corrected.corrected()).isEqualTo(1);
        assertThat(corrected.added()).isZero();
        assertThat(corrected.revision()).isEqualTo(refused.revision() + 1);
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 13.0", "2 14.0");
    }

    @Test
    void duplicatesInTheFileAreRefusedAndCounted() throws IOException {
        ImportReport report = take(MINUTES, file("a.csv", minute(0, 11) + minute(0, 12) + minute(1, 12)));
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 12.0");
    }

    @Test
    void finerDecimalsLaterAreNoProblem() throws IOException {
        take(MINUTES, file("a.csv", minute(0, 11) + minute(1, 12.5)));
        take(MINUTES, file("b.csv", minute(2, 12.125)));
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 12.5", "2 12.125");
        assertThat(lake.state(MINUTES).orElseThrow().scales().price()).isEqualTo(3);
    }

    @Test
    void barsBesideABoundaryAreKeptAndCounted() throws IOException {
        ImportReport report = take(
                MINUTES,
                file(
                        "a.csv",
                        minute(0, 11) + minute(1, 12) + "1704067290,10,20,5,13,1\n" + minute(2, 14) + minute(3, 14)));
        assertThat(report.misaligned()).isEqualTo(1);
        assertThat(report.gaps()).isZero();
    }

    @Test
    void barsOfAnotherTimeframeAreRefused() throws IOException {
        Path file = file("a.csv", minute(0, 11) + minute(1, 12) + minute(2, 12));
        Dataset hours = new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.HOUR));
        assertThatThrownBy(() -> take(hours, file)).hasMessageContaining("no multiple of 1h apart, the first two 1m");
        Dataset seconds = new Dataset("sim", Symbol.parse("BTC/USDT"), new Kind.Candles(Timeframe.parse("1s")));
        assertThatThrownBy(() -> take(seconds, file)).hasMessageContaining("1m apart, coarser than 1s");
        assertThat(lake.catalogue()).isEmpty();
    }

    @Test
    void jsonRowsAreReadLikeLines() throws IOException {
        Path file = file(
                "a.json",
                "[[1704067200000, 10.0, 20.0, 5.0, 11.0, 1.5],\n [1704067260000,\"10\",\"20\",\"5\",\"12\",\"1\"]]\n");
        assertThat(take(MINUTES, file).added()).isEqualTo(2);
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 12.0");
    }

    @Test
    void jsonOfAnotherShapeOrCutShortIsRefused() throws IOException {
        for (String text : List.of(
                "[[1704067200000,10,20,5,11,1],[1704067260000,10,20",
                "[[1704067200000,10,20,5,11,1]",
                "[{\"open\":1}]",
                "[1,2,3]",
                "[]",
                "[[[1]]]",
                "[[1704067200000,10,20,5,11,1]][[1704067260000,10,20,5,11,1]]")) {
            Path file = file("a.json", text);
            assertThatThrownBy(() -> take(MINUTES, file)).as(text).isInstanceOf(DataException.class);
        }
        assertThat(lake.catalogue()).isEmpty();
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void barsOfBinancesArchiveComeOutOfTheirZip() throws IOException {
        Path file = zip("BTCUSDT-1m-2024-01.csv", "1704067200000,10,20,5,11,1,1704067259999,11.5,7,1,10,0\n");
        assertThat(take(MINUTES, file).added()).isEqualTo(1);
        Path micros = zip("x.csv", "1704067260000000,10,20,5,12,1,1704067319999999,11.5,7,1,10,0\n");
        assertThat(take(MINUTES, micros).added()).isEqualTo(1);
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "1 12.0");
    }

    @Test
    void oneBadFileOfAnArchiveKeepsNoOtherOut() throws IOException {
        Path file = zip("a.csv", minute(0, 11), "b.csv", minute(3, 11) + minute(2, 11), "c.csv", minute(4, 12));
        ImportReport report = take(MINUTES, file);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.failures())
                .singleElement()
                .asString()
                .contains("a.zip!b.csv line 2")
                .contains("sort the rows");
        assertThat(rows(MINUTES)).containsExactly("0 11.0", "4 12.0");
    }

    @Test
    void archivesCutShortOrOutOfAllProportionAreRefused() throws IOException {
        Path whole = zip("a.csv", minute(0, 11) + minute(1, 11));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 2; length < bytes.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> take(MINUTES, cut)).isInstanceOf(DataException.class);
        }
        Path bomb = zip("a.csv", "0".repeat(40 << 20));
        assertThatThrownBy(() -> take(MINUTES, bomb)).hasMessageContaining("claims to hold 41943040 bytes");
        assertThat(lake.catalogue()).isEmpty();
    }

    @Test
    void aByteTurnedInsideAnArchiveIsNoticed() throws IOException {
        Path file = zip("a.csv", minute(0, 11) + minute(1, 11) + minute(2, 11));
        byte[] bytes = Files.readAllBytes(file);
        int noticed = 0;
        for (int i = 36; i < 60; i++) {
            byte[] turned = bytes.clone();
            turned[i] ^= 4;
            Path bad = Files.write(folder.resolve("bad.zip"), turned);
            try {
                take(MINUTES, bad);
            } catch (DataException e) {
                noticed++;
            }
        }
        assertThat(noticed).isEqualTo(24);
    }

    @Test
    void tradesAreAppendedOnceAndMustGoOn() throws IOException {
        String first = "7,10.5,0.25,1,1,1704067200001,True,True\n8,10.25,2,2,2,1704067200001,False,True\n";
        String second = "9,10.125,2,2,2,1704067260001,False,True\n";
        assertThat(take(TRADES, file("a.csv", first)).added()).isEqualTo(2);
        ImportReport both = take(TRADES, file("b.csv", first + second));
        assertThat(both.unchanged()).isEqualTo(2);
        assertThat(both.added()).isEqualTo(1);
        assertThat(rows(TRADES)).containsExactly("0 10.5", "0 10.25", "1 10.125");
        Path other = file("c.csv", first.replace("10.25", "10.75"));
        assertThatThrownBy(() -> take(TRADES, other)).isInstanceOf(DataException.class);
        assertThat(rows(TRADES)).hasSize(3);
    }

    /** A file that another program wrote; the test is skipped where it is not. */
    private static Path fixture(String name) {
        Path at = Path.of(System.getProperty("fulmar.root", ".")).toAbsolutePath();
        while (at.getParent() != null
                && !Files.exists(at.resolve("shared/fixtures/market").resolve(name))) {
            at = at.getParent();
        }
        Path file = at.resolve("shared/fixtures/market").resolve(name);
        assumeTrue(Files.exists(file), "the fixture shared/fixtures/market/" + name + " is not here");
        return file;
    }

    @Test
    void featherOfFreqtradeIsRead() {
        Path candles = fixture("freqtrade-ADA_BTC-5m.feather");
        Dataset dataset = new Dataset("binance", Symbol.parse("ADA/BTC"), new Kind.Candles(Timeframe.parse("5m")));
        ImportReport report = take(dataset, candles);
        assertThat(report.rows()).isEqualTo(5720);
        assertThat(report.added()).isEqualTo(5720);
        assertThat(report.snapped()).isEqualTo(13_764);
        assertThat(report.rounded()).isZero();
        assertThat(lake.state(dataset).orElseThrow().scales().price()).isEqualTo(8);
    }

    @Test
    void tradesOfFreqtradeAreRead() {
        Path trades = fixture("freqtrade-XRP_ETH-trades.feather");
        ImportReport report = take(TRADES, trades);
        assertThat(report.rows()).isEqualTo(12_477);
        assertThat(take(TRADES, trades).unchanged()).isEqualTo(12_477);
    }

    @Test
    void truncatedFeatherIsRefused() throws IOException {
        Path candles = fixture("freqtrade-ADA_BTC-5m.feather");
        byte[] bytes = Files.readAllBytes(candles);
        for (int length = 6; length < bytes.length; length += 9973) {
            Path cut = Files.write(folder.resolve("cut.feather"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> take(MINUTES, cut)).isInstanceOf(DataException.class);
        }
        assertThat(lake.catalogue()).isEmpty();
    }

    @Test
    void whatIsNoDataIsRefused() throws IOException {
        assertThatThrownBy(() -> take(MINUTES, folder.resolve("none.csv")))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> take(MINUTES, folder)).hasMessageContaining("is a directory");
        Path empty = file("empty.csv", "");
        assertThatThrownBy(() -> take(MINUTES, empty)).hasMessageContaining("is empty");
        Path binary = Files.write(folder.resolve("x.bin"), new byte[] {1, 2, 3, 0, 0});
        assertThatThrownBy(() -> take(MINUTES, binary)).hasMessageContaining("is not UTF-8 text");
    }
}
