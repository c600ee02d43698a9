package io.fulmar.engine;

import io.fulmar.bus.Envelope;
import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.domain.Command;
import io.fulmar.domain.Event;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.RunEvent;
import io.fulmar.execution.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log that accepts only what stands in another at the same place. */
final class Lockstep implements Log {
    record Entry(Envelope envelope, Event event) {}

    /** Ends the run at the first difference; it carries nothing but that. */
    @SuppressWarnings("serial") // never leaves the JVM
    static final class Parted extends RuntimeException {
        final Verification.Differs difference;

        Parted(Verification.Differs difference) {
            super("the runs part at event " + difference.sequence(), null, false, false);
            this.difference = difference;
        }
    }

    private final List<Entry> recorded = new ArrayList<>();
    private final Log decided = new MemoryLog();

    Lockstep(Log log) {
        Journal.read(log, 1, (envelope, event) -> recorded.add(new Entry(envelope, event)));
    }

    /** All that was recorded. */
    List<Entry> recorded() {
        return recorded;
    }

    long epoch() {
        return recorded.isEmpty() ? 1 : recorded.get(0).envelope().epoch();
    }

    /** What a person asked for, in order. */
    List<Entry> commands() {
        return recorded.stream()
                .filter(entry -> entry.event() instanceof Command)
                .toList();
    }

    /** What the venue held itself: everything that we did not have to hold for it. */
    Capabilities capabilities() {
        Map<Long, OrderKind> awaited = new HashMap<>();
        List<OrderKind> held = new ArrayList<>();
        for (Entry entry : recorded) {
            switch (entry.event()) {
                case OrderEvent.Intended intent -> {
                    awaited.put(intent.order(), intent.terms().kind());
                    if (intent.approval() == OrderEvent.Approval.ARMED) {
                        held.add(intent.terms().kind());
                    }
                }
                case OrderEvent.Approved approved -> {
                    OrderKind kind = awaited.get(approved.order());
                    if (approved.armed() && kind != null) {
                        held.add(kind);
                    }
                }
                default -> {} // nothing about who holds an order
            }
        }
        return new Capabilities(
                held.stream().noneMatch(kind -> kind instanceof OrderKind.Stop || kind instanceof OrderKind.StopLimit),
                held.stream().noneMatch(kind -> kind instanceof OrderKind.TakeProfit),
                held.stream().noneMatch(kind -> kind instanceof OrderKind.TrailingStop));
    }

    /** What comes next in the record. */
    Optional<Entry> next() {
        int index = (int) decided.last();
        return index < recorded.size() ? Optional.of(recorded.get(index)) : Optional.empty();
    }

    /** When what was decided last was decided, as the record has it. */
    long timeOfLast() {
        int index = (int) decided.last();
        return index == 0 ? Long.MIN_VALUE : recorded.get(index - 1).envelope().receiveTime();
    }

    @Override
    public long append(long writer, byte[] bytes, int offset, int length) {
        long sequence = decided.append(writer, bytes, offset, length);
        List<Event> now = new ArrayList<>(1);
        Journal.read(decided, sequence, (envelope, event) -> now.add(event));
        Event event = now.get(0);
        if (sequence > recorded.size()) {
            throw new Parted(new Verification.Differs(sequence, "nothing more", event.toString()));
        }
        Event then = recorded.get((int) sequence - 1).event();
        boolean newCode = then instanceof RunEvent.SeatTaken && event instanceof RunEvent.SeatTaken;
        if (!newCode && !then.equals(event)) {
            throw new Parted(new Verification.Differs(sequence, then.toString(), event.toString()));
        }
        return sequence;
    }

    Verification finish() {
        return next().<Verification>map(entry -> new Verification.Differs(
                        decided.last() + 1, entry.event().toString(), "nothing more"))
                .orElseGet(() -> new Verification.Same(decided.last()));
    }

    @Override
    public void claim(long epoch) {
        decided.claim(epoch);
    }

    @Override
    public long last() {
        return decided.last();
    }

    @Override
    public long committed() {
        return decided.committed();
    }

    @Override
    public void read(long from, Reader reader) {
        decided.read(from, reader);
    }
}
