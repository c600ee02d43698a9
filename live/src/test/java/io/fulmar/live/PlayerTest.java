package io.fulmar.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Replay;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private Replay replay = Replay.of(List.of());
    private final List<String> heard = new ArrayList<>();
    private final Hand hand = new Hand();

    /** Time that passes only while somebody waits for it, and a little with every look. */
    private static final class Hand implements Player.Passing {
        private long now = 77;
        private long awaited;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void await(long nanos) {
            now += nanos;
            awaited = Math.max(awaited, nanos);
        }
    }

    /** Five trades, at 0, 1, 1, 3 and 600 seconds. */
    @BeforeEach
    void fill() {
        Lake lake = Lake.open(folder);
        Dataset trades = new Dataset("x", MadeUpFeed.MARKETS.getFirst().symbol(), Kind.Events.TRADES);
        Rows rows = new Rows(Kind.Events.TRADES, 5);
        for (long second : new long[] {0, 1, 1, 3, 600}) {
            long time = MadeUpFeed.START + second * SECOND;
            rows.trade(time, time, 5, 1, 1, rows.size());
        }
        try (DatasetWriter writer = lake.write(trades, new Scales(2, 2))) {
            writer.append(rows);
            writer.commit();
        }
        replay = Replay.of(List.of(lake.read(trades)));
    }

    @AfterEach
    void close() {
        replay.close();
    }

    private void hear() {
        heard.add(replay.rows().wholes("id")[replay.row()] + " at " + (hand.now - 77) / 1e9);
    }

    @Test
    void fullSpeedWaitsForNothing() {
        Player player = new Player(replay, new Pace.Full(), hand);
        assertThat(player.play(Long.MAX_VALUE, this::hear)).isEqualTo(5);
        assertThat(heard).containsExactly("0 at 0.0", "1 at 0.0", "2 at 0.0", "3 at 0.0", "4 at 0.0");
        assertThat(player.isOver()).isTrue();
        assertThat(player.play(1, this::hear)).isZero();
    }

    @Test
    void atAPaceEveryRowComesWhenItIsDue() {
        Player player = new Player(replay, new Pace.Times(2), hand);
        assertThat(player.play(Long.MAX_VALUE, this::hear)).isEqualTo(5);
        assertThat(heard).containsExactly("0 at 0.0", "1 at 0.5", "2 at 0.5", "3 at 1.5", "4 at 300.0");
        assertThat(hand.awaited).isEqualTo(50_000_000);
    }

    @Test
    void stepsGoOnWhereTheyWere() {
        Player player = new Player(replay, new Pace.Full(), hand);
        assertThat(player.play(1, this::hear)).isEqualTo(1);
        assertThat(player.play(2, this::hear)).isEqualTo(2);
        assertThat(player.isOver()).isFalse();
        assertThat(player.play(9, this::hear)).isEqualTo(2);
        assertThat(heard).hasSize(5);
    }

    @Test
    void pauseLosesNoRowAndTheReplayGoesOnFromThere() {
        Player[] player = new Player[1];
        Player.Passing pausing = new Player.Passing() {
            @Override
            public long nanos() {
                return hand.now;
            }

            @Override
            public void await(long nanos) {
                hand.await(nanos);
                if (hand.now > 5 * SECOND && heard.size() == 4) {
                    player[0].pause();
                }
            }
        };
        player[0] = new Player(replay, new Pace.Times(1), pausing);
        assertThat(player[0].play(Long.MAX_VALUE, this::hear)).isEqualTo(4);
        assertThat(player[0].isOver()).isFalse();
        hand.now = 77 + 1_000 * SECOND;
        assertThat(player[0].play(Long.MAX_VALUE, this::hear)).isEqualTo(1);
        assertThat(heard).endsWith("3 at 3.0", "4 at 1000.0");
    }

    @Test
    void stopIsFinal() {
        Player[] player = new Player[1];
        player[0] = new Player(replay, new Pace.Full(), hand);
        assertThat(player[0].play(Long.MAX_VALUE, () -> player[0].stop())).isEqualTo(1);
        assertThat(player[0].isOver()).isTrue();
        assertThat(player[0].play(Long.MAX_VALUE, this::hear)).isZero();
    }

    @Test
    void paceIsAboveNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Times(Double.NaN));
    }
}
