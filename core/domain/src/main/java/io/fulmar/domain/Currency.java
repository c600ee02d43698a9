package io.fulmar.domain;

/**
 * A currency and the decimals its ledger keeps: a money unit is {@code 10^-digits} of it. The digits belong to the desk, not to the
 * world: USDT at 8 digits and USDT at 10 are different currencies here, and do not mix.
 */
public record Currency(String code, int digits) {
    public Currency {
        SymbolText.requireCode("currency", code);
        if (digits < 0 || digits > Decimal.SCALE_MAX) {
            throw new IllegalArgumentException(
                    code + " with " + digits + " digits: a ledger keeps between 0 and " + Decimal.SCALE_MAX);
        }
    }

    /** Money units of one whole coin. */
    public long unitsPerOne() {
        return Exact.powerOfTen(digits);
    }

    /** The exact amount, or {@link ArithmeticException} if it has more decimals than the ledger keeps. */
    public Money amount(Decimal amount) {
        return new Money(amount.normalized().rescaled(digits).mantissa(), this);
    }

    @Override
    public String toString() {
        return code;
    }
}
