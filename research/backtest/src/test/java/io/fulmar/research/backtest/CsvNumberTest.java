package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvNumberTest {
    private static final int FROM = 3;
    private static final int NINE_MORE = 9;

    private final CsvNumber number = new CsvNumber();

    @Test
    void plainNumbersOfEveryLengthAreReadExactly() {
        SplittableRandom random = new SplittableRandom(7);
        for (int whole = 0; whole <= CsvNumber.DIGITS_MAX; whole++) {
            for (int decimals = 0; whole + decimals <= CsvNumber.DIGITS_MAX; decimals++) {
                if (whole + decimals == 0) {
                    continue;
                }
                for (char stop : new char[] {',', '\n', '\r'}) {
                    String cell = digits(random, whole) + (decimals > 0 ? "." + digits(random, decimals) : "");
                    assertThat(read(cell, stop, random)).as(cell).isEqualTo(FROM + cell.length());
                    assertThat(BigDecimal.valueOf(number.mantissa, number.scale))
                            .isEqualTo(new BigDecimal(cell));
                    assertThat(number.toDouble()).isEqualTo(Double.parseDouble(cell));
                }
            }
        }
    }

    @Test
    void aPointAtTheEndAddsNoDecimals() {
        assertThat(read("12.", ',', new SplittableRandom(1))).isEqualTo(FROM + 3);
        assertThat(number.mantissa).isEqualTo(12);
        assertThat(number.scale).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1e3",
                "1.2.3",
                "1234567.1.",
                "nan",
                "1_000",
                "1234567:",
                "12345678x",
                "1234567890123456789"
            })
    void whatIsNotPlainIsLeftToTheThoroughWay(String cell) {
        assertThat(read(cell, ',', new SplittableRandom(2))).isEqualTo(-1);
    }

    /** What stands around a cell must not matter: anything may. */
    private int read(String cell, char stop, SplittableRandom random) {
        byte[] bytes = new byte[FROM + cell.length() + 1 + NINE_MORE];
        random.nextBytes(bytes);
        byte[] text = (cell + stop).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, FROM, text.length);
        return number.readPlain(bytes, FROM);
    }

    private static String digits(SplittableRandom random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
