package io.fulmar.execution;

import static io.fulmar.execution.Cells.LOTS;
import static io.fulmar.execution.Cells.ORDER;
import static io.fulmar.execution.Cells.fill;
import static io.fulmar.execution.Cells.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.AmendAsked;
import io.fulmar.domain.OrderEvent.AmendUnanswered;
import io.fulmar.domain.OrderEvent.Amended;
import io.fulmar.domain.OrderEvent.Approved;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Expired;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of order life: what every input makes of an order in every state. {@link Cells} explains the letters. A cell is
 * {@code .} where nothing changes, {@code illegal} where it is our own mistake, else the next state and a mark: {@code !} page,
 * {@code !!} halt the instrument, {@code ?} ask the venue, {@code +} send the cancel again, {@code x} contradiction.
 */
class OrderLifeTest {
    /** Orders that have not left, and orders that ended. */
    private static final String LOCAL_AND_ENDED = """
                              PEND     ARM      REF      REJ      NEV      CAN      EXP      FILL
            intended          illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            adopted           illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved          SUB      illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved-armed    ARM      illegal  illegal  illegal  illegal  illegal  illegal  illegal
            refused           REF      !        illegal  illegal  illegal  illegal  illegal  illegal
            triggered         illegal  SUB      illegal  illegal  illegal  illegal  illegal  illegal
            cancel-asked      CAN      CAN      illegal  illegal  illegal  illegal  illegal  illegal
            amend-asked       illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            acknowledged      .        .        .        .        !        .        .        .
            rejected          x        x        x        x        x        x        x        x
            cancelled         CAN      CAN      x        x        x        .        x        x
            cancelled-ahead   x        x        x        x        x        x        x        x
            cancelled-behind  x        x        x        x        x        x        x        x
            expired           EXP      EXP      x        x        x        x        .        x
            expired-ahead     x        x        x        x        x        x        x        x
            expired-behind    x        x        x        x        x        x        x        x
            cancel-rejected   x        x        .        .        .        .        .        .
            cancel-silence    illegal  illegal  .        .        .        .        .        .
            amended           x        x        x        x        x        x        x        x
            amended-to-filled x        x        x        x        x        x        x        x
            amended-below     x        x        x        x        x        x        x        x
            amend-rejected    x        x        .        .        .        .        .        .
            amend-silence     illegal  illegal  .        .        .        .        .        .
            outcome-unknown   illegal  illegal  illegal  .        .        .        .        .
            never-accepted    illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            fill-part         PART!    PART!    !        PART!    PART!    !        !        !!
            fill-rest         FILL!    FILL!    !        FILL!    FILL!    !        !        x
            fill-most         FILL!    FILL!    !        FILL!    FILL!    !        !        x
            fill-over         FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   !!
            fill-none         x        x        x        x        x        x        x        x
            bust              x        x        x        x        x        !        !        !
            """;

    /** Sent and not yet heard of, with a cancel pending (c) or unanswered (C). */
    private static final String SENT = """
                              SUB      SUBc     SUBC     UNK      UNKc     UNKC
            intended          illegal  illegal  illegal  illegal  illegal  illegal
            adopted           illegal  illegal  illegal  illegal  illegal  illegal
            approved          illegal  illegal  illegal  illegal  illegal  illegal
            approved-armed    illegal  illegal  illegal  illegal  illegal  illegal
            refused           illegal  illegal  illegal  illegal  illegal  illegal
            triggered         illegal  illegal  illegal  illegal  illegal  illegal
            cancel-asked      SUBc     illegal  SUBc     UNKc     illegal  UNKc
            amend-asked       illegal  illegal  illegal  illegal  illegal  illegal
            acknowledged      ACK      ACKc     ACKC     ACK      ACKc     ACKC
            rejected          REJ      REJ      REJ      REJ      REJ      REJ
            cancelled         CAN      CAN      CAN      CAN      CAN      CAN
            cancelled-ahead   ?        ?        ?        ?        ?        ?
            cancelled-behind  x        x        x        x        x        x
            expired           EXP      EXP      EXP      EXP      EXP      EXP
            expired-ahead     ?        ?        ?        ?        ?        ?
            expired-behind    x        x        x        x        x        x
            cancel-rejected   x        SUB?     SUB?     x        UNK?     UNK?
            cancel-silence    .        SUBC+    +        .        UNKC+    +
            amended           x        x        x        x        x        x
            amended-to-filled x        x        x        x        x        x
            amended-below     x        x        x        x        x        x
            amend-rejected    x        x        x        x        x        x
            amend-silence     .        .        .        .        .        .
            outcome-unknown   UNK?     UNKc?    UNKC?    .        .        .
            never-accepted    illegal  illegal  illegal  NEV      NEV      NEV
            fill-part         PART     PARTc    PARTC    PART     PARTc    PARTC
            fill-rest         FILL     FILL     FILL     FILL     FILL     FILL
            fill-most         FILL     FILL     FILL     FILL     FILL     FILL
            fill-over         FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!
            fill-none         x        x        x        x        x        x
            bust              x        x        x        x        x        x
            """;

    /** At the venue, with a cancel (c, C) and an amend (a, A) pending or unanswered. */
    private static final String ACKNOWLEDGED = """
                              ACK      ACKc     ACKC     ACKa     ACKca    ACKCa    ACKA     ACKcA    ACKCA
            intended          illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            adopted           illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved          illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved-armed    illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            refused           illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            triggered         illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            cancel-asked      ACKc     illegal  ACKc     ACKca    illegal  ACKca    ACKcA    illegal  ACKcA
            amend-asked       ACKa     ACKca    ACKCa    illegal  illegal  illegal  illegal  illegal  illegal
            acknowledged      .        .        .        .        .        .        .        .        .
            rejected          x        x        x        x        x        x        x        x        x
            cancelled         CAN      CAN      CAN      CAN      CAN      CAN      CAN      CAN      CAN
            cancelled-ahead   ?        ?        ?        ?        ?        ?        ?        ?        ?
            cancelled-behind  x        x        x        x        x        x        x        x        x
            expired           EXP      EXP      EXP      EXP      EXP      EXP      EXP      EXP      EXP
            expired-ahead     ?        ?        ?        ?        ?        ?        ?        ?        ?
            expired-behind    x        x        x        x        x        x        x        x        x
            cancel-rejected   x        ACK?     ACK?     x        ACKa?    ACKa?    x        ACKA?    ACKA?
            cancel-silence    .        ACKC+    +        .        ACKCa+   +        .        ACKCA+   +
            amended           .        .        .        ACK      ACKc     ACKC     ACK      ACKc     ACKC
            amended-to-filled .        .        .        ACK      ACKc     ACKC     ACK      ACKc     ACKC
            amended-below     x        x        x        x        x        x        x        x        x
            amend-rejected    x        x        x        ACK      ACKc     ACKC     ACK      ACKc     ACKC
            amend-silence     .        .        .        ACKA?    ACKcA?   ACKCA?   ?        ?        ?
            outcome-unknown   .        .        .        .        .        .        .        .        .
            never-accepted    illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            fill-part         PART     PARTc    PARTC    PARTa    PARTca   PARTCa   PARTA    PARTcA   PARTCA
            fill-rest         FILL     FILL     FILL     PARTa    PARTca   PARTCa   PARTA    PARTcA   PARTCA
            fill-most         FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL
            fill-over         FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!
            fill-none         x        x        x        x        x        x        x        x        x
            bust              x        x        x        x        x        x        x        x        x
            """;

    /** The same with 4 of 10 lots filled. */
    private static final String PARTIALLY_FILLED = """
                              PART     PARTc    PARTC    PARTa    PARTca   PARTCa   PARTA    PARTcA   PARTCA
            intended          illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            adopted           illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved          illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            approved-armed    illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            refused           illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            triggered         illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            cancel-asked      PARTc    illegal  PARTc    PARTca   illegal  PARTca   PARTcA   illegal  PARTcA
            amend-asked       PARTa    PARTca   PARTCa   illegal  illegal  illegal  illegal  illegal  illegal
            acknowledged      .        .        .        .        .        .        .        .        .
            rejected          x        x        x        x        x        x        x        x        x
            cancelled         CAN      CAN      CAN      CAN      CAN      CAN      CAN      CAN      CAN
            cancelled-ahead   ?        ?        ?        ?        ?        ?        ?        ?        ?
            cancelled-behind  x        x        x        x        x        x        x        x        x
            expired           EXP      EXP      EXP      EXP      EXP      EXP      EXP      EXP      EXP
            expired-ahead     ?        ?        ?        ?        ?        ?        ?        ?        ?
            expired-behind    x        x        x        x        x        x        x        x        x
            cancel-rejected   x        PART?    PART?    x        PARTa?   PARTa?   x        PARTA?   PARTA?
            cancel-silence    .        PARTC+   +        .        PARTCa+  +        .        PARTCA+  +
            amended           .        .        .        PART     PARTc    PARTC    PART     PARTc    PARTC
            amended-to-filled FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL
            amended-below     x        x        x        x        x        x        x        x        x
            amend-rejected    x        x        x        PART     PARTc    PARTC    PART     PARTc    PARTC
            amend-silence     .        .        .        PARTA?   PARTcA?  PARTCA?  ?        ?        ?
            outcome-unknown   .        .        .        .        .        .        .        .        .
            never-accepted    illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal  illegal
            fill-part         .        .        .        .        .        .        .        .        .
            fill-rest         FILL     FILL     FILL     .        .        .        .        .        .
            fill-most         FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL     FILL
            fill-over         FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!   FILL!!
            fill-none         x        x        x        x        x        x        x        x        x
            bust              !        !        !        !        !        !        !        !        !
            """;

    @Test
    void everyInputDoesToEveryStateWhatTheTableSays() {
        var table = table();
        var seen = new LinkedHashMap<String, String>();
        Cells.states()
                .forEach((letters, state) -> Cells.inputs(state)
                        .forEach((word, input) -> seen.put(word + " | " + letters, Cells.outcome(state, input))));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(table);
        assertThat(seen).hasSize(32 * 31);
    }

    @Test
    void tableForgetsNoInputAndNoLife() {
        var inputs = Cells.inputs(OrderState.pending(ORDER)).values().stream()
                .map(Object::getClass)
                .collect(Collectors.toSet());
        var events = Stream.of(OrderEvent.class, FillEvent.class)
                .flatMap(each -> Stream.of(each.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(inputs).isEqualTo(events);
        assertThat(Cells.states().values().stream().map(OrderState::life).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Life.values());
    }

    @Test
    void moneyIsBookedInEveryStateAndByNothingElse() {
        Cells.states()
                .values()
                .forEach(state -> Cells.inputs(state).forEach((word, input) -> {
                    if (Cells.outcome(state, input).equals("illegal")) {
                        return;
                    }
                    long change = next(state, input).state().filledLots() - state.filledLots();
                    long lots = switch (input) {
                        case FillEvent.Filled fill -> fill.lots();
                        case FillEvent.Busted bust -> state.filledLots() >= bust.lots() ? -bust.lots() : 0;
                        default -> 0;
                    };
                    assertThat(change)
                            .as("%s at %s", word, Cells.letters(state))
                            .isEqualTo(lots);
                }));
    }

    @Test
    void orderOfUnknownOutcomeIsNeverSentAgain() {
        table().forEach((cell, outcome) -> {
            if (!cell.endsWith("| PEND") && !cell.endsWith("| ARM") && !cell.contains("| SUB")) {
                assertThat(outcome).as(cell).doesNotStartWith("SUB");
            }
        });
    }

    @Test
    void endedOrderComesBackOnlyByATrade() {
        Cells.states().values().stream()
                .filter(each -> each.life().terminal())
                .forEach(state -> Cells.inputs(state).forEach((word, input) -> {
                    if (!Cells.outcome(state, input).equals("illegal") && !word.startsWith("fill")) {
                        assertThat(next(state, input).state().life()).as(word).isEqualTo(state.life());
                    }
                }));
    }

    @Test
    void cancelIsBelievedOnceItsTradesAreBooked() {
        var state = at("ACKca");
        state = next(state, new Cancelled(1, 3, "")).state();
        assertThat(Cells.letters(state)).isEqualTo("ACKca");
        state = next(state, fill(1)).state();
        assertThat(Cells.letters(state)).isEqualTo("PARTca");
        state = next(state, fill(2)).state();
        assertThat(state.life()).isEqualTo(Life.CANCELLED);
        assertThat(state.filledLots()).isEqualTo(3);
        assertThat(state.cancel()).isEqualTo(Asking.NONE);
        assertThat(state.openLots()).isZero();
    }

    @Test
    void expiryAheadOfItsTradesWaitsForThemToo() {
        var state = next(at("SUB"), new Expired(1, 4)).state();
        assertThat(next(state, fill(4)).state().life()).isEqualTo(Life.EXPIRED);
        assertThat(next(state, fill(5)).state().life()).isEqualTo(Life.EXPIRED);
        assertThat(next(state, fill(LOTS)).state().life()).isEqualTo(Life.FILLED);
    }

    @Test
    void orderThatWaitsForItsLastTradesIsOtherwiseLikeAnyOther() {
        Cells.states().forEach((letters, state) -> {
            if (state.life().out()) {
                var waiting = state.closing(new Closing(Life.CANCELLED, state.orderedLots()));
                Cells.inputs(state)
                        .forEach((word, input) -> assertThat(Cells.outcome(waiting, input))
                                .as("%s at %s", word, letters)
                                .isEqualTo(Cells.outcome(state, input)));
            }
        });
    }

    @Test
    void amendReservesTheLargerOfOldAndNewUntilTheVenueHasSpoken() {
        var working = next(at("ACK"), fill(4)).state();
        assertThat(working.reservedLots()).isEqualTo(6);
        var larger = next(working, new AmendAsked(1, 20, ORDER.kind(), 0)).state();
        assertThat(larger.reservedLots()).isEqualTo(16);
        var silent = next(larger, new AmendUnanswered(1)).state();
        assertThat(silent.reservedLots()).isEqualTo(16);
        var smaller = next(working, new AmendAsked(1, 5, ORDER.kind(), 0)).state();
        assertThat(smaller.reservedLots()).isEqualTo(6);
        var price = new OrderKind.Limit(99);
        var amended = next(smaller, new Amended(1, 5, price)).state();
        assertThat(amended.reservedLots()).isEqualTo(1);
        assertThat(amended.order().kind()).isEqualTo(price);
        assertThat(amended.order().lots()).isEqualTo(5);
    }

    @Test
    void onlyOrdersThatAreOutAndMayAddToAPositionAreReserved() {
        var lots = Cells.states().entrySet().stream()
                .filter(each -> each.getValue().reservedLots() > 0)
                .map(Map.Entry::getKey);
        assertThat(lots)
                .allMatch(each -> each.matches("(SUB|UNK|ACK|PART)[cC]?[aA]?"))
                .hasSize(24);
        var reducing = new Order(
                1, 0, 7, ORDER.side(), LOTS, ORDER.kind(), Order.Terms.REDUCING, ORDER.cause(), 0, ORDER.bracket());
        var sent = OrderLife.next(OrderState.pending(reducing), new Approved(1, false))
                .state();
        assertThat(sent.reservedLots()).isZero();
        assertThat(sent.openLots()).isEqualTo(LOTS);
    }

    @Test
    void amendBelowWhatIsFilledIsOurMistake() {
        assertThat(Cells.outcome(at("PART"), new AmendAsked(1, 4, ORDER.kind(), 0)))
                .isEqualTo("illegal");
        assertThat(Cells.outcome(at("PART"), new AmendAsked(1, 5, ORDER.kind(), 0)))
                .isEqualTo("PARTa");
    }

    @Test
    void venuesNameIsKeptWhenItComesAndTheFirstOneStands() {
        var late = next(at("PART"), new Acknowledged(1, "v1")).state();
        assertThat(late.venueOrder()).isEqualTo("v1");
        assertThat(next(late, new Acknowledged(1, "v2")).state().venueOrder()).isEqualTo("v1");
        assertThat(next(at("UNK"), new Acknowledged(1, "v3")).state().venueOrder())
                .isEqualTo("v3");
    }

    @Test
    void ordinaryLifeOfAMarketOrder() {
        var state = OrderLife.begin(new Intended(ORDER, 3, "why"));
        var steps = new ArrayList<String>(List.of(Cells.letters(state)));
        for (Event event : List.of(new Approved(1, false), new Acknowledged(1, "v"), fill(4), fill(6))) {
            var step = next(state, event);
            assertThat(step.consequence()).isEqualTo(Consequence.NONE);
            state = step.state();
            steps.add(Cells.letters(state));
        }
        assertThat(steps).containsExactly("PEND", "SUB", "ACK", "PART", "FILL");
    }

    @Test
    void noWalkLeadsOutOfTheTable() {
        var letters = Cells.states().keySet();
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            var state = OrderState.pending(ORDER);
            for (int i = 0; i < 40; i++) {
                var inputs = List.copyOf(Cells.inputs(state).values());
                var input = inputs.get(random.nextInt(inputs.size()));
                if (!Cells.outcome(state, input).equals("illegal")) {
                    state = next(state, input).state();
                }
                assertThat(letters).as("seed %d", seed).contains(Cells.letters(state));
                assertThat(state.openLots()).as("seed %d", seed).isNotNegative();
            }
        }
    }

    @Test
    void lostOrderIsQueriedAndItsCancelToo() {
        var lost = next(at("SUB"), new OutcomeUnknown(1, "timeout")).state();
        var asked = next(lost, new CancelAsked(1, 0, "")).state();
        assertThat(Cells.letters(asked)).isEqualTo("UNKc");
        assertThat(next(asked, new Cancelled(1, 0, "")).state().life()).isEqualTo(Life.CANCELLED);
    }

    private static OrderState at(String letters) {
        return Objects.requireNonNull(Cells.states().get(letters), letters);
    }

    private static Map<String, String> table() {
        var table = new LinkedHashMap<String, String>();
        for (String part : List.of(LOCAL_AND_ENDED, SENT, ACKNOWLEDGED, PARTIALLY_FILLED)) {
            table.putAll(Cells.parse(part));
        }
        return table;
    }
}
