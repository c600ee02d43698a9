package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarKindTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1s",
                "5m",
                "1d",
                "1M",
                "3M",
                "15m@NSE",
                "1h@NYSE 10:00-15:30",
                "tick:1000",
                "volume:10",
                "volume:0.5",
                "value:100000",
                "range:0.3%",
                "range:25",
                "renko:0.5%",
                "renko:12.5",
                "renko:atr14@1h",
                "ha:5m",
                "ha:renko:0.25%",
                "ha:15m@NSE"
            })
    void everyKindReadsItsOwnText(String text) {
        assertThat(BarKind.parse(text)).hasToString(text);
    }

    @Test
    void textsOfOneMeaningAreOneKind() {
        assertThat(BarKind.parse(" time:60s ")).isEqualTo(BarKind.parse("1m"));
        assertThat(BarKind.parse("renko:0.50%")).isEqualTo(BarKind.parse("renko:.5%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brick:5        | nothing is called brick",
                "renko:         | is not a decimal number",
                "renko:0%       | 0 is not above 0",
                "renko:-5       | -5 is not above 0",
                "renko:60%      | more than half the price",
                "renko:0.00001% | at most 4 decimals",
                "renko:atr0@1h  | is not a decimal number",
                "range:atr5@1h  | is not a decimal number",
                "tick:0         | 0 is no number of trades",
                "tick:1.5       | 1.5 is no number of trades",
                "ha:ha:5m       | smoothed already",
                "15m@NSX        | NSX is neither an exchange we know",
                "5x             | write 5m, 1M (a month)"
            })
    void whatIsNoKindIsNamedWithItsFix(String text, String error) {
        assertThatThrownBy(() -> BarKind.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is not a kind of bars")
                .hasMessageContaining(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BTC/USDT:USDT | renko:0.05   | price 0.05 is not a multiple of the tick 0.1",
                "BTC/USDT:USDT | volume:0.01  | quantity 0.01 is not a multiple of the lot 1",
                "BTC/USD:BTC   | value:1000   | use volume"
            })
    void whatDoesNotFitAnInstrumentIsRefused(String symbol, String kind, String error) {
        Instrument instrument =
                Instrument.of(1, "test", Symbol.parse(symbol), Decimal.parse("0.1"), Decimal.ONE, Decimal.ONE);
        assertThatThrownBy(() -> BarFold.of(BarKind.parse(kind), instrument)).hasMessageContaining(error);
    }
}
