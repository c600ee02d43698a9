package io.fulmar.domain;

import java.math.BigDecimal;

/**
 * What is traded at one venue: one immutable specification. Prices are counted in ticks, quantities in lots, and a lot is worth
 * {@code lot x contract} of the base (linear) or of the quote (inverse).
 *
 * <p>The settlement currency keeps enough digits for exact values, or the specification is refused here, once, and no fill ever
 * rounds. Loops read {@link #unit()} or {@link #inverseNumerator()} once and call {@link Exact}.
 *
 * @param contract base (inverse: quote) amount of a quantity of one; 1 for spot
 */
public record Instrument(
        long id,
        String venue,
        Symbol symbol,
        InstrumentKind kind,
        Decimal tick,
        Decimal lot,
        Decimal contract,
        Minimums minimums,
        Currency settlement) {
    private static final int LINEAR_DIGITS_MIN = 8;
    private static final int INVERSE_DIGITS = 12;

    public Instrument {
        SymbolText.requireCode("venue", venue);
        tick = positive("tick", tick);
        lot = positive("lot", lot);
        contract = positive("contract", contract);
        if (!kind.fits(symbol)) {
            throw new IllegalArgumentException(symbol + " does not name an instrument of kind " + kind);
        }
        if (!settlement.code().equals(symbol.settlement())) {
            throw new IllegalArgumentException(
                    symbol + " settles in " + symbol.settlement() + ", not in " + settlement);
        }
        perLotAndTick(kind, tick, lot, contract, settlement);
    }

    /**
     * An instrument known by its symbol and steps alone, as from a file of bars, settled with max(8, decimals of tick x lot x
     * contract) digits.
     */
    public static Instrument linear(long id, String venue, Symbol symbol, Decimal tick, Decimal lot, Decimal contract) {
        var kind = InstrumentKind.of(symbol);
        if (kind.inverse()) {
            throw new IllegalArgumentException(symbol + " settles in its base: that is inverse, not linear");
        }
        int digits = Math.max(LINEAR_DIGITS_MIN, ledgerDigits(tick, lot, contract));
        var settlement = new Currency(symbol.settlement(), digits);
        return new Instrument(id, venue, symbol, kind, tick, lot, contract, Minimums.NONE, settlement);
    }

    /** The same for a symbol that settles in its base, with 12 digits. */
    public static Instrument inverse(
            long id, String venue, Symbol symbol, Decimal tick, Decimal lot, Decimal contract) {
        var kind = InstrumentKind.of(symbol);
        if (!kind.inverse()) {
            throw new IllegalArgumentException(symbol + " does not settle in its base: it is linear, not inverse");
        }
        var settlement = new Currency(symbol.settlement(), INVERSE_DIGITS);
        return new Instrument(id, venue, symbol, kind, tick, lot, contract, Minimums.NONE, settlement);
    }

    /** Linear or inverse, as the symbol says. */
    public static Instrument of(long id, String venue, Symbol symbol, Decimal tick, Decimal lot, Decimal contract) {
        return InstrumentKind.of(symbol).inverse()
                ? inverse(id, venue, symbol, tick, lot, contract)
                : linear(id, venue, symbol, tick, lot, contract);
    }

    /** Decimals of tick x lot x contract: the fewest digits at which every linear value is a whole number of money units. */
    public static int ledgerDigits(Decimal tick, Decimal lot, Decimal contract) {
        var product = tick.toBigDecimal().multiply(lot.toBigDecimal()).multiply(contract.toBigDecimal());
        int digits = Math.max(0, product.stripTrailingZeros().scale());
        if (digits > Decimal.SCALE_MAX) {
            throw new IllegalArgumentException(
                    "tick %s x lot %s x contract %s has %d decimals, a ledger keeps at most %d"
                            .formatted(tick, lot, contract, digits, Decimal.SCALE_MAX));
        }
        return digits;
    }

    /** The name across venues, {@code binance-usdm:BTC/USDT:USDT}. */
    public String fullName() {
        return venue + ":" + symbol;
    }

    /** Money units of one lot at a price of one tick, at least 1. Linear kinds only. */
    public long unit() {
        if (kind.inverse()) {
            throw new IllegalStateException(fullName() + " is inverse: its value is not a multiple of its price");
        }
        return perLotAndTick(kind, tick, lot, contract, settlement);
    }

    /** Money units of one lot at a price of one tick, to be divided by the price in ticks. Inverse kinds only. */
    public long inverseNumerator() {
        if (!kind.inverse()) {
            throw new IllegalStateException(fullName() + " is linear: its value is a multiple of its price");
        }
        return perLotAndTick(kind, tick, lot, contract, settlement);
    }

    /** Value in money units, with the sign of the lots. */
    public long value(long lots, long ticks) {
        return kind.inverse() ? Exact.inverseValue(lots, ticks, inverseNumerator()) : Exact.value(lots, ticks, unit());
    }

    /** The double nearest to the price. */
    public double price(long ticks) {
        return Decimal.toDouble(ticks, tick.mantissa(), tick.scale());
    }

    /** A price is {@code ticks x tickMantissa / priceDivisor}. */
    public long priceDivisor() {
        return Exact.powerOfTen(tick.scale());
    }

    public long tickMantissa() {
        return tick.mantissa();
    }

    public Decimal priceOf(long ticks) {
        return tick.times(Decimal.of(ticks));
    }

    public Decimal quantityOf(long lots) {
        return lot.times(Decimal.of(lots));
    }

    /** The double nearest to the quantity. */
    public double quantity(long lots) {
        return Decimal.toDouble(lots, lot.mantissa(), lot.scale());
    }

    /** The price in ticks, or {@link ArithmeticException} if it lies between two. */
    public long ticks(Decimal price) {
        return multiple("price", price, "tick", tick);
    }

    /** The quantity in lots, or {@link ArithmeticException} if it lies between two. */
    public long lots(Decimal quantity) {
        return multiple("quantity", quantity, "lot", lot);
    }

    private static long multiple(String what, Decimal amount, String step, Decimal size) {
        BigDecimal[] parts = amount.toBigDecimal().divideAndRemainder(size.toBigDecimal());
        if (parts[1].signum() != 0) {
            throw new ArithmeticException(what + " " + amount + " is not a multiple of the " + step + " " + size);
        }
        return parts[0].longValueExact();
    }

    private static Decimal positive(String what, Decimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("the " + what + " " + amount + " is not positive");
        }
        return amount.normalized();
    }

    private static long perLotAndTick(
            InstrumentKind kind, Decimal tick, Decimal lot, Decimal contract, Currency settlement) {
        var size = lot.toBigDecimal().multiply(contract.toBigDecimal()).movePointRight(settlement.digits());
        try {
            // An inverse quotient without end, such as 1 / 0.3, is refused by divide itself.
            var units = kind.inverse() ? size.divide(tick.toBigDecimal()) : size.multiply(tick.toBigDecimal());
            return units.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "lot %s x contract %s %s tick %s is not a whole number of 64 bits at the %d digits of %s"
                            .formatted(
                                    lot, contract, kind.inverse() ? "/" : "x", tick, settlement.digits(), settlement),
                    e);
        }
    }
}
