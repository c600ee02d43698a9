package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
    private static MonteCarlo.Trades trades(double[] returns) {
        double[] whole = new double[returns.length];
        Arrays.fill(whole, 1);
        return new MonteCarlo.Trades(returns, whole, whole);
    }

    private static double[] chance(int seed, int n) {
        return Tracks.returns(new SplittableRandom(seed), n, 0.004, 0.01, 0.3);
    }

    @Test
    void withoutMishapsItDrawsThePathsThatScoringDraws() {
        for (int seed = 0; seed < 20; seed++) {
            double[] returns = chance(seed, 40 + 10 * seed);
            Track track = Tracks.of(returns, 0, 366);
            for (int i = 0; i < returns.length; i++) returns[i] = track.pnl[i] / (double) track.equityBefore[i];
            Score score = new Score();
            new Scoring(Objective.ROBUST, 500, seed, 1).scorer().score(track, score);
            if (!score.eligible) continue;
            MonteCarloResult result =
                    MonteCarlo.run(trades(returns), MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(500, seed, 0));
            assertThat(result.block()).isEqualTo(score.blockLength);
            assertThat(StrictMath.log1p(result.netReturn(10)))
                    .as("seed %s", seed)
                    .isEqualTo(score.growth01, within(1e-12));
            assertThat(StrictMath.log1p(result.netReturn(990)))
                    .as("seed %s", seed)
                    .isEqualTo(score.growth99, within(1e-12));
            assertThat(result.maxDrawdown(950)).as("seed %s", seed).isEqualTo(score.drawdown95);
        }
    }

    @Test
    void theSameSeedGivesTheSamePathsAndAnotherOthers() {
        MonteCarlo.Trades trades = trades(chance(1, 100));
        MonteCarlo.Mishaps mishaps = new MonteCarlo.Mishaps(2, 3, 0.05, 0.01, 50);
        MonteCarloResult first = MonteCarlo.run(trades, mishaps, new MonteCarlo.Setup(300, 7, 0));
        MonteCarloResult again = MonteCarlo.run(trades, mishaps, new MonteCarlo.Setup(300, 7, 0));
        MonteCarloResult other = MonteCarlo.run(trades, mishaps, new MonteCarlo.Setup(300, 8, 0));
        assertThat(again.netReturn(500)).isEqualTo(first.netReturn(500));
        assertThat(other.netReturn(500)).isNotEqualTo(first.netReturn(500));
    }

    @Test
    void slippageWithoutSpreadTakesThatMuchFromEveryFill() {
        double[] flat = new double[100];
        MonteCarloResult result =
                MonteCarlo.run(trades(flat), new MonteCarlo.Mishaps(10, 0, 0, 0, 0), new MonteCarlo.Setup(50, 1, 1));
        double expected = StrictMath.pow(1 - 0.002, 100) - 1;
        assertThat(result.netReturn(10)).isEqualTo(expected, within(1e-12));
        assertThat(result.netReturn(990)).isEqualTo(expected, within(1e-12));
    }

    @Test
    void slippageIsCutAtZero() {
        int n = 20_000;
        MonteCarloResult result = MonteCarlo.run(
                trades(new double[n]), new MonteCarlo.Mishaps(0, 0.01, 0, 0, 0), new MonteCarlo.Setup(20, 1, 1));
        double perFill = -StrictMath.log1p(result.netReturn(500)) / n / 2 * 10_000;
        assertThat(perFill)
                .as("mean of the positive half of a normal")
                .isEqualTo(0.01 / Math.sqrt(2 * Math.PI), within(1e-4));
    }

    @Test
    void anomaliesHaveTheMeanOfTheirParetoDistribution() {
        int n = 20_000;
        MonteCarloResult result = MonteCarlo.run(
                trades(new double[n]), new MonteCarlo.Mishaps(0, 0, 0, 0.1, 0.1), new MonteCarlo.Setup(40, 1, 1));
        double perFill = -StrictMath.log1p(result.netReturn(500)) / n / 2 * 10_000;
        assertThat(perFill).as("0.1 x 0.1 bp x alpha / (alpha - 1)").isEqualTo(0.015, within(2e-4));
    }

    @Test
    void aMissedTradeNeitherGainsNorPays() {
        double[] gains = new double[100];
        Arrays.fill(gains, 0.01);
        MonteCarloResult none =
                MonteCarlo.run(trades(gains), new MonteCarlo.Mishaps(5, 5, 1, 0.5, 50), new MonteCarlo.Setup(50, 1, 1));
        assertThat(none.netReturn(990)).isZero();
        MonteCarloResult half = MonteCarlo.run(
                trades(gains), new MonteCarlo.Mishaps(0, 0, 0.5, 0, 0), new MonteCarlo.Setup(1_000, 1, 1));
        assertThat(StrictMath.log1p(half.netReturn(500)) / StrictMath.log(1.01)).isEqualTo(50, within(2.0));
    }

    @Test
    void ruinCountsPathsThatFellSoFar() {
        double[] halves = {-0.5, 0.5};
        MonteCarloResult result =
                MonteCarlo.run(trades(halves), MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(2_000, 3, 1));
        assertThat(result.ruin(0.5)).as("one of two draws loses").isEqualTo(0.75, within(0.03));
        assertThat(result.ruin(0.75)).as("both lose").isEqualTo(0.25, within(0.03));
    }

    @Test
    void whoLosesAllStaysRuined() {
        MonteCarloResult result = MonteCarlo.run(
                trades(new double[] {-2, 0.1, 0.1}), MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(100, 3, 1));
        assertThat(result.netReturn(10)).isEqualTo(-1);
        assertThat(result.maxDrawdown(990)).isEqualTo(1);
    }

    @Test
    void noTradesLeaveEverythingAsItWas() {
        MonteCarloResult result =
                MonteCarlo.run(trades(new double[0]), MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(10, 3, 0));
        assertThat(result.netReturn(10)).isZero();
        assertThat(result.maxDrawdown(990)).isZero();
    }

    @Test
    void theFanEndsWhereThePathsEnd() {
        MonteCarloResult result =
                MonteCarlo.run(trades(chance(5, 1_000)), MonteCarlo.Mishaps.NONE, new MonteCarlo.Setup(100, 3, 0));
        assertThat(result.fanPoints()).isEqualTo(201);
        assertThat(result.fan(0, 500)).isEqualTo(1);
        assertThat(result.fan(200, 500) - 1).isEqualTo(result.netReturn(500));
    }
}
