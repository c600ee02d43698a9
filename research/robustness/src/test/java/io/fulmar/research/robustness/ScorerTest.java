package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final double YEARS = 1;
    private static final int DAYS = 366;

    private static Score score(Track track, int paths, long seed) {
        Score score = new Score();
        new Scoring(Objective.ROBUST, paths, seed, YEARS).scorer().score(track, score);
        return score;
    }

    private static Track track(double... returns) {
        return Tracks.of(returns, 0.0004, DAYS);
    }

    private static List<Double> figures(Score score) {
        return List.of(
                score.score,
                score.growthBound,
                score.growth01,
                score.growth50,
                score.growth99,
                score.drawdown95,
                score.consistency,
                score.rolling,
                (double) score.reasons,
                (double) score.blockLength);
    }

    @Test
    void agreesWithTheSlowTwinToTheBitInEveryPercentile() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(30, 700);
            int paths = random.nextInt(1, 300);
            Track track = track(Tracks.returns(random, n, 0.004, 0.01, random.nextDouble(-0.3, 0.8)));
            Score score = score(track, paths, seed);
            if (!score.eligible) continue;
            SlowScore slow = new SlowScore(track, paths, seed, YEARS, score.blockLength);
            assertThat(score.growth01).as("seed %s", seed).isEqualTo(SlowScore.quantile(slow.growth, 1));
            assertThat(score.growth50).as("seed %s", seed).isEqualTo(SlowScore.quantile(slow.growth, 50));
            assertThat(score.growth99).as("seed %s", seed).isEqualTo(SlowScore.quantile(slow.growth, 99));
            assertThat(score.drawdown95).as("seed %s", seed).isEqualTo(SlowScore.quantile(slow.drawdowns, 95));
            assertThat(score.consistency).as("seed %s", seed).isEqualTo(slow.meanConsistency, within(1e-12));
            assertThat(score.rolling).as("seed %s", seed).isEqualTo(slow.rolling);
            assertThat(score.growthBound).as("seed %s", seed).isEqualTo(slow.growthBound, within(1e-12));
            assertThat(score.score).as("seed %s", seed).isEqualTo(slow.score(), within(1e-11));
        }
    }

    @Test
    void drawsBeyondTheKeptSlabsAreTheSame() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 1_100;
        Draws many = new Draws(7, 20_000);
        assertThat(many.keeps(n / Draws.DRAWS)).isFalse();
        double[] factors = new double[n + 4];
        Arrays.setAll(factors, i -> i < n ? 1 + 0.01 * random.nextGaussian() : factors[i - n]);
        for (int block : new int[] {1, 4}) {
            Paths large = new Paths(many, 20_000);
            large.run(factors, n, block);
            Paths small = new Paths(new Draws(7, 128), 128);
            small.run(factors, n, block);
            assertThat(Arrays.copyOf(large.finals(), 128)).isEqualTo(small.finals());
        }
    }

    @Test
    void oneScorerAfterManyCandidatesScoresAsAFreshOne() {
        SplittableRandom random = new SplittableRandom(3);
        Scorer used = new Scoring(Objective.ROBUST, 100, 5, YEARS).scorer();
        Score score = new Score();
        for (int i = 0; i < 50; i++) {
            Track track = track(Tracks.returns(random, random.nextInt(0, 400), 0.003, 0.01, 0.2));
            used.score(track, score);
            Score fresh = score(track, 100, 5);
            assertThat(figures(score)).as("candidate %s", i).isEqualTo(figures(fresh));
        }
    }

    @Test
    void fiveLuckyTradesNeverWin() {
        SplittableRandom random = new SplittableRandom(11);
        double[] lucky = Tracks.returns(random, 200, -0.0005, 0.004, 0);
        for (int i = 0; i < 5; i++) lucky[37 * i + 5] = 0.5;
        double[] steady = Tracks.returns(random, 200, 0.002, 0.004, 0);
        Track jackpot = track(lucky);
        Track plain = track(steady);
        assertThat(jackpot.finalEquity).isGreaterThan(plain.finalEquity);
        Score luck = score(jackpot, 1_000, 1);
        Score edge = score(plain, 1_000, 1);
        assertThat(luck.gates()).contains(Gate.FEW_TRADES_MATTER);
        assertThat(luck.eligible).isFalse();
        assertThat(edge.eligible).isTrue();
    }

    @Test
    void fiveLuckyTradesAloneAreTooFew() {
        Score score = score(track(0.5, 0.4, 0.6, 0.5, 0.5), 1_000, 1);
        assertThat(score.gates()).contains(Gate.FEW_TRADES);
        assertThat(score.growth50).as("no Monte Carlo").isNaN();
    }

    @Test
    void gatesNameWhatIsWrong() {
        double[] steady = new double[100];
        Arrays.setAll(steady, i -> i % 3 == 0 ? -0.001 : 0.002);
        assertThat(score(track(steady), 10, 1).gates()).isEmpty();
        assertThat(score(Tracks.of(Arrays.copyOf(steady, 29), 0, DAYS), 10, 1).gates())
                .containsExactly(Gate.FEW_TRADES);

        double[] oneWinner = steady.clone();
        oneWinner[50] = 0.2;
        assertThat(score(track(oneWinner), 10, 1).gates()).containsExactly(Gate.ONE_TRADE_MATTERS);

        double[] collapse = steady.clone();
        for (int i = 30; i < 60; i++) collapse[i] = i < 45 ? -0.05 : 0.05;
        assertThat(score(track(collapse), 10, 1).gates()).contains(Gate.DRAWDOWN);

        double[] ruined = steady.clone();
        ruined[99] = -1;
        assertThat(score(track(ruined), 10, 1).gates()).contains(Gate.TOTAL_LOSS);

        Score brief = new Score();
        new Scoring(Objective.ROBUST, 10, 1, 0.4).scorer().score(Tracks.of(steady, 0, 146), brief);
        assertThat(brief.gates()).containsExactly(Gate.SHORT);
    }

    @Test
    void longWindowsAskForMoreTrades() {
        double[] steady = new double[99];
        Arrays.setAll(steady, i -> i % 3 == 0 ? -0.001 : 0.002);
        Score score = new Score();
        new Scoring(Objective.ROBUST, 10, 1, 5).scorer().score(Tracks.of(steady, 0, 1826), score);
        assertThat(score.gates()).containsExactly(Gate.FEW_TRADES);
    }

    @Test
    void withoutPathsTheBoundAloneRanks() {
        double[] steady = new double[100];
        Arrays.setAll(steady, i -> i % 3 == 0 ? -0.001 : 0.002);
        Score score = score(track(steady), 0, 1);
        assertThat(score.eligible).isTrue();
        assertThat(score.score).isEqualTo(score.growthBound);
    }

    @Test
    void noTradesHaveNoBoundAndNoException() {
        Score score = score(track(), 100, 1);
        assertThat(score.eligible).isFalse();
        assertThat(score.growthBound).isEqualTo(Double.NEGATIVE_INFINITY);
        Track empty = new Track();
        assertThat(score(empty, 100, 1).gates()).contains(Gate.FEW_TRADES, Gate.FEW_TRADES_MATTER);
    }

    @Test
    void costsAreChargedOnceMoreByHalf() {
        double[] steady = new double[100];
        Arrays.setAll(steady, i -> i % 3 == 0 ? -0.001 : 0.002);
        Score cheap = score(Tracks.of(steady, 0.0, DAYS), 100, 1);
        Score dear = score(Tracks.of(steady, 0.001, DAYS), 100, 1);
        assertThat(dear.growthBound).isEqualTo(cheap.growthBound - 100 * 0.0005, within(1e-3));
    }
}
