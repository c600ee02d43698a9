package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.research.robustness.Track;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The desk says so when a single bit of a track is not its own. */
class RecheckTest {
    private static final Study STUDY =
            Samples.study(RandomBars.bars(new SplittableRandom(5), 4_000), Crosses.class, 101);

    @Test
    void whatTheFastTierDoesIsWhatTheDeskDoes() {
        assertThat(new Recheck(STUDY).differences(List.of(new Crosses.P(3, 20), new Crosses.P(5, 100))))
                .isEmpty();
    }

    @Test
    void oneBitIsSeen() {
        List<Consumer<Track>> changes = List.of(
                track -> track.trades--,
                track -> track.openTrades++,
                track -> track.finalEquity++,
                track -> track.fees++,
                track -> track.maxDrawdown = Math.nextUp(track.maxDrawdown),
                track -> track.entryBar[3]++,
                track -> track.exitBar[3]++,
                track -> track.pnl[7]++,
                track -> track.equityBefore[7]--,
                track -> track.costs[2]++,
                track -> track.dailyEquity[track.days - 1]++,
                track -> track.barsInMarket++);
        Evaluator evaluator = new Evaluators(STUDY).evaluator();
        Recheck recheck = new Recheck(STUDY);
        Crosses.P parameters = new Crosses.P(3, 20);
        for (Consumer<Track> change : changes) {
            evaluator.evaluate(List.of(parameters), (index, track, tier, reason) -> {
                assertThat(tier).isEqualTo(Tier.S);
                assertThat(recheck.difference(parameters, track)).isEmpty();
                change.accept(track);
                assertThat(recheck.difference(parameters, track)).isPresent();
            });
        }
    }
}
