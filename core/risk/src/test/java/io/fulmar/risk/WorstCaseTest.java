package io.fulmar.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I-15: at each instant, what is held plus the worst that may still fill stays within every limit, whatever the order in which entries,
 * partial fills, amends under way, unknown outcomes, cancels and exits of several strategies come.
 */
class WorstCaseTest {
    private static final int SEATS = 3;
    private static final int STEPS = 4000;
    private static final long PRICE = 100;
    private static final long POSITION = 40;
    private static final long SEAT_POSITION = 25;
    private static final long VALUE = 4200;
    private static final long GROSS = 6000;

    private static final RiskLimits LIMITS = RiskLimits.backtest()
            .with(Control.POSITION_LOTS, Bound.of(POSITION))
            .with(Control.POSITION_VALUE, Bound.of(VALUE))
            .with(Control.GROSS_EXPOSURE, Bound.of(GROSS))
            .with(Control.LEVERAGE, Bound.of(6_000_000))
            .withSeat(1, Control.POSITION_LOTS, Bound.of(SEAT_POSITION));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void limitsHoldAtEachInstant(long seed) {
        var account = new Account(new SplittableRandom(seed));
        for (int step = 0; step < STEPS; step++) {
            account.step();
            for (var side : Side.values()) {
                long reach = account.heldLots(side) + account.waitingLots(side);
                assertThat(reach).as("seed %d step %d %s", seed, step, side).isLessThanOrEqualTo(POSITION);
                assertThat(reach * PRICE).as("seed %d step %d", seed, step).isLessThanOrEqualTo(VALUE);
                assertThat(account.seatReach(1, side))
                        .as("seed %d step %d seat", seed, step)
                        .isLessThanOrEqualTo(SEAT_POSITION);
            }
            assertThat(account.exposure()).as("seed %d step %d", seed, step).isLessThanOrEqualTo(GROSS);
        }
        assertThat(account.passed).as("seed %d: entries passed", seed).isGreaterThan(100);
        assertThat(account.refused).as("seed %d: entries refused", seed).isGreaterThan(100);
        assertThat(account.exits).as("seed %d: exits", seed).isGreaterThan(100);
    }

    private static final class Waiting {
        Order order;
        Order wished;
        long filled;
        boolean unknown;

        Waiting(Order order) {
            this.order = order;
            this.wished = order;
        }

        long remaining() {
            return Math.max(0, Math.max(order.lots(), wished.lots()) - filled);
        }

        long worst() {
            return Math.max(worst(order), worst(wished));
        }

        private long worst(Order terms) {
            return Math.max(0, terms.lots() - filled) * Math.max(PRICE, price(terms));
        }

        private static long price(Order order) {
            return Math.max(Ask.limit(order.kind()), Ask.trigger(order.kind()));
        }
    }

    /** An account that books what happens and nothing else: it counts its worst case anew each time it is asked. */
    private static final class Account extends FakeDesk {
        final SplittableRandom random;
        final Risk risk = new Risk(LIMITS);
        final List<Waiting> live = new ArrayList<>();
        final long[] held = new long[SEATS];
        long nextId = 1;
        int passed;
        int refused;
        int exits;

        Account(SplittableRandom random) {
            this.random = random;
            equity = dayStart = peak = 1000;
            leverage = 10_000_000;
        }

        void step() {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> enter();
                case 3, 4 -> fill();
                case 5 -> ask();
                case 6 -> answer();
                case 7 -> loseSight();
                case 8 -> live.removeIf(order -> !order.unknown && random.nextInt(4) == 0);
                default -> leave();
            }
        }

        private void enter() {
            var side = random.nextBoolean() ? Side.BUY : Side.SELL;
            var order = new Order(
                    nextId++,
                    random.nextInt(SEATS),
                    FakeDesk.ID,
                    side,
                    1 + random.nextInt(30),
                    kind(),
                    Order.Terms.OPENING,
                    Cause.SIGNAL,
                    0,
                    Bracket.NONE);
            switch (risk.submit(order, this)) {
                case Verdict.Pass<Action.Submit> pass -> {
                    live.add(new Waiting(pass.permit().take().order()));
                    passed++;
                }
                case Verdict.No<Action.Submit> _ -> refused++;
            }
        }

        private OrderKind kind() {
            return switch (random.nextInt(3)) {
                case 0 -> OrderKind.MARKET;
                case 1 -> new OrderKind.Limit(90 + random.nextInt(20));
                default -> new OrderKind.Stop(90 + random.nextInt(20));
            };
        }

        private void fill() {
            if (live.isEmpty()) {
                return;
            }
            var order = any(live);
            long lots = Math.min(order.remaining(), 1 + random.nextInt(20));
            held[order.order.seat()] += order.order.side().sign() * lots;
            order.filled += lots;
            live.removeIf(each -> each.remaining() == 0);
        }

        private void ask() {
            if (live.isEmpty()) {
                return;
            }
            var order = any(live);
            long lots = 1 + random.nextLong(40);
            // One amend at a time, and of orders in sight only: order life sees to that.
            if (order.unknown || !order.wished.equals(order.order)) {
                return;
            }
            if (risk.amend(order.order, lots, kind(), this) instanceof Verdict.Pass<Action.Amend> pass) {
                var amend = pass.permit().take();
                order.wished = order.order.withLots(amend.lots()).withKind(amend.kind());
            }
        }

        private void answer() {
            for (var order : live) {
                if (random.nextBoolean()) {
                    order.order = order.wished;
                } else {
                    order.wished = order.order;
                }
                order.unknown = false;
            }
            live.removeIf(each -> each.remaining() == 0);
        }

        private void loseSight() {
            if (!live.isEmpty()) {
                any(live).unknown = true;
            }
        }

        private void leave() {
            int seat = random.nextInt(SEATS);
            if (held[seat] == 0) {
                return;
            }
            var side = held[seat] > 0 ? Side.SELL : Side.BUY;
            var order = new Order(
                    nextId++,
                    seat,
                    FakeDesk.ID,
                    side,
                    1 + random.nextLong(Math.abs(held[seat])),
                    OrderKind.MARKET,
                    Order.Terms.REDUCING,
                    Cause.SIGNAL,
                    0,
                    Bracket.NONE);
            assertThat(risk.submit(order, this)).as("an exit").isInstanceOf(Verdict.Pass.class);
            held[seat] += side.sign() * order.lots();
            exits++;
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        long seatReach(int seat, Side side) {
            return Math.max(0, side.sign() * held[seat]) + seatWaitingLots(seat, side);
        }

        private static long lots(Collection<Waiting> live, Side side) {
            return live.stream()
                    .filter(order -> order.order.side() == side)
                    .mapToLong(Waiting::remaining)
                    .sum();
        }

        @Override
        public long heldLots(Side side) {
            long sum = 0;
            for (long lots : held) {
                sum += Math.max(0, side.sign() * lots);
            }
            return sum;
        }

        @Override
        public long waitingLots(Side side) {
            return lots(live, side);
        }

        @Override
        public long seatWaitingLots(int seat, Side side) {
            return lots(
                    live.stream().filter(order -> order.order.seat() == seat).toList(), side);
        }

        @Override
        public long exposure() {
            long sum = live.stream().mapToLong(Waiting::worst).sum();
            for (long lots : held) {
                sum += Math.abs(lots) * PRICE;
            }
            return sum;
        }

        @Override
        public boolean unknownOutcome() {
            return live.stream().anyMatch(order -> order.unknown);
        }

        @Override
        public long seatLots(int seat) {
            return held[seat];
        }

        @Override
        public long netLots() {
            return held[0] + held[1] + held[2];
        }
    }
}
