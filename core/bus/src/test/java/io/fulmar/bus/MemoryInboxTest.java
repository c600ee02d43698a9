package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.Inbox.Arrival;
import io.fulmar.domain.OrderEvent.Approved;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MemoryInboxTest {
    @Test
    void arrivalsLeaveInTheirOrderAndNoFasterThanAsked() {
        var inbox = new MemoryInbox(10);
        for (int i = 0; i < 5; i++) {
            assertThat(inbox.offer(arrival(i))).isTrue();
        }
        var taken = new ArrayList<Arrival>();
        assertThat(inbox.drain(taken::add, 3)).isEqualTo(3);
        assertThat(inbox.drain(taken::add, 3)).isEqualTo(2);
        assertThat(inbox.drain(taken::add, 3)).isZero();
        assertThat(taken).extracting(Arrival::receiveTime).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void fullInboxRefusesUntilSomethingLeaves() {
        var inbox = new MemoryInbox(2);
        assertThat(inbox.capacity()).isEqualTo(2);
        assertThat(inbox.offer(arrival(1)) && inbox.offer(arrival(2))).isTrue();
        assertThat(inbox.offer(arrival(3))).isFalse();
        inbox.drain(_ -> {}, 1);
        assertThat(inbox.offer(arrival(4))).isTrue();
    }

    @Test
    void inboxWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new MemoryInbox(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deskTimeNeverRunsBack() {
        var clock = new EventClock(5);
        assertThat(clock.advance(9)).isEqualTo(9);
        assertThat(clock.advance(7)).isEqualTo(9);
        assertThat(clock.now()).isEqualTo(9);
    }

    private static Arrival arrival(long time) {
        return new Arrival(new Approved(1, false), time, time);
    }
}
