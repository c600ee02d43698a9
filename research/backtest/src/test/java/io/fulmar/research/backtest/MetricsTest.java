package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void everyMetricIsWhatQuantstatsSays() throws IOException {
        Metrics metrics = Metrics.of(new double[] {0}, 365);
        String series = "";
        int rows = 0;
        for (String line : table().lines().filter(l -> !l.startsWith("#")).toList()) {
            if (line.startsWith("series ")) {
                series = line;
                metrics = Metrics.of(numbers(line.substring(line.indexOf(':') + 1)), 365);
                continue;
            }
            String name = line.substring(0, line.indexOf(' '));
            String expected = line.substring(line.indexOf(' ') + 1);
            OptionalDouble value = metrics.value(name);
            if (expected.equals("null")) {
                assertThat(value).as(series + " " + name).isEmpty();
            } else {
                double number = Double.parseDouble(expected);
                assertThat(value.orElseThrow(() -> new AssertionError(name)))
                        .as(series + " " + name)
                        .isCloseTo(number, within(1e-10 * Math.max(1, Math.abs(number))));
            }
            rows++;
        }
        assertThat(rows).isEqualTo(9 * metrics.values().size());
    }

    @Test
    void rarKeepsTo252PeriodsWhateverIsAskedFor() {
        double[] returns = {0.01, -0.02, 0.03};
        assertThat(Metrics.of(returns, 365).value("rar"))
                .isEqualTo(Metrics.of(returns, 252).value("rar"));
    }

    @Test
    void jsonIsOneLineWithNullForTheUndefined() {
        String json = Metrics.of(new double[] {0.5}, 365).toJson();
        assertThat(json)
                .startsWith("{\"comp\":0.5,")
                .contains("\"sharpe\":null")
                .endsWith("}");
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("\n");
    }

    @Test
    void noReturnsAreRefused() {
        assertThatThrownBy(() -> Metrics.of(new double[0], 365)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Metrics.of(new double[1], 365).value("sharp")).hasMessageContaining("sharp");
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(MetricsTest.class.getResourceAsStream("quantstats-0.0.86.txt"), "table")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
