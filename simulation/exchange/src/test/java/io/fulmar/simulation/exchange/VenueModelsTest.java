package io.fulmar.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueModelsTest {
    @Test
    void feesFollowTheTiersOfThirtyDays() {
        var schedule = new FeeSchedule(List.of(
                new FeeSchedule.Tier(0, Rate.ofBasisPoints("10"), Rate.ofBasisPoints("5")),
                new FeeSchedule.Tier(1_000_000, Rate.ofBasisPoints("4"), Rate.ofBasisPoints("-1"))));
        long day = 86_400_000_000_000L;

        assertThat(schedule.charge(600_000, false, 0)).isEqualTo(600);
        assertThat(schedule.charge(600_000, true, day))
                .as("600,000 so far: still the first tier")
                .isEqualTo(300);
        assertThat(schedule.charge(1_000_000, false, 2 * day)).isEqualTo(400);
        assertThat(schedule.charge(1_000_000, true, 2 * day)).as("a rebate").isEqualTo(-100);
        assertThat(schedule.charge(1_000_000, false, 31 * day))
                .as("day 1 and before are gone")
                .isEqualTo(400);
        assertThat(schedule.charge(1_000, false, 62 * day)).isEqualTo(1);
        assertThatThrownBy(() -> new FeeSchedule(List.of(new FeeSchedule.Tier(5, Rate.ZERO, Rate.ZERO))))
                .hasMessageContaining("begin at 0");
    }

    @Test
    void measuredLatenciesAreDrawnFromTheSamplesByTheSeed() {
        long[] samples = {30, 10, 20};
        var one = new MeasuredLatency(samples, samples, 5);
        var two = new MeasuredLatency(samples, samples, 5);
        int[] seen = new int[4];
        for (int i = 0; i < 3_000; i++) {
            long entry = one.entryNanos(i);
            assertThat(two.entryNanos(0)).isEqualTo(entry);
            assertThat(entry).isIn(10L, 20L, 30L);
            seen[(int) entry / 10]++;
            assertThat(one.responseNanos(i)).isEqualTo(two.responseNanos(0)).isIn(10L, 20L, 30L);
        }
        assertThat(one.entryNanosMin()).isEqualTo(10);
        assertThat(seen[1]).isBetween(800, 1200);
        assertThat(seen[3]).isBetween(800, 1200);
        assertThatThrownBy(() -> new MeasuredLatency(new long[0], samples, 1)).hasMessageContaining("samples of entry");
    }

    @Test
    void everyShapeOfProbabilityShareCancelsBetweenThoseAheadAndThoseBehind() {
        for (ProbabilityQueue queue : List.of(
                ProbabilityQueue.power(2),
                ProbabilityQueue.powerOfAll(2),
                ProbabilityQueue.powerOfShare(2),
                ProbabilityQueue.log(1),
                ProbabilityQueue.logOfAll(1))) {
            var place = new QueueModel.Place();
            queue.join(place, 60);
            queue.changed(place, 60, 100);
            assertThat(place.ahead()).as("what came, came behind").isEqualTo(60);
            queue.changed(place, 100, 80);
            assertThat(place.ahead()).as("%s", queue).isBetween(40.0, 60.0);
            queue.traded(place, 10);
            double before = place.ahead();
            queue.changed(place, 80, 70);
            assertThat(place.ahead())
                    .as("the trade's own share is not counted again")
                    .isEqualTo(before);
            queue.changed(place, 70, 5);
            assertThat(place.ahead()).as("no more ahead than there is").isLessThanOrEqualTo(5);
        }
    }

    @Test
    void powerSharesByTheSquares() {
        var place = new QueueModel.Place();
        var queue = ProbabilityQueue.power(2);
        queue.join(place, 30);
        queue.changed(place, 30, 40);
        queue.changed(place, 40, 30);

        assertThat(place.ahead()).as("behind: 100 of 1000 parts").isEqualTo(30 - 0.9 * 10 + Math.min(10 - 0.1 * 10, 0));
    }
}
