package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row by row against LEAN's reference files, where the machine has them.
 *
 * <p>The tolerance is what the file's digits allow. Where LEAN starts otherwise than TA-Lib, rows count from where the start is
 * forgotten.
 */
class ReferenceTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "spy_trima.txt              | TRIMA_5               | trima(5)              | 1e-9  | 0",
                "spy_trima.txt              | TRIMA_6               | trima(6)              | 1e-9  | 0",
                "spy_midpoint.txt           | MIDPOINT_5            | midpoint(5)           | 1e-9  | 0",
                "spy_midprice.txt           | MIDPRICE_5            | midprice(5)           | 1e-9  | 0",
                "spy_natr.txt               | NATR_5                | natr(5)               | 1e-9  | 0",
                "spy_apo.txt                | APO_5_10              | apo(5,10,0)           | 1e-9  | 0",
                "spy_ppo.txt                | PPO_5_10              | ppo(5,10,0)           | 1e-9  | 0",
                "spy_cmo.txt                | CMO_5                 | cmo(5)                | 1e-9  | 0",
                "spy_max.txt                | MAX_5                 | max(5)                | 1e-9  | 0",
                "spy_ultosc.txt             | ULTOSC_7_14_28        | ultosc(7,14,28)       | 1e-9  | 0",
                "spy_dema.txt               | DEMA_5                | dema(5)               | 1e-9  | 0",
                "spy_tema.txt               | TEMA_5                | tema(5)               | 1e-9  | 0",
                "spy_trix.txt               | TRIX_5                | trix(5)               | 1e-9  | 0",
                "spy_aroon_oscillator.txt   | Aroon Oscillator 14   | aroonosc(14)          | 1e-5  | 0",
                "spy_bop.txt                | BOP                   | bop                   | 1e-9  | 0",
                "spy_atr_wilder.txt         | Average True Range 14 | atr(14)               | 1e-5  | 200",
                "spy_hma.txt                | HMA_16                | hma(16)               | 1e-6  | 0",
                "spy_ema.csv                | EMA14                 | ema(14)               | 1e-9  | 0",
                "spy_with_cci.txt           | Commodity Channel Index (CCI) 14 | cci(14)    | 5e-3  | 0",
                "spy_with_don50.txt         | Donchian Channels 50 Top    | max(high,50)    | 1e-9  | 50",
                "spy_with_don50.txt         | Donchian Channels 50 Bottom | min(low,50)     | 1e-9  | 50",
                "spy_with_williamsR14.txt   | Williams %R 14        | willr(14)             | 1e-3  | 0",
                "spy_with_macd.txt          | MACD                  | macd(12,26,9).macd    | 1e-5  | 0",
                "spy_with_macd.txt          | Signal                | macd(12,26,9).signal  | 1e-5  | 0",
                "spy_with_macd.txt          | Histogram             | macd(12,26,9).hist    | 1e-5  | 0",
                "spy_with_adx.txt           | ADX 14                | adx(14)               | 1e-3  | 250",
                "spy_with_adx.txt           | ADXR 14               | adxr(14)              | 1e-3  | 250",
                "spy_with_adx.txt           | +DI14                 | plus_di(14)           | 1e-3  | 250",
                "spy_with_indicators.txt    | SMA14                 | sma(14)               | 6e-3  | 0",
                "spy_with_indicators.txt    | EMA14                 | ema(14)               | 6e-3  | 0",
                "spy_with_indicators.txt    | MACD 12 26            | macd(12,26,9).macd    | 2e-4  | 250",
                "spy_with_indicators.txt    | RSI 14 Wilder         | rsi(14)               | 1e-4  | 0",
                "spy_with_keltner.csv       | TypicalPrice          | typprice              | 1e-4  | 0",
                "spy_with_keltner.csv       | Middle Band           | sma(typprice,20)      | 1e-3  | 0",
                "spy_var.txt                | Var                   | var(10)               | 1e-8  | 0",
                "spy_with_rma.csv           | SMA10                 | sma(10)               | 1e-9  | 9",
                "spy_sarext.txt             | SAR                   | sar(0.02,0.2)         | 1e-9  | 0",
                "spy_sm.csv                 | mid_bb                | sma(20)               | 1e-6  | 0",
                "spy_sm.csv                 | bb high               | bbands(20,2).upper    | 1e-5  | 0",
                "spy_sm.csv                 | bb low                | bbands(20,2).lower    | 1e-5  | 0",
                "spy_ad_osc.txt             | AdOsc_3_10            | adosc(3,10)           | 1e-2  | 250",
                "spy_coppock_curve.csv      | CoppockCurve          | coppock(10,11,14)     | 1e-9  | 0",
                "spy_adr.csv                | adr                   | adr(20)               | 1e-4  | 0",
                "spy_ao.txt                 | AO                    | ao(5,34)              | 1e-4  | 0",
                "spy_ker.txt                | KER                   | er(10)                | 1e-6  | 12",
                "spy_mass_index_25.txt      | MassIndex             | massi(9,25)           | 1e-4  | 0",
                "spy_with_vtx.csv           | plus_vtx              | vortex(14).plusvi     | 1e-6  | 20",
                "spy_with_vtx.csv           | minus_vtx             | vortex(14).minusvi    | 1e-6  | 20",
                "spy_with_zlema.csv         | ZLEMA5                | zlema(5)              | 1e-4  | 30",
                "spy_tsi.csv                | TSI_25_13             | tsi(25,13)            | 1e-4  | 250",
                "spy_with_ichimoku.csv      | Tenkan                | ichimoku(9,26,52,26).tenkan  | 1e-9 | 0",
                "spy_with_ichimoku.csv      | Kijun                 | ichimoku(9,26,52,26).kijun   | 1e-9 | 0",
                "spy_with_ichimoku.csv      | Senkou A              | ichimoku(9,26,52,26).senkoua | 1e-9 | 0",
                "spy_with_ichimoku.csv      | Senkou B              | ichimoku(9,26,52,26).senkoub | 1e-9 | 0",
                "spy_sarext.txt             | SAREXT                | sarext                | 1e-9  | 0",
                "spy_with_roc50.txt         | Rate of Change 50     | mom(50)               | 1e-2  | 0",
                "spy_acceleration_bands_20_4.txt | UpperBand        | accbands(20).upper    | 1e-4  | 0",
                "spy_acceleration_bands_20_4.txt | MiddleBand       | accbands(20).middle   | 1e-4  | 0",
                "spy_acceleration_bands_20_4.txt | LowerBand        | accbands(20).lower    | 1e-4  | 0",
                "spy_with_ForceIndex.csv    | ForceIndex20          | efi(20)               | 1e-3  | 400",
                "spy_with_don50.txt         | Donchian Channels 50 Mean | donchian(50).middle | 1e-9 | 50"
            })
    void agreesRowByRow(String file, String column, String expression, double tolerance, int first) throws IOException {
        Optional<Path> folder = fixtures();
        assumeTrue(folder.isPresent(), "no ../shared/fixtures beside the repository: reference rows skipped");
        Rows rows = Rows.read(folder.orElseThrow().resolve(file), column);
        double[][] out = new double[1][rows.size()];
        Evaluation.of(List.of(Expression.parse(expression))).take(rows.bars(), out);
        int compared = 0;
        for (int i = first; i < rows.size(); i++) {
            double expected = rows.expected[i];
            if (!Double.isNaN(expected)) {
                assertThat(Math.abs(out[0][i] - expected))
                        .as("%s row %d: ours %s, file %s", file, i + 2, out[0][i], expected)
                        .isLessThanOrEqualTo(tolerance);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    /** LEAN's harami knows no shared ends: what is 80 here is no pattern there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void candlePatternsAgreeRowByRow(String name) throws IOException {
        Optional<Path> folder = fixtures();
        assumeTrue(folder.isPresent(), "no ../shared/fixtures beside the repository: reference rows skipped");
        Path file = folder.orElseThrow().resolve("spy_candle_patterns.txt");
        Rows rows = Rows.read(file, name.toUpperCase(Locale.ROOT));
        double[][] out = new double[1][rows.size()];
        Evaluation.of(List.of(Expression.parse(name))).take(rows.bars(), out);
        for (int i = 0; i < rows.size(); i++) {
            if (!Double.isNaN(rows.expected[i])) {
                double shown = name.equals("cdlharami") && Math.abs(out[0][i]) == 80 ? 0 : out[0][i];
                assertThat(shown).as("%s row %d", name, i + 2).isEqualTo(rows.expected[i]);
            }
        }
    }

    /** LEAN leaves out turns that are less than ten bars apart, and draws them where they were; here they are told when certain. */
    @Test
    void everyTurnOfLeansZigzagIsOneOfOurs() throws IOException {
        Optional<Path> folder = fixtures();
        assumeTrue(folder.isPresent(), "no ../shared/fixtures beside the repository: reference rows skipped");
        Rows rows = Rows.read(folder.orElseThrow().resolve("spy_zigzag.csv"), "zigzag");
        double[][] out = new double[2][rows.size()];
        Evaluation.of(List.of(Expression.parse("zigzag(5).pivot"), Expression.parse("zigzag(5).age")))
                .take(rows.bars(), out);
        int seen = 0;
        for (int turn = 0; turn < rows.size(); turn++) {
            for (int i = turn; i < rows.size() && !Double.isNaN(rows.expected[turn]); i++) {
                if (out[0][i] == rows.expected[turn] && i - out[1][i] == turn) {
                    seen++;
                    break;
                }
            }
        }
        assertThat(seen)
                .isEqualTo((int) Arrays.stream(rows.expected)
                        .filter(value -> !Double.isNaN(value))
                        .count())
                .isPositive();
    }

    static Stream<String> patterns() {
        return Indicators.all().stream().map(Definition::name).filter(name -> name.startsWith("cdl"));
    }

    private static Optional<Path> fixtures() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
                .map(at -> at.orElseThrow().resolve("shared/fixtures/reference/indicators"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The bars of a file, and one of its columns. */
    private static final class Rows {
        private final double[][] fields;
        private final double[] expected;

        Rows(double[][] fields, double[] expected) {
            this.fields = fields;
            this.expected = expected;
        }

        static Rows read(Path file, String column) throws IOException {
            List<String[]> lines = Files.readAllLines(file).stream()
                    .map(line -> line.replace("\uFEFF", "").split(",", -1))
                    .filter(cells -> cells.length > 1)
                    .toList();
            List<String> header =
                    Arrays.stream(lines.getFirst()).map(String::trim).toList();
            double[][] fields = new double[Field.values().length][];
            for (Field field : Field.values()) {
                int at = header.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(field.word());
                fields[field.column()] = column(lines, at);
            }
            return new Rows(fields, column(lines, header.indexOf(column)));
        }

        private static double[] column(List<String[]> lines, int at) {
            return lines.stream()
                    .skip(1)
                    .mapToDouble(cells ->
                            at < 0 || at >= cells.length || cells[at].isBlank() ? Double.NaN : number(cells[at].trim()))
                    .toArray();
        }

        private static double number(String text) {
            return text.equals("NaN") ? Double.NaN : Double.parseDouble(text);
        }

        int size() {
            return expected.length;
        }

        Block bars() {
            Block block = new Block(fields.length).resize(size());
            for (int f = 0; f < fields.length; f++) {
                block.inexact(f, fields[f]);
            }
            return block;
        }
    }
}
