package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Event;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.Rejected;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashesTest {
    private static final CancelAsked ONE = new CancelAsked(1, 10, "a");
    private static final CancelAsked TWO = new CancelAsked(2, 20, "b");

    @Test
    void sameDecisionsAtAnotherTimeHashTheSame() {
        assertThat(decisions(9_999, ONE, TWO)).isEqualTo(decisions(0, ONE, TWO)).hasSize(64);
    }

    @Test
    void whatWasReportedInBetweenDoesNotCount() {
        var told = new Acknowledged(1, "v");
        assertThat(decisions(0, told, ONE, told, TWO, new Rejected(3, "no"))).isEqualTo(decisions(0, ONE, TWO));
    }

    @Test
    void everyDifferenceInADecisionCounts() {
        var hashes = new HashSet<String>();
        hashes.add(decisions(0));
        hashes.add(decisions(0, ONE));
        hashes.add(decisions(0, ONE, TWO));
        hashes.add(decisions(0, TWO, ONE));
        hashes.add(decisions(0, ONE, new CancelAsked(2, 21, "b")));
        hashes.add(decisions(0, ONE, new CancelAsked(2, 20, "c")));
        hashes.add(decisions(0, ONE, new CancelAsked(3, 20, "b")));
        assertThat(hashes).hasSize(7);
    }

    @Test
    void rangeIsInclusiveAndTemplatesAreChosen() {
        var log = log(0, ONE, new Rejected(1, "no"), TWO, new Rejected(2, "no"));
        assertThat(Hashes.of(log, 2, 3, Template::decision)).isEqualTo(decisions(0, TWO));
        assertThat(Hashes.of(log, 1, 2, each -> each == Template.REJECTED))
                .isEqualTo(Hashes.of(log(5, new Rejected(1, "no")), each -> true));
        assertThat(Hashes.of(log, each -> each.family() == Template.Family.FILL))
                .isEqualTo(decisions(0));
    }

    @Test
    void hashIsAPromiseAcrossVersionsAndMachines() {
        assertThat(decisions(0, ONE, TWO))
                .isEqualTo("05ae6304fe19d216d4993c8372bac61bd0bdee86d0754822a4354a4a5be592a3");
    }

    private static String decisions(long time, Event... events) {
        return Hashes.ofDecisions(log(time, events));
    }

    private static MemoryLog log(long time, Event... events) {
        var log = new MemoryLog();
        var journal = new Journal(log, 1, 1);
        List.of(events).forEach(event -> journal.append(event, time, time + 1, 0));
        return log;
    }
}
