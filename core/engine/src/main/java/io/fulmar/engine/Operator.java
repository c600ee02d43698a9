package io.fulmar.engine;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person's commands, carried out: each is journaled, folded and then acted upon, once. What a mode or a pause bars is barred where
 * signals are decided; here goes what has to happen at once.
 */
final class Operator {
    private final Desk desk;
    private final Orderly orderly;

    /** Entries that were cancelled so that an account is flat: should one have filled meanwhile, its position goes too. */
    private final Set<Long> unwanted = new TreeSet<>();

    Operator(Desk desk, Orderly orderly) {
        this.desk = desk;
        this.orderly = orderly;
    }

    void act(Command command) {
        if (desk.ledger.knows(command)) {
            return; // delivered once more
        }
        desk.record(command);
        switch (command) {
            case Command.SetMode set -> {
                if (set.mode() != Command.Mode.NORMAL) {
                    cancelEntries("the desk takes no new risk, by " + set.by());
                }
            }
            case Command.PauseSeat pause -> {
                if (pause.paused() && pause.seat() < desk.places().size()) {
                    cancelEntry(desk.place(pause.seat()), "its seat is paused, by " + pause.by());
                }
            }
            case Command.CancelAll all -> cancelAll("all orders are cancelled, by " + all.by());
            case Command.Flatten flatten -> flatten("flattened by " + flatten.by());
            case Command.ResumeInstrument ignored -> {} // the ledger has lifted the halt
        }
    }

    private void cancelEntries(String reason) {
        for (Place place : desk.places()) {
            cancelEntry(place, reason);
        }
    }

    private void cancelEntry(Place place, String reason) {
        orderly.withdraw(place, reason);
        for (long order : place.out.ids()) {
            orderly.cancel(order, reason);
        }
    }

    /** Stops and targets among them: whoever asks for this looks after the positions. */
    private void cancelAll(String reason) {
        for (Place place : desk.places()) {
            if (place.position.lots() != 0 && place.stopOrder + place.trailOrder != 0) {
                desk.watch.page("the position of seat " + place.seat.number() + " has no stop any more: " + reason);
            }
            cancelEntry(place, reason);
            orderly.protection.letGo(place.stopOrder);
            orderly.protection.letGo(place.trailOrder);
            for (long order : new long[] {place.stopOrder, place.trailOrder, place.targetOrder, place.exitOrder}) {
                if (order != 0) {
                    orderly.cancel(order, reason);
                }
            }
        }
    }

    private void flatten(String reason) {
        for (Place place : desk.places()) {
            for (long entry : place.entries()) {
                unwanted.add(entry);
            }
            for (long order : place.out.ids()) {
                unwanted.add(order);
            }
            cancelEntry(place, reason);
            close(place, reason);
        }
    }

    private void close(Place place, String reason) {
        if (place.position.lots() != 0 && place.exitOrder == 0) {
            orderly.close(place, Cause.OPERATOR, reason);
        }
    }

    /** An entry is over; {@code filled} when it was faster than its cancelling. */
    void entryOver(Place place, long order, boolean filled) {
        if (!unwanted.isEmpty() && unwanted.remove(order) && filled) {
            close(place, "its entry filled while it was being cancelled");
        }
    }
}
