package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency USDT = new Currency("USDT", 8);

    @Test
    void amountsOfOneCurrencyAddUp() {
        var money = USDT.amount(Decimal.parse("10000"));
        assertThat(money.units()).isEqualTo(1_000_000_000_000L);
        assertThat(money.plus(new Money(1, USDT))).hasToString("10000.00000001 USDT");
        assertThat(money.minus(money)).isEqualTo(Money.zero(USDT));
        assertThat(money.negated().signum()).isEqualTo(-1);
        assertThat(new Money(150_000_000, USDT).doubleValue()).isEqualTo(1.5);
        assertThat(new Money(-1, USDT).amount()).isEqualTo(Decimal.of(-1, 8));
        assertThat(USDT.unitsPerOne()).isEqualTo(100_000_000);
    }

    @Test
    void currenciesNeverMix() {
        var money = Money.zero(USDT);
        assertThatThrownBy(() -> money.plus(Money.zero(new Currency("BTC", 8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("USDT (8 digits) and BTC (8 digits) do not mix");
        assertThatThrownBy(() -> money.minus(Money.zero(new Currency("USDT", 10))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowIsRefused() {
        var most = new Money(Long.MAX_VALUE, USDT);
        var one = new Money(1, USDT);
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(one).minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(one).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anAmountFinerThanTheLedgerIsRefusedButTrailingZerosAreNot() {
        assertThat(USDT.amount(Decimal.parse("0.10000000000")).units()).isEqualTo(10_000_000);
        assertThatThrownBy(() -> USDT.amount(Decimal.parse("0.000000001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> USDT.amount(Decimal.parse("92233720369"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCurrencyHasACodeAndDigitsThatALongHolds() {
        assertThat(USDT).hasToString("USDT");
        assertThatThrownBy(() -> new Currency("", 8)).hasMessage("the currency is missing");
        assertThatThrownBy(() -> new Currency("A B", 8)).hasMessageContaining("holds a blank");
        assertThatThrownBy(() -> new Currency("USDT", 19)).hasMessageContaining("between 0 and 18");
        assertThatThrownBy(() -> new Currency("USDT", -1)).hasMessageContaining("between 0 and 18");
    }
}
