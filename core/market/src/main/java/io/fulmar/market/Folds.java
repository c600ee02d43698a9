package io.fulmar.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** From a kind of bars, as people say it, to a fold that counts an instrument's ticks and lots. */
final class Folds {
    private static final int VALUE_BITS_MAX = 120;

    private Folds() {}

    static BarFold of(BarKind kind, Instrument instrument) {
        return switch (kind) {
            case BarKind.Time(var timeframe) -> new TimeFold(new Grid.Even(timeframe));
            case BarKind.Months(int count) -> new TimeFold(new Grid.Months(count));
            case BarKind.Trading(var timeframe, var ignored, Session session) ->
                new TimeFold(new Grid.Trading(timeframe, session));
            case BarKind.Ticks(int count) -> new CountFold(count);
            case BarKind.Volume(Decimal quantity) -> AmountFold.ofLots(lots(kind, instrument, quantity));
            case BarKind.Worth(Decimal amount) -> value(kind, instrument, amount);
            case BarKind.Range(BarKind.Step step) -> new RangeFold(step(kind, instrument, step));
            case BarKind.Renko(BarKind.Step.MeanRange(int bars, var timeframe)) ->
                new RenkoFold(new RenkoFold.MeanRange(bars, new Grid.Even(timeframe)));
            case BarKind.Renko(BarKind.Step step) -> new RenkoFold(new RenkoFold.Plain(step(kind, instrument, step)));
            case BarKind.HeikinAshi(BarKind real) -> new HeikinAshiFold(of(real, instrument));
        };
    }

    private static long lots(BarKind kind, Instrument instrument, Decimal quantity) {
        try {
            return instrument.lots(quantity);
        } catch (ArithmeticException e) {
            throw misfit(kind, instrument, e);
        }
    }

    private static StepTicks step(BarKind kind, Instrument instrument, BarKind.Step step) {
        return switch (step) {
            case BarKind.Step.Percent(long ppm) -> new StepTicks.Share(ppm);
            case BarKind.Step.Fixed(Decimal price) -> {
                try {
                    yield new StepTicks.Fixed(instrument.ticks(price));
                } catch (ArithmeticException e) {
                    throw misfit(kind, instrument, e);
                }
            }
            case BarKind.Step.MeanRange ignored ->
                throw new IllegalArgumentException(kind + ": only bricks take their height from ranges");
        };
    }

    /** The smallest sum of ticks times lots that is worth the amount. */
    private static AmountFold value(BarKind kind, Instrument instrument, Decimal amount) {
        if (instrument.kind().inverse()) {
            throw new IllegalArgumentException(kind + " for " + instrument.fullName()
                    + ": one of its contracts is worth the same at every price, so" + " use volume");
        }
        BigDecimal unit = instrument
                .tick()
                .toBigDecimal()
                .multiply(instrument.lot().toBigDecimal())
                .multiply(instrument.contract().toBigDecimal());
        BigInteger units =
                amount.toBigDecimal().divide(unit, 0, RoundingMode.CEILING).toBigInteger();
        if (units.bitLength() > VALUE_BITS_MAX) {
            throw new IllegalArgumentException(kind + " is too large for " + instrument.fullName());
        }
        return AmountFold.ofValue(units.shiftRight(Long.SIZE).longValueExact(), units.longValue());
    }

    private static IllegalArgumentException misfit(BarKind kind, Instrument instrument, ArithmeticException e) {
        return new IllegalArgumentException(kind + " for " + instrument.fullName() + ": " + e.getMessage(), e);
    }
}
