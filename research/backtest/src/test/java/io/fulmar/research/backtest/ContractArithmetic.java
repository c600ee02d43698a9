package io.fulmar.research.backtest;

import io.fulmar.domain.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What contracts are worth and what venues ask for them, in numbers without end. */
record ContractArithmetic(ContractCase of) {
    private int digits() {
        return of.instrument.settlement().digits();
    }

    BigInteger cash() {
        return of.cash.toBigDecimal().movePointRight(digits()).toBigIntegerExact();
    }

    /** Lots x price, or for an inverse contract minus lots / price, in money units. */
    BigInteger value(long lots, long ticks) {
        BigDecimal worth = of.inverse
                ? BigDecimal.valueOf(-lots).divide(BigDecimal.valueOf(ticks), digits(), RoundingMode.HALF_EVEN)
                : BigDecimal.valueOf(lots).multiply(BigDecimal.valueOf(ticks));
        return worth.movePointRight(digits()).toBigIntegerExact();
    }

    static BigInteger ceil(BigInteger amount, Rate rate) {
        BigInteger[] parts = amount.multiply(BigInteger.valueOf(rate.numerator()))
                .divideAndRemainder(BigInteger.valueOf(rate.denominator()));
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    BigInteger fee(long lots, long ticks, Rate rate) {
        return ceil(value(lots, ticks).abs(), rate);
    }

    BigInteger maintenance(long lots, long ticks) {
        BigInteger notional = value(lots, ticks).abs();
        BigInteger deduction = BigInteger.ZERO;
        Rate rate = Rate.ZERO;
        for (int i = 0; i < of.steps.size(); i++) {
            ContractCase.Step step = of.steps.get(i);
            BigInteger from = BigInteger.valueOf(step.from());
            if (from.compareTo(notional) <= 0) {
                if (i > 0) {
                    BigInteger floor = ceil(from.negate(), step.rate()).negate();
                    deduction = deduction.add(floor).subtract(ceil(from, rate));
                }
                rate = step.rate();
            }
        }
        return ceil(notional, rate).subtract(deduction);
    }

    /** Whether the venue lends so much for a position of that notional. */
    boolean allowed(BigInteger notional) {
        long most = 0;
        for (ContractCase.Step step : of.steps) {
            if (BigInteger.valueOf(step.from()).compareTo(notional) <= 0) {
                most = step.leveragePpm();
            }
        }
        return most == 0 || of.leveragePpm <= most;
    }

    long slipped(boolean buying, long ticks) {
        long slip = ceil(BigInteger.valueOf(ticks), of.slippage).longValueExact();
        return buying ? ticks + slip : Math.max(1, ticks - slip);
    }
}
