package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BTC/USDT",
                "BTC/USDT:USDT",
                "BTC/USD:BTC",
                "BTC/USD:BTC-261225",
                "BTC/USDT:USDT-261225-50000-C",
                "XRP/USDT:USDT-300101-0.55-P",
                "1000PEPE/USDT:USDT",
                "USDC.e/USDC",
                "BRK.B/USD",
                "EUR/USD",
                "$PAC/USDT",
                "ETH/USD:BTC",
                "BTC/USD:BTC-000229",
                "BTC/USD:BTC-991231",
                "币安人生/USDT:USDT",
                "A-B/USDT"
            })
    void whatIsReadPrintsTheSame(String text) {
        assertThat(Symbol.parse(text)).hasToString(text);
    }

    @Test
    void eachFormIsUnderstood() {
        var expiry = LocalDate.of(2026, 12, 25);
        assertThat(Symbol.parse("BTC/USDT")).isEqualTo(Symbol.spot("BTC", "USDT"));
        assertThat(Symbol.parse("BTC/USDT:USDT")).isEqualTo(Symbol.perpetual("BTC", "USDT", "USDT"));
        assertThat(Symbol.parse("BTC/USD:BTC-261225"))
                .isEqualTo(new Symbol("BTC", "USD", new Symbol.Dated("BTC", expiry)));
        assertThat(Symbol.parse("BTC/USDT:USDT-261225-0.5-P"))
                .isEqualTo(new Symbol(
                        "BTC", "USDT", new Symbol.Option("USDT", expiry, Decimal.parse("0.50"), Symbol.Right.PUT)));
    }

    @ParameterizedTest
    @CsvSource({
        "BTC/USDT, USDT, false, ",
        "BTC/USDT:USDT, USDT, false, ",
        "BTC/USD:BTC, BTC, true, ",
        "BTC/USD:BTC-261225, BTC, true, 2026-12-25",
        "BTC/USDT:USDT-261225-50000-C, USDT, false, 2026-12-25",
        "BTC/BTC, BTC, false, "
    })
    void settlementAndExpiryFollowFromTheForm(String text, String settlement, boolean inBase, LocalDate expiry) {
        var symbol = Symbol.parse(text);
        assertThat(symbol.settlement()).isEqualTo(settlement);
        assertThat(symbol.settlesInBase()).isEqualTo(inBase);
        assertThat(symbol.expiry()).isEqualTo(Optional.ofNullable(expiry));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BTCUSDT | no / between base and quote",
                "'' | no / between base and quote",
                "/USDT | the base is missing",
                "BTC/ | the quote is missing",
                "BTC/:USDT | the quote is missing",
                "BTC/USDT: | the settle currency is missing",
                "BTC/USD/T | the quote \"USD/T\" holds a blank, / or :",
                "B C/USDT | the base \"B C\" holds a blank, / or :",
                "BTC:X/USDT | the base \"BTC:X\" holds a blank, / or :",
                "BTC/USDT:US:DT | the settle currency \"US:DT\" holds a blank, / or :",
                "BTC/USD:BTC-2612 | expiry \"2612\" is not six digits yymmdd",
                "BTC/USD:BTC-26122x | expiry \"26122x\" is not six digits yymmdd",
                "BTC/USD:BTC-260230 | expiry \"260230\" is no day of the calendar",
                "BTC/USD:BTC-261225-50000 | after the : come a currency",
                "BTC/USD:BTC-261225-50000-C-X | after the : come a currency",
                "BTC/USD:BTC-261225-50000-X | \"X\" is neither C for call nor P for put",
                "BTC/USD:BTC-261225-5O000-C | \"5O000\" is not a decimal number",
                "BTC/USD:BTC-261225-0-C | strike 0 is not positive"
            })
    void errorsSayWhatIsWrongAndShowTheForms(String text, String reason) {
        assertThatThrownBy(() -> Symbol.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is not a symbol: " + reason)
                .hasMessageContaining("; write BTC/USDT, BTC/USDT:USDT,");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anySymbolReadsBackTheSame(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < 20_000; i++) {
            var symbol = new Symbol(code(draw, "-.$"), code(draw, "-.$"), terms(draw));
            assertThat(Symbol.parse(symbol.toString()))
                    .as("seed %d: %s", seed, symbol)
                    .isEqualTo(symbol);
        }
    }

    @Test
    void aSymbolThatCouldNotBeReadBackCannotBeMade() {
        assertThatThrownBy(() -> Symbol.perpetual("BTC", "USD", "A-B")).hasMessageContaining("holds a dash");
        assertThatThrownBy(() -> new Symbol.Dated("BTC", LocalDate.of(2100, 1, 1)))
                .hasMessageContaining("two digits");
        assertThatThrownBy(() -> new Symbol.Dated("BTC", LocalDate.of(1999, 1, 1)))
                .hasMessageContaining("two digits");
        assertThatThrownBy(() -> Symbol.spot("B".repeat(65), "USD")).hasMessageContaining("longer than 64");
    }

    private static Symbol.Terms terms(Draw draw) {
        var expiry = LocalDate.of(2000, 1, 1).plusDays(draw.between(0, 36_524));
        return switch (draw.between(0, 3)) {
            case 0 -> new Symbol.Spot();
            case 1 -> new Symbol.Perpetual(code(draw, ".$"));
            case 2 -> new Symbol.Dated(code(draw, ".$"), expiry);
            default ->
                new Symbol.Option(
                        code(draw, ".$"),
                        expiry,
                        Decimal.of(draw.positive(), draw.between(0, 18)),
                        draw.between(0, 1) == 0 ? Symbol.Right.CALL : Symbol.Right.PUT);
        };
    }

    private static String code(Draw draw, String others) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabc0123456789" + others;
        var code = new StringBuilder();
        for (int i = draw.between(1, 8); i > 0; i--) {
            code.append(alphabet.charAt(draw.between(0, alphabet.length() - 1)));
        }
        return code.toString();
    }
}
