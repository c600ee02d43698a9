package io.fulmar.execution;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.FillEvent.Busted;
import io.fulmar.domain.FillEvent.Filled;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.Adopted;
import io.fulmar.domain.OrderEvent.AmendAsked;
import io.fulmar.domain.OrderEvent.AmendRejected;
import io.fulmar.domain.OrderEvent.AmendUnanswered;
import io.fulmar.domain.OrderEvent.Amended;
import io.fulmar.domain.OrderEvent.Approved;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.CancelRejected;
import io.fulmar.domain.OrderEvent.CancelUnanswered;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Expired;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.OrderEvent.NeverAccepted;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderEvent.Refused;
import io.fulmar.domain.OrderEvent.Rejected;
import io.fulmar.domain.OrderEvent.Triggered;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Origin;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * States, inputs and outcomes of order life in the few letters of its table. The order is for 10 lots and, where some can be filled, has
 * 4; an amend asks for 20.
 *
 * <p>A state is its life, then {@code c} or {@code C} for a cancel pending or unanswered, {@code a} or {@code A} for an amend.
 */
final class Cells {
    static final long LOTS = 10;
    static final long SOME = 4;
    static final long ASKED = 20;
    static final Order ORDER = new Order(
            1, 0, 7, Side.BUY, LOTS, new OrderKind.Limit(100), Order.Terms.OPENING, Cause.SIGNAL, 0, Bracket.NONE);

    private static final Map<Life, String> NAMES = names();

    private Cells() {}

    private static Map<Life, String> names() {
        var names = new LinkedHashMap<Life, String>();
        names.put(Life.PENDING, "PEND");
        names.put(Life.ARMED, "ARM");
        names.put(Life.SUBMITTED, "SUB");
        names.put(Life.UNKNOWN, "UNK");
        names.put(Life.ACKNOWLEDGED, "ACK");
        names.put(Life.PARTIALLY_FILLED, "PART");
        names.put(Life.REFUSED, "REF");
        names.put(Life.REJECTED, "REJ");
        names.put(Life.NEVER_ACCEPTED, "NEV");
        names.put(Life.CANCELLED, "CAN");
        names.put(Life.EXPIRED, "EXP");
        names.put(Life.FILLED, "FILL");
        return names;
    }

    /** Every state there can be, by its letters: what the constructor refuses cannot be. */
    static Map<String, OrderState> states() {
        var states = new LinkedHashMap<String, OrderState>();
        for (Life life : NAMES.keySet()) {
            for (Asking amend : Asking.values()) {
                for (Asking cancel : Asking.values()) {
                    try {
                        var state = new OrderState(
                                ORDER,
                                life,
                                amend,
                                cancel,
                                filled(life),
                                amend.open() ? ASKED : LOTS,
                                "",
                                Closing.NONE);
                        states.put(letters(state), state);
                    } catch (IllegalArgumentException e) {
                        assert amend.open() || cancel.open();
                    }
                }
            }
        }
        return states;
    }

    private static long filled(Life life) {
        return switch (life) {
            case PARTIALLY_FILLED, CANCELLED, EXPIRED -> SOME;
            case FILLED -> LOTS;
            case PENDING, REFUSED, ARMED, SUBMITTED, ACKNOWLEDGED, REJECTED, UNKNOWN, NEVER_ACCEPTED -> 0;
        };
    }

    static String letters(OrderState state) {
        return NAMES.get(state.life()) + letter(state.cancel(), "cC") + letter(state.amend(), "aA");
    }

    private static String letter(Asking asking, String letters) {
        return switch (asking) {
            case NONE -> "";
            case PENDING -> letters.substring(0, 1);
            case UNKNOWN -> letters.substring(1);
        };
    }

    /** Every input there is, by the word of its row. */
    static Map<String, Event> inputs(OrderState state) {
        long rest = state.order().lots() - state.filledLots();
        long most = state.orderedLots() - state.filledLots();
        var inputs = new LinkedHashMap<String, Event>();
        inputs.put("intended", new Intended(ORDER, 0, ""));
        inputs.put("adopted", new Adopted(ORDER, Origin.VENUE, ""));
        inputs.put("approved", new Approved(1, false));
        inputs.put("approved-armed", new Approved(1, true));
        inputs.put("refused", new Refused(1, Refusal.HALTED, ""));
        inputs.put("triggered", new Triggered(1, 0));
        inputs.put("cancel-asked", new CancelAsked(1, 0, ""));
        inputs.put("amend-asked", new AmendAsked(1, ASKED, ORDER.kind(), 0));
        inputs.put("acknowledged", new Acknowledged(1, "v1"));
        inputs.put("rejected", new Rejected(1, ""));
        inputs.put("cancelled", new Cancelled(1, state.filledLots(), ""));
        inputs.put("cancelled-ahead", new Cancelled(1, state.filledLots() + 1, ""));
        inputs.put("cancelled-behind", new Cancelled(1, state.filledLots() - 1, ""));
        inputs.put("expired", new Expired(1, state.filledLots()));
        inputs.put("expired-ahead", new Expired(1, state.filledLots() + 1));
        inputs.put("expired-behind", new Expired(1, state.filledLots() - 1));
        inputs.put("cancel-rejected", new CancelRejected(1, ""));
        inputs.put("cancel-silence", new CancelUnanswered(1));
        inputs.put("amended", new Amended(1, ASKED, ORDER.kind()));
        inputs.put("amended-to-filled", new Amended(1, Math.max(1, state.filledLots()), ORDER.kind()));
        inputs.put("amended-below", new Amended(1, state.filledLots() - 1, ORDER.kind()));
        inputs.put("amend-rejected", new AmendRejected(1, ""));
        inputs.put("amend-silence", new AmendUnanswered(1));
        inputs.put("outcome-unknown", new OutcomeUnknown(1, ""));
        inputs.put("never-accepted", new NeverAccepted(1, ""));
        inputs.put("fill-part", fill(1));
        inputs.put("fill-rest", fill(rest));
        inputs.put("fill-most", fill(most));
        inputs.put("fill-over", fill(most + 1));
        inputs.put("fill-none", fill(0));
        inputs.put("bust", new Busted(1, "t", 100, 1, 0, 0));
        return inputs;
    }

    static Filled fill(long lots) {
        return new Filled(1, "t", 100, lots, 0, false, 0);
    }

    static Step next(OrderState state, Event input) {
        return switch (input) {
            case OrderEvent event -> OrderLife.next(state, event);
            case FillEvent event -> OrderLife.next(state, event);
            default -> throw new IllegalArgumentException("no input of order life: " + input);
        };
    }

    /** {@code .} for nothing, {@code illegal}, or the next state's letters and a mark for the consequence. */
    static String outcome(OrderState state, Event input) {
        try {
            var step = next(state, input);
            var after = letters(step.state());
            var mark = mark(step.consequence());
            return after.equals(letters(state)) ? (mark.isEmpty() ? "." : mark) : after + mark;
        } catch (IllegalOrderCommand e) {
            return "illegal";
        }
    }

    private static String mark(Consequence consequence) {
        return switch (consequence) {
            case Consequence.None _ -> "";
            case Consequence.Page _ -> "!";
            case Consequence.Halt _ -> "!!";
            case Consequence.Query _ -> "?";
            case Consequence.ResendCancel _ -> "+";
            case Consequence.Contradiction _ -> "x";
        };
    }

    /** The cells of a table: a heading of states, then a row for each input. */
    static Map<String, String> parse(String table) {
        var cells = new LinkedHashMap<String, String>();
        var lines = table.lines().filter(each -> !each.isBlank()).toList();
        var heading = words(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            var row = words(line);
            if (row.size() != heading.size() + 1) {
                throw new IllegalArgumentException("a row of another length: " + line);
            }
            for (int i = 0; i < heading.size(); i++) {
                cells.put(row.getFirst() + " | " + heading.get(i), row.get(i + 1));
            }
        }
        return cells;
    }

    private static List<String> words(String line) {
        return new ArrayList<>(List.of(line.strip().split("\\s+")));
    }
}
