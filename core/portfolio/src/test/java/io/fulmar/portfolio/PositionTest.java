package io.fulmar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Positions against a twin that counts in BigDecimal, and the postings worked out by hand. */
class PositionTest {
    private static final int SEEDS = 2_000;

    /** Tick 1, lot 1, money in whole hundred-millionths. */
    private final Instrument plain = Fills.instrument(1, "1", "1");

    private final long unit = plain.unit();
    private final List<Trade> trades = new ArrayList<>();
    private final Position position = new Position(3, plain);

    private long book(Side side, long lots, long ticks, long fee, long time) {
        return position.book(Fills.order(3, 1, side, lots), Fills.fill(ticks, lots, fee, time), 1000, trades::add);
    }

    @Test
    void aPartialCloseReleasesItsShareOfTheCostAndTheLastTheRest() {
        Position odd = new Position(3, Fills.instrument(1, "0.0001", "0.0001"));
        assertThat(odd.book(Fills.order(3, 1, Side.BUY, 2), Fills.fill(5, 2, 0, 1), 0, trades::add))
                .isZero();
        odd.book(Fills.order(3, 1, Side.BUY, 1), Fills.fill(6, 1, 0, 2), 0, trades::add);
        assertThat(odd.cost()).as("5 + 5 + 6").isEqualTo(16);
        assertThat(odd.book(Fills.order(3, 1, Side.SELL, 1), Fills.fill(10, 1, 0, 3), 0, trades::add))
                .as("a third of 16 is 5.33, rounded 5")
                .isEqualTo(5);
        assertThat(odd.book(Fills.order(3, 1, Side.SELL, 1), Fills.fill(10, 1, 0, 4), 0, trades::add))
                .as("half of 11 is 5.5, rounded to even 6")
                .isEqualTo(4);
        assertThat(odd.cost()).isEqualTo(5);
        assertThat(odd.book(Fills.order(3, 1, Side.SELL, 1), Fills.fill(10, 1, 0, 5), 0, trades::add))
                .as("the rest")
                .isEqualTo(5);
        assertThat(odd.cost()).isZero();
        assertThat(odd.realised()).as("30 - 16, whatever the rounding").isEqualTo(14);
    }

    @Test
    void aFillThroughZeroEndsOneTradeAndBeginsTheNext() {
        book(Side.BUY, 10, 100, 10, 1);
        long profit = book(Side.SELL, 15, 110, 16, 2);
        assertThat(profit).isEqualTo(100 * unit);
        assertThat(position.lots()).isEqualTo(-5);
        assertThat(position.cost()).isEqualTo(-550 * unit);
        assertThat(position.entryTicks()).isEqualTo(110);
        assertThat(position.entryTime()).isEqualTo(2);
        assertThat(trades).hasSize(1);
        assertThat(trades.get(0).fees())
                .as("10, and ten of the fifteen lots' 16")
                .isEqualTo(10 + 10);
        book(Side.BUY, 5, 100, 5, 3);
        assertThat(trades).hasSize(2);
        assertThat(trades.get(1).fees()).as("the other 6, and 5").isEqualTo(11);
        assertThat(trades.get(1).side()).isEqualTo(Side.SELL);
        assertThat(trades.get(1).gross()).isEqualTo(50 * unit);
        assertThat(position.fees()).isEqualTo(31);
    }

    @Test
    void aRebateIsSplitWithoutLosingAUnit() {
        book(Side.BUY, 3, 100, 0, 1);
        book(Side.SELL, 7, 100, -10, 2);
        book(Side.BUY, 4, 100, 0, 3);
        assertThat(trades).extracting(Trade::fees).containsExactly(-5L, -5L);
    }

    @Test
    void aTradeRemembersHowItBeganAndAllThatWasOpened() {
        book(Side.BUY, 2, 100, 1, 10);
        book(Side.BUY, 3, 110, 1, 11);
        book(Side.SELL, 4, 120, 1, 12);
        assertThat(trades).isEmpty();
        book(Side.SELL, 1, 90, 1, 13);
        Trade trade = trades.get(0);
        assertThat(trade.lots()).isEqualTo(5);
        assertThat(trade.entryTime()).isEqualTo(10);
        assertThat(trade.entryTicks()).isEqualTo(100);
        assertThat(trade.exitTime()).isEqualTo(13);
        assertThat(trade.exitTicks()).isEqualTo(90);
        assertThat(trade.entryValue()).isEqualTo(530 * unit);
        assertThat(trade.exitValue()).isEqualTo(570 * unit);
        assertThat(trade.net()).isEqualTo(40 * unit - 4);
        assertThat(trade.equityBefore()).isEqualTo(1000);
    }

    @Test
    void theAveragePriceIsInPricesAndThereIsNoneWhenFlat() {
        Position cents = new Position(0, Fills.instrument(1, "0.01", "0.001"));
        assertThat(cents.averagePrice()).isNaN();
        cents.book(Fills.order(0, 1, Side.SELL, 1), Fills.fill(10_000, 1, 0, 1), 0, trades::add);
        cents.book(Fills.order(0, 1, Side.SELL, 3), Fills.fill(10_100, 3, 0, 1), 0, trades::add);
        assertThat(cents.averagePrice()).isEqualTo(100.75);
        assertThat(cents.unrealisedAt(10_000)).isEqualTo(cents.valueAt(10_000) - cents.cost());
    }

    @Test
    void aFillTooLargeToCountIsAnErrorAndChangesNoLots() {
        book(Side.BUY, 1, 100, 0, 1);
        assertThatThrownBy(() -> book(Side.BUY, Long.MAX_VALUE, 2, 0, 2)).isInstanceOf(ArithmeticException.class);
        assertThat(position.lots()).isEqualTo(1);
    }

    /** The same rules in numbers without end. */
    private static final class Twin {
        BigDecimal lots = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal realised = BigDecimal.ZERO;

        void book(int sign, BigDecimal count, BigDecimal value) {
            BigDecimal signed = count.multiply(BigDecimal.valueOf(sign));
            if (lots.signum() * sign >= 0) {
                lots = lots.add(signed);
                cost = cost.add(value.multiply(count).multiply(BigDecimal.valueOf(sign)));
                return;
            }
            BigDecimal closing = count.min(lots.abs());
            BigDecimal released = closing.compareTo(lots.abs()) == 0
                    ? cost
                    : cost.multiply(closing).divide(lots.abs(), 0, RoundingMode.HALF_EVEN);
            BigDecimal received = value.multiply(closing).multiply(BigDecimal.valueOf(-sign));
            realised = realised.add(received.subtract(released));
            cost = cost.subtract(released);
            lots = lots.add(closing.multiply(BigDecimal.valueOf(sign)));
            if (closing.compareTo(count) < 0) {
                book(sign, count.subtract(closing), value);
            }
        }
    }

    @Test
    void everyFillEqualsTheTwins() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random.nextBoolean() ? plain : Fills.instrument(1, "0.0001", "0.0001");
            Position real = new Position(0, instrument);
            Twin twin = new Twin();
            long lotsMax = random.nextBoolean() ? 5 : 10_000;
            List<Trade> closed = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long lots = random.nextInt(4) == 0 && real.lots() != 0
                        ? Math.abs(real.lots())
                        : random.nextLong(1, lotsMax + 1);
                long ticks = random.nextLong(1, 1000);
                long fee = random.nextLong(-50, 100);
                real.book(Fills.order(0, 1, side, lots), Fills.fill(ticks, lots, fee, i), 0, closed::add);
                twin.book(side.sign(), BigDecimal.valueOf(lots), BigDecimal.valueOf(ticks * instrument.unit()));
                assertThat(BigDecimal.valueOf(real.lots())).as("seed %s", seed).isEqualByComparingTo(twin.lots);
                assertThat(BigDecimal.valueOf(real.cost())).as("seed %s", seed).isEqualByComparingTo(twin.cost);
                assertThat(BigDecimal.valueOf(real.realised()))
                        .as("seed %s", seed)
                        .isEqualByComparingTo(twin.realised);
            }
            // leaving ends it: the trades' profits and fees are the position's
            if (real.lots() != 0) {
                Side side = real.lots() > 0 ? Side.SELL : Side.BUY;
                long lots = Math.abs(real.lots());
                real.book(Fills.order(0, 1, side, lots), Fills.fill(7, lots, 1, 99), 0, closed::add);
            }
            assertThat(closed.stream().mapToLong(Trade::gross).sum())
                    .as("seed %s", seed)
                    .isEqualTo(real.realised());
            assertThat(closed.stream().mapToLong(Trade::fees).sum())
                    .as("seed %s", seed)
                    .isEqualTo(real.fees());
        }
    }
}
