package io.fulmar.domain;

/** An exact amount of one currency, in ledger units. Currencies never mix: adding two of them is a fault of the program. */
public record Money(long units, Currency currency) {
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, sameCurrency(other).units), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, sameCurrency(other).units), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(units), currency);
    }

    /** {@code -1}, {@code 0} or {@code 1}. */
    public int signum() {
        return Long.signum(units);
    }

    public Decimal amount() {
        return new Decimal(units, currency.digits());
    }

    /** The nearest double, for statistics and display. */
    public double doubleValue() {
        return amount().doubleValue();
    }

    /** All digits of the ledger, then the currency: {@code 10000.00000000 USDT}. */
    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s (%d digits) and %s (%d digits) do not mix"
                    .formatted(currency, currency.digits(), other.currency, other.currency.digits()));
        }
        return other;
    }
}
