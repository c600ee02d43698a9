package io.fulmar.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulmar.market.Flow;
import io.fulmar.market.Impossible;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Replay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final Recorder.Bounds BOUNDS = new Recorder.Bounds(1_000, 500);

    @TempDir
    Path folder;

    private static List<String> replayed(Lake lake) {
        Told told = new Told();
        List<Dataset> streams =
                lake.catalogue().stream().map(DatasetState::dataset).toList();
        try (Replay replay = Replay.of(streams.stream().map(lake::read).toList())) {
            LakeFeed feed = new LakeFeed(replay);
            assertThat(feed.markets()).isEqualTo(MadeUpFeed.MARKETS);
            while (replay.next()) {
                feed.tell(told);
            }
        }
        return told.lines;
    }

    /** Rows of one moment come by stream, so lines are compared sorted by moment and text. */
    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    @Test
    void whatWasRecordedIsReplayedAsItWasHeard() {
        for (int seed = 1; seed <= 2; seed++) {
            Lake lake = Lake.open(folder.resolve("lake" + seed));
            MadeUpFeed feed = new MadeUpFeed(seed);
            Told told = new Told();
            for (int session = 0; session < 3; session++) {
                try (Recorder recorder = new Recorder(lake, MadeUpFeed.MARKETS, BOUNDS, () -> feed.now)) {
                    feed.tell(700, new Both(told, recorder));
                    assertThat(recorder.refused()).isEmpty();
                }
            }
            assertThat(sorted(replayed(lake))).as("seed " + seed).isEqualTo(sorted(told.lines));
        }
    }

    @Test
    void crashCostsNoMoreThanTheBounds() {
        for (int seed = 1; seed <= 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lake lake = Lake.open(folder.resolve("crash" + seed));
            MadeUpFeed feed = new MadeUpFeed(seed);
            Told told = new Told();
            Recorder.Bounds bounds = new Recorder.Bounds(random.nextInt(1, 300), random.nextInt(1, 200));
            try (Recorder recorder = new Recorder(lake, MadeUpFeed.MARKETS, bounds, () -> feed.now)) {
                feed.tell(random.nextInt(100, 900), new Both(told, recorder));
                List<String> kept = replayed(lake, !told.lines.isEmpty() && recorder.commits() > 0);
                int lost = told.lines.size() - kept.size();
                assertThat(lost)
                        .as("seed " + seed)
                        .isEqualTo(recorder.waiting())
                        .isLessThan(bounds.rows());
                assertThat(sorted(kept)).isEqualTo(sorted(told.lines.subList(0, kept.size())));
            }
        }
    }

    private static List<String> replayed(Lake lake, boolean anything) {
        if (!anything) {
            return List.of();
        }
        Told told = new Told();
        List<Dataset> streams =
                lake.catalogue().stream().map(DatasetState::dataset).toList();
        try (Replay replay = Replay.of(streams.stream().map(lake::read).toList())) {
            LakeFeed feed = new LakeFeed(replay);
            while (replay.next()) {
                feed.tell(told);
            }
        }
        return told.lines;
    }

    @Test
    void timeAloneCommitsWhenTheHostSaysTurn() {
        Lake lake = Lake.open(folder);
        long[] now = {MadeUpFeed.START};
        try (Recorder recorder = new Recorder(lake, MadeUpFeed.MARKETS, BOUNDS, () -> now[0])) {
            recorder.trade(0, now[0], now[0], 1, 100, 5, 1);
            now[0] += 999_999_999;
            recorder.turn();
            assertThat(recorder.waiting()).isEqualTo(1);
            now[0]++;
            recorder.turn();
            assertThat(recorder.waiting()).isZero();
            assertThat(lake.catalogue().getFirst().rows()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeIsRefusedAndCounted() {
        Lake lake = Lake.open(folder);
        long now = MadeUpFeed.START;
        try (Recorder recorder = new Recorder(lake, MadeUpFeed.MARKETS, BOUNDS, () -> now)) {
            recorder.trade(0, now, now, 1, 100, 5, 1);
            recorder.trade(0, now, now, 1, 0, 5, 2);
            recorder.trade(0, now, now, 1, 100, -5, 3);
            recorder.trade(0, now - 1, now, 1, 100, 5, 4);
            recorder.trade(0, now + 61_000_000_000L, now, 1, 100, 5, 5);
            recorder.quote(0, now, now, 101, 1, 100, 1);
            recorder.quote(0, now, now, 100, 1, 101, 1);
            recorder.book(0, now, now, Flow.BID | Flow.LAST, 1L << 51, 1, 1);
            recorder.mark(0, now, 100, 0);
            recorder.mark(0, now, 101, 0);
            assertThat(recorder.recorded()).isEqualTo(3);
            assertThat(recorder.refused())
                    .isEqualTo(Map.of(
                            Impossible.PRICE_NOT_POSITIVE, 1L,
                            Impossible.QUANTITY_IMPOSSIBLE, 1L,
                            Impossible.TIME_BACKWARDS, 2L,
                            Impossible.TIME_IN_FUTURE, 1L,
                            Impossible.BOOK_CROSSED, 1L,
                            Impossible.TOO_LARGE, 1L));
        }
        assertThat(lake.catalogue().stream().map(each -> each.dataset().kind()))
                .containsExactly(Kind.Events.MARK, Kind.Events.QUOTES, Kind.Events.TRADES);
    }

    @Test
    void whatWasRecordedBeforeIsNotRecordedAgain() {
        Lake lake = Lake.open(folder);
        long now = MadeUpFeed.START;
        for (int session = 0; session < 2; session++) {
            try (Recorder recorder = new Recorder(lake, MadeUpFeed.MARKETS, BOUNDS, () -> now)) {
                recorder.mark(0, now, 100, 0);
            }
        }
        assertThat(lake.catalogue().getFirst().rows()).isEqualTo(1);
    }

    @Test
    void boundsHaveBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recorder.Bounds(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recorder.Bounds(1, 0));
    }
}
