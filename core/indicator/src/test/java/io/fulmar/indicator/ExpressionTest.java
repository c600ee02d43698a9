package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close                     | close",
                "high()                    | high",
                "sma(14)                   | sma(close,14)",
                " SMA ( high , 14 )        | sma(high,14)",
                "sma(high(),14)            | sma(high,14)",
                "rsi                       | rsi(close,14)",
                "highest(high,20)          | max(high,20)",
                "bbands(20,2.5).upper      | bbands(close,20,2.5,2.5,0).upper",
                "bbands(20,2,3).lower      | bbands(close,20,2,3,0).lower",
                "macd(12,26,9).signal      | macd(close,12,26,9).signal",
                "sma(rsi(14),5)            | sma(rsi(close,14),5)",
                "ema(macd(12,26,9).hist,3) | ema(macd(close,12,26,9).hist,3)",
                "atr(10)                   | atr(10)",
                "vwma(high,20)             | vwma(high,20)",
                "correl(close,volume,10)   | correl(close,volume,10)",
                "trange()                  | trange()"
            })
    void readsWhatUsersWrite(String text, String meaning) {
        assertThat(Expression.parse(text)).hasToString(meaning);
        assertThat(Expression.parse(meaning)).isEqualTo(Expression.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sna(14)            | 1  | did you mean sma",
                "sma(hihg,14)       | 5  | did you mean high",
                "sma(14             | 7  | a ) is missing",
                "sma(14))           | 8  | nothing may follow",
                "sma(0)             | 1  | timeperiod must be a whole number from 1 to 100000, not 0",
                "sma(2.5)           | 1  | whole number",
                "sma(14,15)         | 1  | at most 1 numbers",
                "sma(14,close)      | 8  | series come before numbers",
                "sma(close,open,14) | 11 | takes one series",
                "atr(close,14)      | 5  | takes only numbers",
                "bbands(20,2)       | 13 | one of .upper, .middle, .lower",
                "bbands(20,2).top   | 13 | it has .upper, .middle, .lower",
                "close(3)           | 7  | takes no arguments",
                "ma(14,14)          | 1  | matype must be one of",
                "sma(1e)            | 5  | is not a number",
                "sma(,14)           | 5  | must stand here",
                "''                 | 1  | must stand here"
            })
    void saysWhatIsWrongAndWhere(String text, int position, String problem) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("position " + position + ":")
                .hasMessageContaining(problem);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String text = "sma(".repeat(1000) + "close" + ",2)".repeat(1000);
        assertThatThrownBy(() -> Expression.parse(text)).hasMessageContaining("nested deeper");
    }

    @Test
    void anIndicatorOfAnIndicatorStartsWhereItsInputDoes() {
        Market market = Market.random(new SplittableRandom(5), 300, 100, 0);
        double[][] out = evaluate(market, "rsi(14)", "sma(rsi(14),5)");
        for (int i = 0; i < 300; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - 4); k <= i; k++) {
                sum += out[0][k];
            }
            if (i < 18) {
                assertThat(out[1][i]).isNaN();
            } else {
                assertThat(out[1][i]).isCloseTo(sum / 5, offset(1e-10));
            }
        }
    }

    @Test
    void evaluationGivesTheSameBitsInBlocksOfAnySize() {
        List<String> texts = List.of(
                "close",
                "volume",
                "sma(sma(rsi(14),5),3)",
                "correl(rsi(5),sma(3),9)",
                "bbands(ema(9),20,2).lower",
                "bbands(ema(9),20,2).upper");
        Market market = Market.random(new SplittableRandom(6), 500, 30_000, 0);
        double[][] whole = evaluate(market, texts.toArray(String[]::new));
        SplittableRandom random = new SplittableRandom(7);
        Evaluation evaluation =
                Evaluation.of(texts.stream().map(Expression::parse).toList());
        for (int from = 0; from < market.size; ) {
            int count = Math.min(market.size - from, random.nextInt(60));
            double[][] out = new double[texts.size()][count];
            evaluation.take(market.bars(from, from + count, true), out);
            for (int k = 0; k < out.length; k++) {
                for (int i = 0; i < count; i++) {
                    assertThat(Double.doubleToLongBits(out[k][i]))
                            .as("%s bar %d", texts.get(k), from + i)
                            .isEqualTo(Double.doubleToLongBits(whole[k][from + i]));
                }
            }
            from += count;
        }
    }

    @Test
    void trustIsThatOfTheWeakestPart() {
        assertThat(Expression.parse("sma(20)").exactness()).isEqualTo(Exactness.WINDOW_EXACT);
        assertThat(Expression.parse("sma(mom(3),20)").exactness()).isEqualTo(Exactness.WINDOW);
        assertThat(Expression.parse("sma(rsi(14),5)").exactness()).isEqualTo(Exactness.FORGETTING);
        assertThat(Expression.parse("sma(obv,5)").exactness()).isEqualTo(Exactness.PATH);
        assertThat(Expression.parse("ma(20,1)").exactness()).isEqualTo(Exactness.FORGETTING);
        assertThat(Expression.parse("sma(rsi(14),5)").memory()).isEqualTo(OptionalLong.of(48 * 14 + 5));
        assertThat(Expression.parse("sma(obv,5)").memory()).isEmpty();
    }

    private static double[][] evaluate(Market market, String... texts) {
        List<Expression> expressions =
                Arrays.stream(texts).map(Expression::parse).toList();
        double[][] out = new double[texts.length][market.size];
        Evaluation.of(expressions).take(market.bars(0, market.size, true), out);
        return out;
    }
}
