package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
    @ParameterizedTest
    @CsvSource({
        "SPOT, BTC/USDT, 0.01, 0.00001, 1, 8, 10",
        "LINEAR_PERPETUAL, BTC/USDT:USDT, 0.5, 0.001, 100, 8, 5000000",
        "LINEAR_PERPETUAL, ETH/USD:BTC, 0.05, 1, 0.000001, 12, 50000",
        "LINEAR_FUTURE, BTC/USDT:USDT-261225, 0.1, 0.001, 1, 8, 10000",
        "OPTION, BTC/USD:BTC-261225-50000-C, 0.0005, 0.1, 1, 8, 5000",
        "FOREX, EUR/USD, 0.00001, 1000, 1, 2, 1",
        "EQUITY, AAPL/USD, 0.01, 1, 1, 2, 1",
        "AMM_POOL, WETH/USDC, 0.000001, 0.000001, 1, 12, 1"
    })
    void unitIsAWholeNumberOfMoneyUnits(
            InstrumentKind kind, String symbol, String tick, String lot, String contract, int digits, long unit) {
        var instrument = instrument(kind, symbol, tick, lot, contract, digits);
        assertThat(instrument.unit()).isEqualTo(unit);
        assertThat(instrument.value(-3, 7)).isEqualTo(-21 * unit);
        assertThatThrownBy(instrument::inverseNumerator).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "INVERSE_PERPETUAL, BTC/USD:BTC, 0.5, 1, 100, 12, 200000000000000",
        "INVERSE_FUTURE, BTC/USD:BTC-261225, 0.1, 1, 100, 12, 1000000000000000",
        "INVERSE_PERPETUAL, ETH/USD:ETH, 0.05, 1, 10, 8, 20000000000"
    })
    void inverseNumeratorIsAWholeNumberOfMoneyUnits(
            InstrumentKind kind, String symbol, String tick, String lot, String contract, int digits, long numerator) {
        var instrument = instrument(kind, symbol, tick, lot, contract, digits);
        assertThat(instrument.inverseNumerator()).isEqualTo(numerator);
        assertThatThrownBy(instrument::unit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHundredDollarsAtFiftyThousandAreTwoThousandthsOfACoin() {
        var perpetual = Instrument.of(1, "venue", Symbol.parse("BTC/USD:BTC"), dec("0.5"), dec("1"), dec("100"));
        assertThat(perpetual.settlement()).isEqualTo(new Currency("BTC", 12));
        assertThat(perpetual.value(1, perpetual.ticks(dec("50000")))).isEqualTo(2_000_000_000L);
        assertThat(perpetual.value(-1, perpetual.ticks(dec("30000")))).isEqualTo(-3_333_333_333L);
        assertThat(perpetual.value(2, perpetual.ticks(dec("30000")))).isEqualTo(6_666_666_667L);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR_PERPETUAL, BTC/USDT:USDT, 0.01, 0.0001, 1, 5",
        "FOREX, EUR/USD, 0.00001, 1, 1, 2",
        "INVERSE_PERPETUAL, BTC/USD:BTC, 0.3, 1, 100, 12",
        "INVERSE_PERPETUAL, BTC/USD:BTC, 0.00000001, 1, 100, 12",
        "SPOT, BTC/USDT, 1000000, 1000000, 1, 18"
    })
    void valuesThatWouldRoundOrOverflowAreRefusedWhenDescribed(
            InstrumentKind kind, String symbol, String tick, String lot, String contract, int digits) {
        assertThatThrownBy(() -> instrument(kind, symbol, tick, lot, contract, digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a whole number of 64 bits at the " + digits + " digits of ");
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT, BTC/USDT:USDT",
        "FOREX, EUR/USD:USD",
        "LINEAR_PERPETUAL, BTC/USDT",
        "LINEAR_PERPETUAL, BTC/USD:BTC",
        "INVERSE_PERPETUAL, BTC/USDT:USDT",
        "LINEAR_FUTURE, BTC/USD:BTC-261225",
        "INVERSE_FUTURE, BTC/USD:BTC",
        "OPTION, BTC/USDT:USDT-261225"
    })
    void aSymbolOfAnotherKindIsRefused(InstrumentKind kind, String symbol) {
        assertThatThrownBy(() -> instrument(kind, symbol, "1", "1", "1", 8))
                .hasMessage(symbol + " does not name an instrument of kind " + kind);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> instrument(InstrumentKind.SPOT, "BTC/USDT", "0", "1", "1", 8))
                .hasMessage("the tick 0 is not positive");
        assertThatThrownBy(() -> instrument(InstrumentKind.SPOT, "BTC/USDT", "1", "-1", "1", 8))
                .hasMessage("the lot -1 is not positive");
        var one = Decimal.ONE;
        var btcUsdc = Symbol.parse("BTC/USDC");
        var usdt = new Currency("USDT", 8);
        assertThatThrownBy(() ->
                        new Instrument(1, "venue", btcUsdc, InstrumentKind.SPOT, one, one, one, Minimums.NONE, usdt))
                .hasMessage("BTC/USDC settles in USDC, not in USDT");
        assertThatThrownBy(() -> new Minimums(-1, Decimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Minimums(0, dec("-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC/USDT, 0.01, 0.000001, 1, SPOT, USDT, 8",
        "BTC/USDT:USDT, 0.5, 0.001, 100, LINEAR_PERPETUAL, USDT, 8",
        "SHIB/USDT, 0.00000000001, 0.1, 1, SPOT, USDT, 12",
        "BTC/USDT:USDT-261225, 0.00001, 0.00001, 1, LINEAR_FUTURE, USDT, 10",
        "BTC/USDT, 0.00000001, 0.00000001, 100, SPOT, USDT, 14",
        "BTC/USDT, 0.0020, 0.00050, 1, SPOT, USDT, 8"
    })
    void aLinearLedgerKeepsTheDigitsOfAValueAndAtLeastEight(
            String symbol, String tick, String lot, String contract, InstrumentKind kind, String code, int digits) {
        var instrument = Instrument.of(1, "csv", Symbol.parse(symbol), dec(tick), dec(lot), dec(contract));
        assertThat(instrument.kind()).isEqualTo(kind);
        assertThat(instrument.settlement()).isEqualTo(new Currency(code, digits));
        assertThat(instrument.unit()).isPositive();
        assertThat(instrument.fullName()).isEqualTo("csv:" + symbol);
    }

    @Test
    void linearAndInverseDoNotAnswerForEachOther() {
        var inverse = Symbol.parse("BTC/USD:BTC");
        var linear = Symbol.parse("BTC/USDT:USDT");
        assertThatThrownBy(() -> Instrument.linear(1, "v", inverse, dec("1"), dec("1"), dec("1")))
                .hasMessageContaining("that is inverse, not linear");
        assertThatThrownBy(() -> Instrument.inverse(1, "v", linear, dec("1"), dec("1"), dec("1")))
                .hasMessageContaining("it is linear, not inverse");
        assertThatThrownBy(() -> Instrument.linear(1, "v", linear, dec("1e-10"), dec("1e-10"), dec("1")))
                .hasMessageContaining("has 20 decimals, a ledger keeps at most 18");
    }

    @Test
    void pricesAndQuantitiesAreWholeStepsOrRefused() {
        var instrument = Instrument.of(1, "csv", Symbol.parse("BTC/USDT:USDT"), dec("0.50"), dec("0.001"), dec("100"));
        assertThat(instrument.tick()).isEqualTo(dec("0.5"));
        assertThat(instrument.tickMantissa()).isEqualTo(5);
        assertThat(instrument.priceDivisor()).isEqualTo(10);
        assertThat(instrument.ticks(dec("100.50"))).isEqualTo(201);
        assertThat(instrument.priceOf(201)).isEqualByComparingTo(dec("100.5"));
        assertThat(instrument.price(201)).isEqualTo(100.5);
        assertThat(instrument.lots(dec("0.25"))).isEqualTo(250);
        assertThat(instrument.quantityOf(250)).isEqualByComparingTo(dec("0.25"));
        assertThat(instrument.quantity(250)).isEqualTo(0.25);
        assertThatThrownBy(() -> instrument.ticks(dec("100.3")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("price 100.3 is not a multiple of the tick 0.5");
        assertThatThrownBy(() -> instrument.lots(dec("0.0015")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("quantity 0.0015 is not a multiple of the lot 0.001");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void priceIsTheNearestDouble(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < 300; i++) {
            var tick = Decimal.of(draw.below(draw.between(0, 1) == 0 ? 10 : 1_000_000) + 1, draw.between(0, 12));
            var instrument = Instrument.of(1, "csv", Symbol.parse("BTC/USDT"), tick, Decimal.ONE, Decimal.ONE);
            for (int j = 0; j < 300; j++) {
                long ticks = draw.number();
                var exact = tick.toBigDecimal().multiply(BigDecimal.valueOf(ticks));
                assertThat(instrument.price(ticks))
                        .as("seed %d: %d ticks of %s", seed, ticks, tick)
                        .isEqualTo(exact.doubleValue())
                        .isEqualTo(Double.parseDouble(exact.toString()) + 0.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void valueEqualsThePlainFormula(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < 20_000; i++) {
            var tick = Decimal.of(draw.between(0, 1) == 0 ? 1 : 5, draw.between(0, 2));
            var lot = Decimal.of(draw.between(1, 10), draw.between(0, 4));
            var contract = Decimal.of(draw.between(1, 100), draw.between(0, 2));
            long lots = draw.between(-1000, 1000);
            long ticks = draw.between(1000, 1_000_000);
            var price = tick.toBigDecimal().multiply(BigDecimal.valueOf(ticks));
            var amount = lot.toBigDecimal().multiply(contract.toBigDecimal()).multiply(BigDecimal.valueOf(lots));
            var linear = Instrument.of(1, "v", Symbol.parse("BTC/USDT:USDT"), tick, lot, contract);
            var inverse = Instrument.of(2, "v", Symbol.parse("BTC/USD:BTC"), tick, lot, contract);
            String where = "seed %d: %d lots, %d ticks, %s".formatted(seed, lots, ticks, linear);
            check(where, linear, lots, ticks, amount.multiply(price));
            check(where, inverse, lots, ticks, amount.divide(price, 12, RoundingMode.HALF_EVEN));
        }
    }

    private static void check(String where, Instrument instrument, long lots, long ticks, BigDecimal expected) {
        var units = expected.movePointRight(instrument.settlement().digits()).toBigIntegerExact();
        try {
            assertThat(instrument.value(lots, ticks)).as(where).isEqualTo(units.longValue());
            assertThat(units.bitLength()).as(where).isLessThan(Long.SIZE);
        } catch (ArithmeticException e) {
            assertThat(units.bitLength()).as(where).isGreaterThanOrEqualTo(Long.SIZE);
        }
    }

    private static Instrument instrument(
            InstrumentKind kind, String text, String tick, String lot, String contract, int digits) {
        var symbol = Symbol.parse(text);
        var settlement = new Currency(symbol.settlement(), digits);
        return new Instrument(1, "venue", symbol, kind, dec(tick), dec(lot), dec(contract), Minimums.NONE, settlement);
    }

    private static Decimal dec(String text) {
        return Decimal.parse(text);
    }
}
