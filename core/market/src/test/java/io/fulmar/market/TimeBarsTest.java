package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeBarsTest {
    private static final long MINUTE = Timeframe.MINUTE.nanos();
    private static final Timeframe FIVE_MINUTES = Timeframe.parse("5m");

    record Row(long openTime, long open, long high, long low, long close, double volume) {}

    @Test
    void foldsFirstMaxMinLastAndSum() {
        var bars = bars(
                Timeframe.MINUTE,
                List.of(
                        new Row(0, 10, 12, 9, 11, 1.5),
                        new Row(MINUTE, 11, 15, 11, 14, 2),
                        new Row(4 * MINUTE, 14, 14, 8, 9, 0.25)));
        assertThat(rows(TimeBars.fold(bars, FIVE_MINUTES))).containsExactly(new Row(0, 10, 15, 8, 9, 3.75));
    }

    @Test
    void dropsAFirstBarThatDoesNotBeginAtItsBoundary() {
        var bars = bars(
                Timeframe.MINUTE,
                List.of(flat(3 * MINUTE, 7), flat(4 * MINUTE, 8), flat(5 * MINUTE, 9), flat(9 * MINUTE, 10)));
        var fold = new TimeBars(Timeframe.MINUTE, FIVE_MINUTES);
        var out = new Bars(FIVE_MINUTES, 0);
        fold.take(bars, 0, 1, out);
        assertThat(fold.dropped()).isEqualTo(1);
        assertThat(fold.pending()).isZero();
        fold.take(bars, 1, bars.size(), out);
        assertThat(fold.dropped()).isEqualTo(2);
        assertThat(rows(out)).containsExactly(new Row(5 * MINUTE, 9, 10, 9, 10, 2));
    }

    @Test
    void endKeepsALastBarWithMissingRowsButNoIncompleteFirst() {
        var kept = new Bars(FIVE_MINUTES, 0);
        var fold = new TimeBars(Timeframe.MINUTE, FIVE_MINUTES);
        fold.take(bars(Timeframe.MINUTE, List.of(flat(5 * MINUTE, 9), flat(6 * MINUTE, 10))), 0, 2, kept);
        assertThat(kept.isEmpty()).isTrue();
        fold.end(kept);
        fold.end(kept);
        assertThat(rows(kept)).containsExactly(new Row(5 * MINUTE, 9, 10, 9, 10, 2));

        var none = new Bars(FIVE_MINUTES, 0);
        var first = new TimeBars(Timeframe.MINUTE, FIVE_MINUTES);
        first.take(bars(Timeframe.MINUTE, List.of(flat(MINUTE, 1))), 0, 1, none);
        first.end(none);
        assertThat(none.isEmpty()).isTrue();
        assertThat(first.dropped()).isEqualTo(1);
    }

    @Test
    void keepsAnUnfinishedLastBarPending() {
        var fold = new TimeBars(Timeframe.MINUTE, FIVE_MINUTES);
        var out = new Bars(FIVE_MINUTES, 0);
        fold.take(bars(Timeframe.MINUTE, List.of(flat(0, 1), flat(MINUTE, 2), flat(3 * MINUTE, 3))), 0, 3, out);
        assertThat(out.isEmpty()).isTrue();
        assertThat(fold.pending()).isEqualTo(3);
        fold.take(bars(Timeframe.MINUTE, List.of(flat(6 * MINUTE, 9))), 0, 1, out);
        assertThat(rows(out)).containsExactly(new Row(0, 1, 3, 1, 3, 3));
        assertThat(fold.pending()).isEqualTo(1);
    }

    @Test
    void weeksBeginOnMonday() {
        long monday = 4 * Timeframe.DAY.nanos();
        var days = new ArrayList<Row>();
        for (int day = 0; day < 14; day++) {
            days.add(flat(day * Timeframe.DAY.nanos(), 100 + day));
        }
        var weeks = TimeBars.fold(bars(Timeframe.DAY, days), Timeframe.WEEK);
        assertThat(rows(weeks)).containsExactly(new Row(monday, 104, 110, 104, 110, 7));
    }

    @Test
    void sameTimeframeChangesNothing() {
        var bars = bars(Timeframe.MINUTE, List.of(flat(MINUTE, 5), flat(3 * MINUTE, 6)));
        assertThat(rows(TimeBars.fold(bars, Timeframe.MINUTE))).isEqualTo(rows(bars));
    }

    @Test
    void refusesWhatCannotBeFolded() {
        assertThatThrownBy(() -> new TimeBars(FIVE_MINUTES, Timeframe.parse("7m")))
                .hasMessage("bars of 7m cannot be made of bars of 5m: it does not divide them");
        assertThatThrownBy(() -> new TimeBars(Timeframe.HOUR, FIVE_MINUTES)).hasMessageContaining("does not divide");
        var misaligned = bars(Timeframe.MINUTE, List.of(flat(30, 5)));
        assertThatThrownBy(() -> TimeBars.fold(misaligned, FIVE_MINUTES)).hasMessageContaining("boundary of 1m");
        var backwards = bars(Timeframe.MINUTE, List.of(flat(MINUTE, 5), flat(0, 5)));
        assertThatThrownBy(() -> TimeBars.fold(backwards, FIVE_MINUTES)).hasMessageContaining("after one at");
    }

    @Test
    void equalsItsSlowTwinForAnySplit() {
        var frames = List.of("1m", "5m", "1h", "4h", "1d", "1w");
        for (long seed = 0; seed < 400; seed++) {
            var random = new SplittableRandom(seed);
            int from = random.nextInt(frames.size());
            var finer = Timeframe.parse(frames.get(from));
            var coarser = Timeframe.parse(frames.get(random.nextInt(from, frames.size())));
            var rows = randomRows(random, finer);
            var bars = bars(finer, rows);
            var expected = slowTwin(rows, finer, coarser);

            assertThat(rows(TimeBars.fold(bars, coarser))).as("seed %d", seed).isEqualTo(expected);

            var fold = new TimeBars(finer, coarser);
            var out = new Bars(coarser, 0);
            for (int i = 0; i < bars.size(); ) {
                int to = Math.min(bars.size(), i + random.nextInt(1, 20));
                fold.take(bars, i, to, out);
                i = to;
            }
            assertThat(rows(out)).as("seed %d in blocks", seed).isEqualTo(expected);
        }
    }

    private static List<Row> randomRows(SplittableRandom random, Timeframe finer) {
        var rows = new ArrayList<Row>();
        long time = finer.floor(random.nextLong(-2_000_000_000_000_000_000L, 2_000_000_000_000_000_000L));
        int count = random.nextInt(0, 200);
        for (int i = 0; i < count; i++) {
            long low = random.nextLong(1, 1000);
            long high = low + random.nextLong(0, 50);
            rows.add(new Row(
                    time,
                    random.nextLong(low, high + 1),
                    high,
                    low,
                    random.nextLong(low, high + 1),
                    random.nextDouble()));
            time += finer.nanos() * (random.nextInt(8) == 0 ? random.nextInt(1, 90) : 1);
        }
        return rows;
    }

    /** The definition, said with groups: by boundary, without a first group that begins late and a last one nobody finished. */
    private static List<Row> slowTwin(List<Row> rows, Timeframe finer, Timeframe coarser) {
        var groups = new TreeMap<Long, List<Row>>();
        rows.forEach(row -> groups.computeIfAbsent(coarser.floor(row.openTime()), _ -> new ArrayList<>())
                .add(row));
        var folded = new ArrayList<Row>();
        groups.forEach((start, group) -> {
            boolean late = start.equals(groups.firstKey()) && group.getFirst().openTime() != start;
            boolean unfinished = start.equals(groups.lastKey())
                    && group.getLast().openTime() + finer.nanos() != start + coarser.nanos();
            if (!late && !unfinished) {
                folded.add(new Row(
                        start,
                        group.getFirst().open(),
                        group.stream().mapToLong(Row::high).max().orElseThrow(),
                        group.stream().mapToLong(Row::low).min().orElseThrow(),
                        group.getLast().close(),
                        group.stream().map(Row::volume).reduce(0.0, Double::sum)));
            }
        });
        return folded;
    }

    private static Row flat(long openTime, long price) {
        return new Row(openTime, price, price, price, price, 1);
    }

    private static Bars bars(Timeframe timeframe, List<Row> rows) {
        var bars = new Bars(timeframe, 0);
        rows.forEach(r -> bars.append(r.openTime(), r.open(), r.high(), r.low(), r.close(), r.volume()));
        return bars;
    }

    private static List<Row> rows(Bars bars) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < bars.size(); i++) {
            rows.add(new Row(
                    bars.openTime(i),
                    bars.opens()[i],
                    bars.highs()[i],
                    bars.lows()[i],
                    bars.closes()[i],
                    bars.volumes()[i]));
        }
        return rows;
    }
}
