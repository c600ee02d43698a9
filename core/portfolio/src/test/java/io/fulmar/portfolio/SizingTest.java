package io.fulmar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.Worth;
import io.fulmar.portfolio.Sizing.Means;
import io.fulmar.portfolio.Sizing.Sized;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sizes against a search that counts lot by lot, and against whole numbers without end at the edges. */
class SizingTest {
    private static final int SEEDS = 5_000;
    private static final long COIN = 100_000_000;
    private static final Instrument PLAIN = Fills.instrument(1, "1", "1");
    private static final Bracket STOP_5 = new Bracket(Distance.ticks(5), Distance.NONE, Distance.NONE);

    private static Means means(Instrument instrument, long equity, long free, long ticks, String feeBps) {
        return new Means(Worth.of(instrument), equity, free, ticks, Rate.ofBasisPoints(feeBps));
    }

    private static Sized size(Size size, Means means) {
        return Sizing.size(size, Side.BUY, STOP_5, PLAIN, means);
    }

    private static boolean fits(BigInteger lots, long budget, long lotValue, Rate fee) {
        BigInteger value = lots.multiply(BigInteger.valueOf(lotValue));
        BigInteger[] cut = value.multiply(BigInteger.valueOf(fee.numerator()))
                .divideAndRemainder(BigInteger.valueOf(fee.denominator()));
        BigInteger charged = cut[1].signum() > 0 ? cut[0].add(BigInteger.ONE) : cut[0];
        BigInteger most = BigInteger.valueOf(budget);
        return value.compareTo(most) <= 0 && value.add(charged).compareTo(most) <= 0;
    }

    @Test
    void lotsAreTheMostThatFitCountedOneByOne() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long ticks = random.nextLong(1, 50);
            long budget = random.nextLong(-10, 200 * COIN);
            Means means = means(PLAIN, budget, budget, ticks, Integer.toString(random.nextInt(0, 300)));
            long lots = 0;
            while (budget > 0 && fits(BigInteger.valueOf(lots + 1), budget, ticks * COIN, means.fee())) {
                lots++;
            }
            assertThat(Sizing.affordable(budget, means)).as("seed %s", seed).isEqualTo(lots);
        }
    }

    @Test
    void lotsAreExactWhereDoublesAreNot() {
        Instrument fine = Fills.instrument(1, "0.0001", "0.0001"); // a lot at one tick is one unit
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long budget = random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(0, 60);
            long ticks = Math.max(1, random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(20, 63));
            Means means = means(fine, budget, budget, ticks, Integer.toString(random.nextInt(-20, 300)));
            BigInteger lots = BigInteger.valueOf(Sizing.affordable(budget, means));
            assertThat(lots.signum() == 0 || fits(lots, budget, ticks, means.fee()))
                    .as("fits, seed %s", seed)
                    .isTrue();
            assertThat(fits(lots.add(BigInteger.ONE), budget, ticks, means.fee()))
                    .as("one more does not, seed %s", seed)
                    .isFalse();
        }
    }

    @Test
    void allTheMoneyThereCanBeBuysAsManyLotsAsThereCanBe() {
        Instrument fine = Fills.instrument(1, "0.0001", "0.0001");
        assertThat(Sizing.affordable(Long.MAX_VALUE, means(fine, 1, 1, 1, "0"))).isEqualTo(Long.MAX_VALUE);
        assertThat(Sizing.affordable(Long.MAX_VALUE - 1, means(fine, 1, 1, 1, "0")))
                .isEqualTo(Long.MAX_VALUE - 1);
        assertThat(Sizing.affordable(Long.MAX_VALUE, means(fine, 1, 1, Long.MAX_VALUE, "0")))
                .isEqualTo(1);
    }

    @Test
    void aShareOfEquityIsCappedByWhatIsFree() {
        assertThat(size(new Size.EquityShare(500_000), means(PLAIN, 1000 * COIN, 1000 * COIN, 100, "0")))
                .isEqualTo(new Sized.Lots(5));
        assertThat(size(new Size.EquityShare(500_000), means(PLAIN, 1000 * COIN, 300 * COIN, 100, "0")))
                .isEqualTo(new Sized.Lots(3));
        assertThat(size(new Size.EquityShare(3_000_000), means(PLAIN, 1000 * COIN, 5000 * COIN, 100, "0")))
                .as("with leverage there is more free than equity")
                .isEqualTo(new Sized.Lots(30));
        assertThat(size(new Size.EquityShare(1_000_000), means(PLAIN, 1000 * COIN, 1000 * COIN, 100, "1")))
                .as("the fee must fit too")
                .isEqualTo(new Sized.Lots(9));
    }

    @Test
    void lessThanALotIsRefused() {
        assertThat(refusal(size(new Size.EquityShare(500_000), means(PLAIN, 199 * COIN, 199 * COIN, 100, "0"))))
                .isEqualTo(Refusal.SIZE_ZERO);
        assertThat(refusal(size(new Size.EquityShare(500_000), means(PLAIN, -1, -1, 100, "0"))))
                .isEqualTo(Refusal.SIZE_ZERO);
        assertThat(refusal(size(new Size.Units(Decimal.parse("0.9")), means(PLAIN, COIN, COIN, 100, "0"))))
                .isEqualTo(Refusal.SIZE_ZERO);
    }

    @Test
    void aShareAtRiskIsWhatTheStopWouldLose() {
        assertThat(size(new Size.RiskShare(10_000), means(PLAIN, 1000 * COIN, 10_000 * COIN, 100, "0")))
                .as("1 %% of 1000 is 10, a lot loses 5")
                .isEqualTo(new Sized.Lots(2));
        assertThat(size(new Size.RiskShare(10_000), means(PLAIN, 1099 * COIN, 10_000 * COIN, 100, "0")))
                .as("never rounded up")
                .isEqualTo(new Sized.Lots(2));
        assertThat(size(new Size.RiskShare(100_000), means(PLAIN, 1000 * COIN, 1000 * COIN, 100, "0")))
                .as("20 lots would be at risk, 10 can be paid")
                .isEqualTo(new Sized.Lots(10));
        assertThat(refusal(Sizing.size(
                        new Size.RiskShare(10_000), Side.BUY, Bracket.NONE, PLAIN, means(PLAIN, COIN, COIN, 100, "0"))))
                .isEqualTo(Refusal.NEEDS_STOP);
    }

    @Test
    void aGuessThatIsFarOffCostsNoMoreThanAFewSteps() {
        Instrument fine = Fills.instrument(1, "0.0001", "0.0001"); // a lot at one tick is one unit
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long ticks = random.nextLong(2, Long.MAX_VALUE) >> random.nextInt(10, 40);
            long budget = random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(0, 40);
            long distance = 1 + (random.nextInt(3) == 0 ? 0 : random.nextLong(Math.max(1, ticks / 2)));
            long stop = Math.max(1, ticks - distance);
            BigInteger lost = BigInteger.valueOf(ticks - stop);
            BigInteger wanted = lost.signum() == 0
                    ? BigInteger.valueOf(Long.MAX_VALUE)
                    : BigInteger.valueOf(budget).divide(lost);
            BigInteger most =
                    wanted.min(BigInteger.valueOf(Long.MAX_VALUE / ticks)); // beyond that no value fits a long
            assertThat(Sizing.affordableLoss(budget, ticks, stop, means(fine, budget, budget, ticks, "0")))
                    .as("seed %s", seed)
                    .isEqualTo(most.longValueExact());
        }
    }

    @Test
    void unitsAreCutToLotsAndMustBePaidFor() {
        Instrument tenths = Fills.instrument(1, "1", "0.1");
        Means means = means(tenths, 1000 * COIN, 1000 * COIN, 100, "0");
        assertThat(Sizing.size(new Size.Units(Decimal.parse("0.27")), Side.BUY, Bracket.NONE, tenths, means))
                .isEqualTo(new Sized.Lots(2));
        assertThat(Sizing.size(new Size.Units(Decimal.parse("10")), Side.BUY, Bracket.NONE, tenths, means))
                .isEqualTo(new Sized.Lots(100));
        assertThat(refusal(Sizing.size(new Size.Units(Decimal.parse("10.1")), Side.BUY, Bracket.NONE, tenths, means)))
                .isEqualTo(Refusal.INSOLVENT);
        Instrument fine = Fills.instrument(1, "1", "0.00000001");
        assertThatThrownBy(() -> Sizing.size(
                        new Size.Units(Decimal.parse("999999999999999999")), Side.BUY, Bracket.NONE, fine, means))
                .as("the desk refuses it as OVERFLOW")
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theVenuesMinimumsAreRespected() {
        Instrument strict = new Instrument(
                1,
                PLAIN.venue(),
                PLAIN.symbol(),
                PLAIN.kind(),
                PLAIN.tick(),
                PLAIN.lot(),
                PLAIN.contract(),
                new Minimums(3, Decimal.parse("500")),
                PLAIN.settlement());
        Means rich = means(strict, 10_000 * COIN, 10_000 * COIN, 100, "0");
        assertThat(refusal(Sizing.size(new Size.Units(Decimal.parse("2")), Side.BUY, Bracket.NONE, strict, rich)))
                .isEqualTo(Refusal.MINIMUM);
        assertThat(refusal(Sizing.size(new Size.Units(Decimal.parse("4")), Side.BUY, Bracket.NONE, strict, rich)))
                .as("worth 400")
                .isEqualTo(Refusal.MINIMUM);
        assertThat(Sizing.size(new Size.Units(Decimal.parse("5")), Side.BUY, Bracket.NONE, strict, rich))
                .isEqualTo(new Sized.Lots(5));
    }

    private static Refusal refusal(Sized sized) {
        return switch (sized) {
            case Sized.None(Refusal refusal, String ignored) -> refusal;
            case Sized.Lots lots -> throw new AssertionError(lots.toString());
        };
    }
}
