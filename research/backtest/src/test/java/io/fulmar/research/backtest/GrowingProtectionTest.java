package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Size;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Desk;
import io.fulmar.engine.DeskSettings;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.SeatSettings;
import io.fulmar.engine.Tape;
import io.fulmar.engine.Verification;
import io.fulmar.execution.InnerVenue;
import io.fulmar.market.Bars;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.BarExchange;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Strategy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An auditor reads the journal: from the first fill to the last no lot of a position is without its stop, whoever holds the stop. */
class GrowingProtectionTest {
    private static final int SEEDS = 600;
    private static final int BARS = 300;
    private static final long MINUTE = 60_000_000_000L;

    /** Enters, adds, fishes and turns round as chance has it; always with a stop. */
    public static final class Restless extends Strategy<Restless.P> {
        public record P(long seed) {}

        private final SplittableRandom random = new SplittableRandom(p.seed());

        @Override
        public void onBar(Bar bar) {
            int what = random.nextInt(12);
            if (holding() && what == 0) {
                exit("enough");
            } else if (holding() && what == 1) {
                withdraw("turning");
                stopped(reverse(size()));
            } else if (holding() && what < 6 && !waiting()) {
                Entry add = add(size());
                if (random.nextInt(3) == 0) {
                    add.limit(bar.close() + (isLong() ? -3 : 3));
                }
            } else if (!holding() && !waiting() && (justLeft(Cause.STOP) || justLeft(Cause.TRAIL))) {
                stopped(fish(size(), rungs(3).apart(ticks(2)).within(bars(9))));
            } else if (flat() && what < 8) {
                stopped(what % 2 == 0 ? buy(size()) : sell(size()));
            }
        }

        private Size size() {
            return units(random.nextInt(3, 20));
        }

        private void stopped(Entry entry) {
            entry.stop(Distance.ticks(random.nextInt(3, 15))).target(Distance.ticks(random.nextInt(3, 30)));
            if (random.nextBoolean()) {
                entry.trail(Distance.ticks(random.nextInt(3, 20)));
            }
        }
    }

    private static Bars bars(SplittableRandom random) {
        Bars bars = new Bars(new Timeframe(MINUTE), BARS);
        long last = 1_000;
        for (int i = 0; i < BARS; i++) {
            long open = Math.max(500, last + (random.nextInt(6) == 0 ? random.nextInt(-12, 13) : 0));
            long close = Math.max(500, open + random.nextInt(-6, 7));
            long high = Math.max(open, close) + random.nextInt(4);
            bars.append(i * MINUTE, open, high, Math.min(open, close) - random.nextInt(4), close, 1);
            last = close;
        }
        return bars;
    }

    /** What the journal says is held, and what protects it. */
    private static final class Audit {
        private final Map<Long, Order> orders = new HashMap<>();
        private final Set<Long> live = new HashSet<>();
        private final long seed;
        private long held;
        private long moment = Long.MIN_VALUE;
        private long step;
        private boolean ended;
        private boolean paused;
        int grown;
        int changed;
        int waited;

        Audit(long seed) {
            this.seed = seed;
        }

        void read(Log log) {
            Journal.read(log, 1, (envelope, event) -> hear(envelope.receiveTime(), event));
        }

        private void hear(long time, Event event) {
            if (event instanceof OrderEvent.Cancelled over && over.reason().equals("the data ended")) {
                ended = true; // a stop that was to fill at the next open has none
            }
            if (ended) {
                return;
            }
            if (event instanceof FillEvent.Filled || time != moment) {
                judge();
                moment = time;
            }
            switch (event) {
                case Command.PauseSeat ignored -> {
                    waited += (int) entries();
                    paused = true;
                }
                case OrderEvent.Intended intended -> {
                    orders.put(intended.order(), intended.terms());
                    live.add(intended.order());
                }
                case OrderEvent.Amended amended -> {
                    changed++;
                    orders.computeIfPresent(
                            amended.order(),
                            (id, order) -> order.withLots(amended.lots()).withKind(amended.kind()));
                }
                case OrderEvent.Refused over -> live.remove(over.order());
                case OrderEvent.Cancelled over -> live.remove(over.order());
                case OrderEvent.Rejected over -> live.remove(over.order());
                case OrderEvent.Expired over -> live.remove(over.order());
                case FillEvent.Filled fill -> filled(fill);
                default -> {}
            }
            step++;
        }

        private void filled(FillEvent.Filled fill) {
            Order order = Objects.requireNonNull(orders.get(fill.order()));
            long before = Math.abs(held);
            held += order.side().sign() * fill.lots();
            grown += before > 0 && Math.abs(held) > before ? 1 : 0;
            live.remove(fill.order());
        }

        private long entries() {
            return live.stream()
                    .map(id -> Objects.requireNonNull(orders.get(id)))
                    .filter(order -> !order.reduceOnly())
                    .count();
        }

        /** Between two fills, and between two moments, all that is held has its stop. */
        private void judge() {
            long stopped = live.stream()
                    .map(id -> Objects.requireNonNull(orders.get(id)))
                    .filter(order -> order.cause() == Cause.STOP)
                    .mapToLong(order -> order.side().sign() * order.lots())
                    .sum();
            assertThat(stopped).as("seed %s, before event %s", seed, step).isEqualTo(-held);
            assertThat(paused && entries() > 0)
                    .as("seed %s, an entry of a paused seat", seed)
                    .isFalse();
        }
    }

    private static InnerVenue venue(boolean plain) {
        Rate fee = Rate.ofBasisPoints("2.5");
        BarExchange exchange = new BarExchange(
                List.of(DeskScript.instrument(1)), new ExchangeRules(fee, Rate.ZERO, Rate.ZERO, IntrabarPath.WORST));
        return plain ? new PlainVenue(exchange) : exchange;
    }

    private static DeskSettings settings() {
        return new DeskSettings(
                DeskScript.instrument(1).settlement(),
                100_000 * Bench.MONEY,
                1_000_000,
                Rate.ofBasisPoints("2.5"),
                RiskLimits.backtest());
    }

    private static void seat(Desk desk, Tape tape, long seed) {
        desk.seat(Restless.class, new Restless.P(seed), tape, SeatSettings.ALONE);
    }

    @Test
    void noLotOfAPositionIsEverWithoutItsStop() {
        int grown = 0;
        int changed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars bars = bars(new SplittableRandom(seed));
            boolean plain = seed % 2 == 1;
            Log log = new MemoryLog();
            Tape tape = new Tape(DeskScript.instrument(1), bars);
            Desk desk = new Desk(settings(), new Journal(log, 1, 1), venue(plain), List.of(tape), trade -> {});
            seat(desk, tape, seed);
            desk.run(new long[0]);
            Audit audit = new Audit(seed);
            audit.read(log);
            assertThat(desk.watch().pages()).as("seed %s", seed).isEmpty();
            grown += audit.grown;
            changed += audit.changed;
        }
        assertThat(grown).as("entries into a position").isGreaterThan(SEEDS * 3);
        assertThat(changed).as("orders that were amended").isGreaterThan(SEEDS * 3);
    }

    @Test
    void whoPausesASeatWithdrawsItsRungsAndAddsToo() {
        int waited = 0;
        for (long seed = 0; seed < SEEDS; seed += 3) {
            Bars bars = bars(new SplittableRandom(seed));
            Log log = new MemoryLog();
            Tape tape = new Tape(DeskScript.instrument(1), bars);
            Desk desk = new Desk(settings(), new Journal(log, 1, 1), venue(false), List.of(tape), trade -> {});
            seat(desk, tape, seed);
            desk.command(BARS / 2 * MINUTE, new Command.PauseSeat("pause", 0, true, "a person"));
            desk.run(new long[0]);
            Audit audit = new Audit(seed);
            audit.read(log);
            waited += audit.waited;
        }
        assertThat(waited).as("entries that waited when the seat was paused").isGreaterThan(SEEDS / 10);
    }

    @Test
    void aRunWhosePositionsGrewIsDecidedAgainBitForBit() {
        for (long seed = 0; seed < SEEDS; seed += 6) {
            long own = seed;
            Bars bars = bars(new SplittableRandom(seed));
            Log log = new MemoryLog();
            Tape tape = new Tape(DeskScript.instrument(1), bars);
            Desk desk = new Desk(settings(), new Journal(log, 1, 1), venue(false), List.of(tape), trade -> {});
            seat(desk, tape, own);
            desk.run(new long[0]);
            assertThat(Recovery.fold(log, RiskLimits.backtest()).hash())
                    .as("recovered, seed %s", seed)
                    .isEqualTo(desk.ledger().hash());
            Tape again = new Tape(DeskScript.instrument(1), bars);
            assertThat(Verification.of(log, 1, settings(), List.of(again), other -> seat(other, again, own)))
                    .as("seed %s", seed)
                    .isInstanceOf(Verification.Same.class);
        }
    }
}
