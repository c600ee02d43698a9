package io.fulmar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.SizeRules;
import io.fulmar.domain.Worth;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Volatility targets and capped Kelly against whole numbers without end, down to the lots that come of them. */
class SizeRulesTest {
    private static final int SEEDS = 5_000;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final long COIN = 100_000_000;

    private static BigInteger whole(long number) {
        return BigInteger.valueOf(number);
    }

    private static BigInteger floor(BigInteger number, BigInteger divisor) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Sizing.Sized sized(Size size) {
        Instrument instrument = Fills.instrument(1, "1", "0.01");
        return Sizing.size(
                size,
                Side.BUY,
                Bracket.NONE,
                instrument,
                new Sizing.Means(Worth.of(instrument), 10_000 * COIN, 100_000 * COIN, 100, Rate.ZERO));
    }

    @Test
    void aVolatilityTargetIsTargetOverVolatilityOfEquity() {
        assertThat(SizeRules.volatilityTarget(100_000, 400_000)).isEqualTo(new Size.EquityShare(250_000));
        assertThat(sized(SizeRules.volatilityTarget(100_000, 400_000)))
                .as("a quarter of 10,000 at 100, in hundredths")
                .isEqualTo(new Sizing.Sized.Lots(2_500));
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long target = random.nextLong(1, 5_000_000);
            long volatility = random.nextLong(1, 50_000_000);
            BigInteger share = whole(target).multiply(MILLION).divide(whole(volatility));
            Size size = SizeRules.volatilityTarget(target, volatility);
            assertThat(size instanceof Size.EquityShare(long ppm) ? whole(ppm) : BigInteger.ZERO)
                    .as("seed %s", seed)
                    .isEqualTo(share);
        }
    }

    @Test
    void kellyIsWhatTheBookSaysAndNeverMoreThanItsCap() {
        assertThat(SizeRules.kelly(600_000, 1_000_000, 1_000_000, 1_000_000))
                .as("60 %% at even odds")
                .isEqualTo(new Size.EquityShare(200_000));
        assertThat(SizeRules.kelly(600_000, 1_000_000, 500_000, 1_000_000)).isEqualTo(new Size.EquityShare(100_000));
        assertThat(SizeRules.kelly(600_000, 1_000_000, 1_000_000, 50_000)).isEqualTo(new Size.EquityShare(50_000));
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long win = random.nextLong(0, 1_000_001);
            long payoff = random.nextLong(1, 10_000_000);
            long part = random.nextLong(1, 2_000_000);
            long cap = random.nextLong(1, 2_000_000);
            // (win x payoff - lose) / payoff, cut down; then the part of it, cut down; then the cap
            BigInteger edge = whole(win)
                    .multiply(whole(payoff))
                    .subtract(whole(1_000_000 - win).multiply(MILLION));
            BigInteger kelly = floor(edge, whole(payoff));
            BigInteger share =
                    floor(kelly.multiply(whole(part)), MILLION).min(whole(cap)).max(BigInteger.ZERO);
            Size size = SizeRules.kelly(win, payoff, part, cap);
            assertThat(size instanceof Size.EquityShare(long ppm) ? whole(ppm) : BigInteger.ZERO)
                    .as("seed %s", seed)
                    .isEqualTo(share);
        }
    }

    @Test
    void whatIsNotWorthABetIsRefusedAsTooSmall() {
        for (Size nothing : new Size[] {
            SizeRules.kelly(500_000, 1_000_000, 1_000_000, 1_000_000),
            SizeRules.kelly(300_000, 0, 1_000_000, 1_000_000),
            SizeRules.volatilityTarget(100_000, 0)
        }) {
            assertThat(sized(nothing))
                    .isInstanceOfSatisfying(
                            Sizing.Sized.None.class,
                            none -> assertThat(none.refusal()).isEqualTo(Refusal.SIZE_ZERO));
        }
        assertThatThrownBy(() -> SizeRules.kelly(1_000_001, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SizeRules.volatilityTarget(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
