package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow twins of what TA-Lib does not have: each bar computed from all bars so far, as the definition reads. */
class OwnTest {
    private static final int BARS = 300;

    /** The names this test answers for. */
    static final List<String> NAMES = List.of("alma", "chop", "ichimoku", "zigzag");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void choppinessComparesWhatWasWalkedWithTheRange(int seed) {
        Market market = market(seed);
        int n = 2 + seed * 5;
        double[] ours = run(market, "chop", n)[0];
        for (int i = n; i < BARS; i++) {
            double walked = 0;
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            for (int k = i - n + 1; k <= i; k++) {
                double before = market.column(Field.CLOSE)[k - 1];
                high = Math.max(high, market.column(Field.HIGH)[k]);
                low = Math.min(low, market.column(Field.LOW)[k]);
                walked +=
                        Math.max(market.column(Field.HIGH)[k], before) - Math.min(market.column(Field.LOW)[k], before);
            }
            assertThat(ours[i])
                    .as("seed %d bar %d", seed, i)
                    .isCloseTo(100 * Math.log10(walked / (high - low)) / Math.log10(n), offset(1e-9));
        }
        assertThat(ours[n - 1]).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void almaWeighsByABell(int seed) {
        Market market = market(seed);
        int n = 1 + seed * 7;
        double[] ours = run(market, "alma", n, 0.85, 6)[0];
        for (int i = n - 1; i < BARS; i++) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < n; k++) {
                double away = k - 0.85 * (n - 1);
                double weight = Math.exp(-away * away / (2.0 * n / 6 * n / 6));
                sum += weight * market.column(Field.CLOSE)[i - n + 1 + k];
                weights += weight;
            }
            assertThat(ours[i]).as("seed %d bar %d", seed, i).isCloseTo(sum / weights, offset(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void ichimokuShowsTheCloudThatWasDrawnAhead(int seed) {
        Market market = market(seed);
        int ahead = 1 + seed * 9;
        double[][] ours = run(market, "ichimoku", 9, 26, 52, ahead);
        for (int i = 0; i < BARS; i++) {
            double[] expected = {
                middle(market, i, 9),
                middle(market, i, 26),
                (middle(market, i - ahead, 9) + middle(market, i - ahead, 26)) / 2,
                middle(market, i - ahead, 52)
            };
            for (int o = 0; o < expected.length; o++) {
                assertThat(Double.valueOf(ours[o][i]))
                        .as("seed %d bar %d output %d", seed, i, o)
                        .isEqualTo(Double.valueOf(expected[o]));
            }
        }
    }

    private static double middle(Market market, int last, int n) {
        if (last - n + 1 < 0) {
            return Double.NaN;
        }
        double high = Arrays.stream(market.column(Field.HIGH), last - n + 1, last + 1)
                .max()
                .orElseThrow();
        double low = Arrays.stream(market.column(Field.LOW), last - n + 1, last + 1)
                .min()
                .orElseThrow();
        return (high + low) / 2;
    }

    /** Pivots found looking back over everything are those the fold told, and each was told as soon as it was certain. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void zigzagTellsEveryTurnOnceAndNeverTakesItBack(int seed) {
        Market market = market(seed);
        double percent = 0.3 + seed * 0.3;
        double[][] ours = run(market, "zigzag", percent);
        List<String> told = new ArrayList<>();
        for (int i = 1; i < BARS; i++) {
            boolean turned = !Double.isNaN(ours[1][i]) && ours[1][i] != ours[1][i - 1];
            if (turned) {
                told.add("%s %s at %d, known at %d".formatted(ours[1][i], ours[0][i], i - (int) ours[2][i], i));
            } else {
                assertThat(Double.valueOf(ours[0][i])).isEqualTo(Double.valueOf(ours[0][i - 1]));
            }
        }
        assertThat(told).isEqualTo(turns(market, percent)).isNotEmpty();
    }

    private static List<String> turns(Market market, double percent) {
        double[] high = market.column(Field.HIGH);
        double[] low = market.column(Field.LOW);
        List<String> turns = new ArrayList<>();
        int highFrom = 0;
        int lowFrom = 0;
        int last = 0;
        for (int i = 1; i < BARS; i++) {
            int top = place(high, highFrom, i, 1);
            int bottom = place(low, lowFrom, i, -1);
            if (last >= 0 && top < i && low[i] <= high[top] * (1 - percent / 100)) {
                turns.add("1.0 %s at %d, known at %d".formatted(high[top], top, i));
                last = -1;
                lowFrom = i;
            } else if (last <= 0 && bottom < i && high[i] >= low[bottom] * (1 + percent / 100)) {
                turns.add("-1.0 %s at %d, known at %d".formatted(low[bottom], bottom, i));
                last = 1;
                highFrom = i;
            }
        }
        return turns;
    }

    private static int place(double[] values, int from, int to, int sign) {
        int place = from;
        for (int i = from; i <= to; i++) {
            place = sign * values[i] > sign * values[place] ? i : place;
        }
        return place;
    }

    @Test
    void aTurnThatIsTooSmallIsNotTold() {
        double[][] ours = run(market(0), "zigzag", 90);
        assertThat(ours[0]).containsOnly(Double.NaN);
    }

    private static Market market(int seed) {
        return Market.random(new SplittableRandom(seed), BARS, 100, 0);
    }

    private static double[][] run(Market market, String name, double... arguments) {
        Definition definition = Indicators.find(name).orElseThrow();
        return market.run(definition, definition.complete(arguments), true);
    }
}
