package io.fulmar.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent.Busted;
import io.fulmar.domain.FillEvent.Filled;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.Adopted;
import io.fulmar.domain.OrderEvent.AmendAsked;
import io.fulmar.domain.OrderEvent.Amended;
import io.fulmar.domain.OrderEvent.Approved;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderEvent.Rejected;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Origin;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.Side;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final int INSTRUMENTS = 4;

    @Test
    void registryAgreesWithASlowTwinOnRandomLives() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new SplittableRandom(seed);
            var orders = new Orders(8, 1_000);
            var twin = new TreeMap<Long, OrderState>();
            long last = 0;
            for (int i = 0; i < 400; i++) {
                if (random.nextInt(5) == 0) {
                    last += 1 + random.nextInt(2);
                    var order = order(last, random.nextInt(INSTRUMENTS), random.nextBoolean(), random.nextBoolean());
                    orders.apply(new Intended(order, 0, ""));
                    twin.put(last, OrderState.pending(order));
                } else if (last > 0) {
                    // Young orders more often than old ones; forgotten ones are another test's business.
                    long id = Math.max(1, last - random.nextInt(random.nextInt(20) + 1));
                    if (twin.containsKey(id) && orders.state(id).isPresent()) {
                        step(orders, twin, random, id, seed);
                    }
                }
                compare(orders, twin, last, seed);
            }
        }
    }

    private static void step(Orders orders, Map<Long, OrderState> twin, SplittableRandom random, long id, long seed) {
        var state = Objects.requireNonNull(twin.get(id));
        var event = event(random, id, state);
        try {
            var step = Cells.next(state, event);
            twin.put(id, step.state());
            assertThat(orders.apply(event)).as("seed %d: %s", seed, event).isEqualTo(step.consequence());
        } catch (IllegalOrderCommand e) {
            assertThatThrownBy(() -> orders.apply(event)).hasMessage(e.getMessage());
        }
    }

    private static Event event(SplittableRandom random, long id, OrderState state) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Approved(id, random.nextInt(4) == 0);
            case 2 -> new Acknowledged(id, "v" + id);
            case 3, 4 -> new Filled(id, "t", 100, 1 + random.nextInt(9), 0, false, 0);
            case 5 -> new Busted(id, "t", 100, 1, 0, 0);
            case 6 -> new CancelAsked(id, 0, "");
            case 7 -> new Cancelled(id, state.filledLots() + random.nextInt(2), "");
            case 8 -> new OutcomeUnknown(id, "");
            case 9 -> new AmendAsked(id, 1 + random.nextInt(20), OrderKind.MARKET, 0);
            case 10 -> new Amended(id, 1 + random.nextInt(20), OrderKind.MARKET);
            default -> new Rejected(id, "");
        };
    }

    private static void compare(Orders orders, Map<Long, OrderState> twin, long last, long seed) {
        int open = 0;
        for (long instrument = 0; instrument <= INSTRUMENTS; instrument++) {
            long here = instrument;
            var mine = twin.values().stream()
                    .filter(each -> each.order().instrument() == here)
                    .toList();
            var ids = mine.stream()
                    .filter(each -> !each.life().terminal())
                    .mapToLong(OrderState::id)
                    .toArray();
            assertThat(orders.open(here)).as("seed %d", seed).containsExactly(ids);
            assertThat(orders.openCount(here)).isEqualTo(ids.length);
            open += ids.length;
            for (Side side : Side.values()) {
                long reserved = mine.stream()
                        .filter(each -> each.order().side() == side)
                        .mapToLong(OrderState::reservedLots)
                        .sum();
                assertThat(orders.reservedLots(here, side)).as("seed %d", seed).isEqualTo(reserved);
            }
            assertThat(orders.anyUnknown(here))
                    .as("seed %d", seed)
                    .isEqualTo(mine.stream().anyMatch(each -> each.life() == Life.UNKNOWN));
        }
        assertThat(orders.openCount()).as("seed %d", seed).isEqualTo(open);
        twin.forEach((id, state) -> {
            if (!state.life().terminal()) {
                assertThat(orders.state(id)).as("seed %d", seed).contains(state);
            } else {
                assertThat(orders.state(id)).as("seed %d", seed).isIn(Optional.empty(), Optional.of(state));
            }
        });
        assertThat(orders.state(last + 1)).isEmpty();
    }

    @Test
    void openOrderIsKeptHoweverManyFollowAndEndedOnesAreForgotten() {
        var orders = new Orders(4, 100);
        orders.apply(new Intended(order(1, 0, true, false), 0, ""));
        orders.apply(new Approved(1, true));
        for (long id = 2; id <= 1_000; id++) {
            orders.apply(new Intended(order(id, 0, true, false), 0, ""));
            orders.apply(new Approved(id, false));
            orders.apply(new Filled(id, "t", 100, 10, 0, false, 0));
        }
        assertThat(orders.open(0)).containsExactly(1);
        assertThat(orders.state(1))
                .hasValueSatisfying(each -> assertThat(each.life()).isEqualTo(Life.ARMED));
        assertThat(orders.state(997)).isPresent();
        assertThat(orders.state(996)).isEmpty();

        orders.apply(new CancelAsked(1, 0, ""));
        assertThat(orders.openCount()).isZero();
        assertThat(orders.state(1)).isEmpty();
    }

    @Test
    void orderOfTheVenuesOwnIsOpenFromTheStartAndKnownByTheIdThatWeGaveIt() {
        var orders = new Orders(4, 100);
        orders.apply(new Adopted(order(1, 0, true, false), Origin.VENUE, "liquidation"));
        assertThat(orders.open(0)).containsExactly(1);
        assertThat(orders.state(1))
                .hasValueSatisfying(each -> assertThat(each.life()).isEqualTo(Life.ACKNOWLEDGED));
        assertThat(orders.apply(new Filled(1, "t", 100, 10, 0, false, 0))).isEqualTo(Consequence.NONE);
        assertThat(orders.openCount()).isZero();
    }

    @Test
    void lateTradeFindsItsOrderAndOneOfAStrangerContradicts() {
        var orders = new Orders(4, 100);
        orders.apply(new Intended(order(1, 0, true, false), 0, ""));
        orders.apply(new Approved(1, false));
        orders.apply(new Rejected(1, ""));
        assertThat(orders.openCount()).isZero();
        assertThat(orders.apply(new Filled(1, "t", 100, 3, 0, false, 0))).isInstanceOf(Consequence.Page.class);
        assertThat(orders.open(0)).containsExactly(1);
        assertThat(orders.reservedLots(0, Side.BUY)).isEqualTo(7);
        assertThat(orders.apply(new Filled(2, "t", 100, 3, 0, false, 0))).isInstanceOf(Consequence.Contradiction.class);
    }

    @Test
    void strangersReportContradictsItsSilenceDoesNotAndOurCommandIsAMistake() {
        var stranger = OrderState.pending(Cells.ORDER);
        Cells.inputs(stranger).forEach((word, input) -> {
            var orders = new Orders();
            switch (word) {
                case "intended", "adopted" -> assertThat(orders.apply(input)).isEqualTo(Consequence.NONE);
                case "approved",
                        "approved-armed",
                        "refused",
                        "triggered",
                        "cancel-asked",
                        "amend-asked",
                        "never-accepted" ->
                    assertThatThrownBy(() -> orders.apply(input)).isInstanceOf(IllegalOrderCommand.class);
                case "cancel-silence", "amend-silence", "outcome-unknown" ->
                    assertThat(orders.apply(input)).isEqualTo(Consequence.NONE);
                default -> assertThat(orders.apply(input)).as(word).isInstanceOf(Consequence.Contradiction.class);
            }
        });
    }

    @Test
    void idsRiseAndOpenOrdersHaveALimit() {
        var orders = new Orders(4, 3);
        for (long id : List.of(5L, 6L, 9L)) {
            orders.apply(new Intended(order(id, 0, true, false), 0, ""));
        }
        assertThatThrownBy(() -> orders.apply(new Intended(order(9, 0, true, false), 0, "")))
                .isInstanceOf(IllegalOrderCommand.class);
        assertThatThrownBy(() -> orders.apply(new Intended(order(10, 0, true, false), 0, "")))
                .isInstanceOf(IllegalOrderCommand.class)
                .hasMessageContaining("3 are open");
        assertThatThrownBy(() -> new Orders(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eventsThatAreNotAboutOrdersCallForNothing() {
        assertThat(new Orders().apply((Event) new RiskEvent.InstrumentHalted(1, "")))
                .isEqualTo(Consequence.NONE);
    }

    private static Order order(long id, long instrument, boolean buy, boolean reducing) {
        return new Order(
                id,
                0,
                instrument,
                buy ? Side.BUY : Side.SELL,
                10,
                OrderKind.MARKET,
                reducing ? Order.Terms.REDUCING : Order.Terms.OPENING,
                Cause.SIGNAL,
                0,
                Bracket.NONE);
    }
}
