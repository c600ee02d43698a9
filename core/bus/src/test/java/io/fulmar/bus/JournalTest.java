package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.BusException.Fault;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.OrderEvent.Approved;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final MemoryLog log = new MemoryLog();

    @Test
    void eventsComeBackWithTheirEnvelopes() {
        var journal = new Journal(log, 7, 2);
        var written = new ArrayList<Event>();
        var events = new Events(5);
        for (int i = 1; i <= 500; i++) {
            written.add(events.next());
            assertThat(journal.append(written.getLast(), i * 10L, i * 10L + 1, i / 2))
                    .isEqualTo(i);
        }
        var read = new ArrayList<Event>();
        journal.read(1, (envelope, event) -> {
            long i = read.size() + 1L;
            assertThat(envelope).isEqualTo(new Envelope(7, 2, i, i * 10, i * 10 + 1, i / 2, Codec.VERSION));
            read.add(event);
        });
        assertThat(read).isEqualTo(written);
        assertThat(journal.last()).isEqualTo(500);

        var tail = new ArrayList<Event>();
        Journal.read(log, 498, (envelope, event) -> tail.add(event));
        assertThat(tail).isEqualTo(written.subList(497, 500));

        var fills = new ArrayList<Event>();
        Journal.read(log, 1, Template.all(Template.Family.FILL), (envelope, event) -> fills.add(event));
        assertThat(fills)
                .isNotEmpty()
                .isEqualTo(written.stream()
                        .filter(event -> event instanceof FillEvent)
                        .toList());
    }

    @Test
    void causeComesBeforeItsEffect() {
        var journal = new Journal(log, 1, 1);
        assertThatThrownBy(() -> journal.append(new Approved(1, false), 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.append(new Approved(1, false), 0, 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.last()).isZero();
    }

    @Test
    void journalOfALowerEpochIsFenced() {
        var zombie = new Journal(log, 1, 1);
        zombie.append(new Approved(1, false), 0, 0, 0);
        var successor = new Journal(log, 1, 2);
        assertThatThrownBy(() -> zombie.append(new Approved(2, false), 0, 0, 0))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FENCED));
        assertThat(successor.append(new Approved(2, false), 0, 0, 1)).isEqualTo(2);
    }

    @Test
    void recordUnderAnothersSequenceIsCorrupt() {
        var journal = new Journal(log, 1, 1);
        journal.append(new Approved(1, false), 0, 0, 0);
        var other = new MemoryLog();
        other.claim(1);
        log.read(1, (sequence, bytes, offset, length) -> {
            byte[] copy = new byte[length];
            bytes.get(offset, copy);
            other.append(1, copy, 0, length);
            other.append(1, copy, 0, length);
            return true;
        });
        assertThatThrownBy(() -> Journal.read(other, 1, (envelope, event) -> {}))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CORRUPT));
    }
}
