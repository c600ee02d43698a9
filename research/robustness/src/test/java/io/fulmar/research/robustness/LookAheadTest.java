package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookAheadTest {
    private static final Bars BARS = Markets.walk(5, 4_000);

    @BeforeEach
    void nobodyKnowsAnything() {
        Cheats.Rememberer.SEEN.clear();
        Cheats.Clairvoyant.closes = new long[0];
    }

    private static BacktestSetup setup(Class<?> type) {
        return Markets.setup(BARS, type, new Cheats.None());
    }

    private static LookAhead lookAhead(Class<?> type) {
        BacktestSetup setup = setup(type);
        return new LookAhead(setup, Markets.run(setup).log(), Markets::run);
    }

    @Test
    void whoLooksOnlyBackDecidesTheSameOnShorterData() {
        LookAhead.Result result = lookAhead(Cheats.Honest.class).at(12, 1);
        assertThat(result.findings()).isEmpty();
        assertThat(result.cuts()).isEqualTo(12);
        assertThat(result.decisions()).isGreaterThan(100);
    }

    @Test
    void whatAnEarlierRunLeftBehindIsFound() {
        LookAhead.Result result = lookAhead(Cheats.Rememberer.class).at(3, 1);
        assertThat(result.clean()).isFalse();
        LookAhead.Finding first = result.findings().getFirst();
        assertThat(first.whole()).as("when it knew nothing yet").isEqualTo("nothing");
        assertThat(first.shortened()).contains("BUY");
    }

    @Test
    void theSampleOfEveryBacktestFindsItToo() {
        LookAhead.Result result = lookAhead(Cheats.Rememberer.class).sample();
        assertThat(result.clean()).isFalse();
        assertThat(result.bars()).as("a twentieth of the bars").isBetween(1L, 200L);
        assertThat(lookAhead(Cheats.Honest.class).sample().clean()).isTrue();
    }

    @Test
    void theShortenedDataHoldNothingBehindTheCut() {
        BacktestSetup shortened = LookAhead.shortened(setup(Cheats.Honest.class), BARS.closeTime(99));
        Bars bars = shortened.markets().getFirst().bars();
        assertThat(bars.size()).isEqualTo(100);
        assertThat(bars.closes()).hasSize(100);
    }

    @Test
    void whoBringsTheFutureAlongIsRightAboutAMarketItWasNotShown() {
        Cheats.Clairvoyant.closes = Arrays.copyOf(BARS.closes(), BARS.size());
        assertThat(lookAhead(Cheats.Clairvoyant.class).at(5, 1).clean())
                .as("shorter data change nothing for it: its knowledge is its own")
                .isTrue();
        Stream.of(Cheats.Clairvoyant.class, Cheats.HalfClairvoyant.class).forEach(type -> {
            Clairvoyance.Result result = new Clairvoyance(setup(type), Markets::run).on(3, 1);
            assertThat(result.clean()).as("%s %s", type, result).isFalse();
            assertThat(result.score()).as("%s", type).isGreaterThan(10);
        });
    }

    @Test
    void whoDecidesByWhatItIsShownKnowsNothingOfAnotherMarket() {
        for (int seed = 0; seed < 10; seed++) {
            Clairvoyance.Result result = new Clairvoyance(setup(Cheats.Honest.class), Markets::run).on(3, seed);
            assertThat(result.trades()).isGreaterThan(50);
            assertThat(result.clean()).as("seed %s %s", seed, result).isTrue();
            assertThat(result.score()).as("seed %s", seed).isLessThan(4);
        }
    }

    @Test
    void drawnMarketsKeepTimesAndShapesOfBars() {
        Bars drawn = PricePaths.draw(BARS, 60, 3, 1);
        assertThat(drawn.size()).isEqualTo(BARS.size());
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.openTime(i)).isEqualTo(BARS.openTime(i));
            assertThat(drawn.lows()[i]).isPositive().isLessThanOrEqualTo(Math.min(drawn.opens()[i], drawn.closes()[i]));
            assertThat(drawn.highs()[i]).isGreaterThanOrEqualTo(Math.max(drawn.opens()[i], drawn.closes()[i]));
        }
        assertThat(PricePaths.draw(BARS, 60, 3, 1).closes()).isEqualTo(drawn.closes());
        assertThat(PricePaths.draw(BARS, 60, 3, 2).closes()).isNotEqualTo(drawn.closes());
    }

    @Test
    void aBlockIsADayOrTwoWarmUpsAndAtMostATenthOfTheData() {
        assertThat(PricePaths.meanBlock(BARS, 10)).isEqualTo(400);
        Bars year = Markets.walk(1, 100_000);
        assertThat(PricePaths.meanBlock(year, 10)).isEqualTo(1_440);
        assertThat(PricePaths.meanBlock(year, 2_000)).isEqualTo(4_000);
    }
}
