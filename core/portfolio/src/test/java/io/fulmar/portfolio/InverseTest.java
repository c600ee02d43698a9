package io.fulmar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Worth;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Inverse contracts against whole numbers without end. */
class InverseTest {
    private static final int SEEDS = 3_000;
    private static final long COIN = 1_000_000_000_000L;

    private static Instrument contract(String tick, String contract) {
        return Instrument.inverse(
                1, "test", Symbol.parse("BTC/USD:BTC"), Decimal.parse(tick), Decimal.ONE, Decimal.parse(contract));
    }

    /** {@code -lots x contract / price}, in units of 10^-12, rounded half-even: the definition, word by word. */
    private static BigInteger value(Instrument instrument, long lots, long ticks) {
        BigInteger quote = instrument
                .contract()
                .toBigDecimal()
                .multiply(instrument.lot().toBigDecimal())
                .movePointRight(12)
                .divide(instrument.tick().toBigDecimal())
                .toBigIntegerExact()
                .multiply(BigInteger.valueOf(Math.abs(lots)));
        BigInteger[] parts = quote.divideAndRemainder(BigInteger.valueOf(ticks));
        int half = parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(ticks));
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return lots > 0 ? rounded.negate() : rounded;
    }

    private static Instrument random(SplittableRandom random) {
        return contract(
                new String[] {"1", "0.5", "0.1", "0.01"}[random.nextInt(4)],
                new String[] {"1", "10", "100", "0.1"}[random.nextInt(4)]);
    }

    @Test
    void worthIsTheNegativeQuotientRoundedOnceAndNeverFallsForALongAsThePriceRises() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random(random);
            Worth worth = Worth.of(instrument);
            long lots = random.nextLong(-1_000_000, 1_000_001);
            long ticks = random.nextLong(1, 10_000_000);
            long higher = ticks + random.nextLong(0, 1_000);
            long value = worth.value(lots, ticks);
            assertThat(BigInteger.valueOf(value)).as("seed %s", seed).isEqualTo(value(instrument, lots, ticks));
            assertThat(Long.signum(lots) * Long.compare(worth.value(lots, higher), value))
                    .as("seed %s", seed)
                    .isNotNegative();
            assertThat(worth.notional(lots, ticks)).as("seed %s", seed).isEqualTo(Math.abs(value));
        }
    }

    @Test
    void aPositionsProfitIsTheDifferenceOfTwoQuotientsPaidInTheBase() {
        Instrument instrument = contract("0.5", "1");
        List<Trade> trades = new ArrayList<>();
        Position position = new Position(0, instrument);
        position.book(Fills.order(0, 1, Side.BUY, 10_000), Fills.fill(20_000, 10_000, 0, 1), 0, trades::add);
        assertThat(position.averagePrice()).isEqualTo(10_000.0);
        assertThat(position.unrealisedAt(25_000))
                .as("10,000 USD from 10,000 to 12,500: 1 - 0.8 BTC")
                .isEqualTo(COIN / 5);
        long profit =
                position.book(Fills.order(0, 1, Side.SELL, 10_000), Fills.fill(25_000, 10_000, 0, 2), 0, trades::add);
        assertThat(profit).isEqualTo(COIN / 5);
        assertThat(trades.get(0).gross()).isEqualTo(COIN / 5);
        position.book(Fills.order(0, 1, Side.SELL, 10_000), Fills.fill(20_000, 10_000, 0, 3), 0, trades::add);
        assertThat(position.unrealisedAt(25_000)).as("a short loses it").isEqualTo(-COIN / 5);
        position.book(Fills.order(0, 1, Side.BUY, 10_000), Fills.fill(16_000, 10_000, 0, 4), 0, trades::add);
        assertThat(trades.get(1).gross()).as("1.25 - 1 BTC").isEqualTo(COIN / 4);
        assertThat(trades.get(1).side()).isEqualTo(Side.SELL);
    }

    /** Lots, cost and profit in numbers without end. */
    private static final class Twin {
        private final Instrument instrument;
        BigInteger lots = BigInteger.ZERO;
        BigInteger cost = BigInteger.ZERO;
        BigInteger realised = BigInteger.ZERO;

        Twin(Instrument instrument) {
            this.instrument = instrument;
        }

        void book(long signed, long ticks) {
            BigInteger more = BigInteger.valueOf(signed);
            if (lots.signum() * more.signum() >= 0) {
                lots = lots.add(more);
                cost = cost.add(value(instrument, signed, ticks));
                return;
            }
            BigInteger closing = more.abs().min(lots.abs());
            BigInteger released = closing.equals(lots.abs()) ? cost : halfEven(cost.multiply(closing), lots.abs());
            long closed = lots.signum() * closing.longValueExact();
            realised = realised.add(value(instrument, closed, ticks).subtract(released));
            cost = cost.subtract(released);
            lots = lots.subtract(BigInteger.valueOf(closed));
            if (closing.compareTo(more.abs()) < 0) {
                book(more.signum() * more.abs().subtract(closing).longValueExact(), ticks);
            }
        }

        private static BigInteger halfEven(BigInteger number, BigInteger divisor) {
            BigInteger[] parts = number.abs().divideAndRemainder(divisor);
            int half = parts[1].shiftLeft(1).compareTo(divisor);
            boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
            BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
            return number.signum() < 0 ? rounded.negate() : rounded;
        }
    }

    @Test
    void everyFillEqualsTheTwinsAndTradesAddUpToThePosition() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random(random);
            Position real = new Position(0, instrument);
            Twin twin = new Twin(instrument);
            List<Trade> closed = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long lots =
                        random.nextInt(4) == 0 && real.lots() != 0 ? Math.abs(real.lots()) : random.nextLong(1, 2_000);
                long ticks = random.nextLong(5_000, 90_000);
                real.book(Fills.order(0, 1, side, lots), Fills.fill(ticks, lots, 0, i), 0, closed::add);
                twin.book(side.sign() * lots, ticks);
                assertThat(BigInteger.valueOf(real.lots())).as("seed %s", seed).isEqualTo(twin.lots);
                assertThat(BigInteger.valueOf(real.cost())).as("seed %s", seed).isEqualTo(twin.cost);
                assertThat(BigInteger.valueOf(real.realised()))
                        .as("seed %s", seed)
                        .isEqualTo(twin.realised);
            }
            if (real.lots() != 0) {
                Side side = real.lots() > 0 ? Side.SELL : Side.BUY;
                long lots = Math.abs(real.lots());
                real.book(Fills.order(0, 1, side, lots), Fills.fill(7_777, lots, 0, 99), 0, closed::add);
            }
            assertThat(closed.stream().mapToLong(Trade::gross).sum())
                    .as("a fill that closes a part of one and opens the next is rounded once for each, seed %s", seed)
                    .isEqualTo(real.realised());
        }
    }

    @Test
    void sizesAreTheMostContractsThatFitAndRiskIsCountedToTheSideOfTheStop() {
        Bracket stop = new Bracket(Distance.ticks(1_000), Distance.NONE, Distance.NONE);
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random(random);
            Worth worth = Worth.of(instrument);
            long ticks = random.nextLong(2_000, 1_000_000);
            long equity = random.nextLong(1, 20) * COIN;
            Rate fee = Rate.ofBasisPoints(Integer.toString(random.nextInt(0, 30)));
            Sizing.Means means = new Sizing.Means(worth, equity, equity, ticks, fee);
            BigInteger lots = BigInteger.valueOf(Sizing.affordable(equity, means));
            assertThat(cost(instrument, lots, ticks, fee).compareTo(BigInteger.valueOf(equity)))
                    .as("fits, seed %s", seed)
                    .isNotPositive();
            assertThat(cost(instrument, lots.add(BigInteger.ONE), ticks, fee).compareTo(BigInteger.valueOf(equity)))
                    .as("one more does not, seed %s", seed)
                    .isPositive();
            for (Side side : Side.values()) {
                Sizing.Means rich = new Sizing.Means(worth, equity, Long.MAX_VALUE / 4, ticks, Rate.ZERO);
                if (Sizing.size(new Size.RiskShare(10_000), side, stop, instrument, rich)
                        instanceof Sizing.Sized.Lots(long atRisk)) {
                    long level = ticks - side.sign() * 1_000L;
                    long budget = equity / 100;
                    assertThat(loss(instrument, atRisk, ticks, level))
                            .as("seed %s", seed)
                            .isLessThanOrEqualTo(budget);
                    assertThat(loss(instrument, atRisk + 1, ticks, level))
                            .as("seed %s", seed)
                            .isGreaterThan(budget);
                }
            }
        }
    }

    private static BigInteger cost(Instrument instrument, BigInteger lots, long ticks, Rate fee) {
        BigInteger value = value(instrument, lots.longValueExact(), ticks).abs();
        BigInteger[] charge = value.multiply(BigInteger.valueOf(fee.numerator()))
                .divideAndRemainder(BigInteger.valueOf(fee.denominator()));
        return value.add(charge[0]).add(charge[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO);
    }

    private static long loss(Instrument instrument, long lots, long from, long to) {
        return value(instrument, lots, from)
                .subtract(value(instrument, lots, to))
                .abs()
                .longValueExact();
    }
}
