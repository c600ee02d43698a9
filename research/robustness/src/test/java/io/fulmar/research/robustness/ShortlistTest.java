package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortlistTest {
    private static List<Track> candidates(int count) {
        SplittableRandom random = new SplittableRandom(9);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double mean = random.nextDouble(-0.002, 0.006);
            tracks.add(Tracks.of(Tracks.returns(random, random.nextInt(40, 150), mean, 0.01, 0), 0.0002, 366));
        }
        return tracks;
    }

    @Test
    void theFinalOrderIsThatOfTheMeanOverFreshSeeds() {
        List<Track> tracks =
                candidates(60).stream().filter(ShortlistTest::eligible).toList();
        Scoring scoring = new Scoring(Objective.ROBUST, 64, 1, 1);
        List<Shortlist.Ranked> ranked = Shortlist.of(tracks, scoring);
        assertThat(ranked).hasSize(tracks.size());
        for (Shortlist.Ranked one : ranked) {
            double sum = 0;
            for (int seed = 0; seed < Shortlist.SEEDS; seed++) {
                Score score = new Score();
                scoring.fresh(seed).scorer().score(tracks.get(one.place()), score);
                sum += score.score;
            }
            assertThat(one.score()).isEqualTo(sum / Shortlist.SEEDS, within(1e-12));
            assertThat(one.rankBest()).isLessThanOrEqualTo(one.rankWorst());
        }
        for (int i = 1; i < ranked.size(); i++)
            assertThat(ranked.get(i).score())
                    .isLessThanOrEqualTo(ranked.get(i - 1).score());
    }

    private static boolean eligible(Track track) {
        Score score = new Score();
        new Scoring(Objective.ROBUST, 0, 1, 1).scorer().score(track, score);
        return score.eligible;
    }

    @Test
    void freshSeedsDifferFromTheFirstAndFromEachOther() {
        Scoring scoring = new Scoring(Objective.ROBUST, 64, 1, 1);
        assertThat(List.of(
                        scoring.seed(),
                        scoring.fresh(0).seed(),
                        scoring.fresh(1).seed()))
                .doesNotHaveDuplicates();
    }

    @Test
    void halvingDrawsAFractionOfThePathsAndFindsMostOfTheBest() {
        List<Track> tracks = candidates(400);
        Scoring scoring = new Scoring(Objective.ROBUST, 1_000, 1, 1);
        Halving.Result result = Halving.of(tracks, scoring, 40);
        assertThat(result.paths()).isEqualTo(64L * 400 + 256L * 100 + 1_000L * 40);
        assertThat(Halving.recall(tracks, scoring, 40)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aLonePeakHasNoPlateau() {
        double[] scores = new double[25];
        scores[12] = 10;
        Plateau lonely = Plateau.of(scores, new int[] {5, 5}, 12);
        assertThat(lonely.neighbours()).isEqualTo(8);
        assertThat(lonely.quartile()).isZero();
        assertThat(lonely.share()).isZero();
        Arrays.fill(scores, 9);
        assertThat(Plateau.of(scores, new int[] {5, 5}, 12).share()).isEqualTo(1);
        assertThat(Plateau.of(scores, new int[] {5, 5}, 0).neighbours())
                .as("a corner")
                .isEqualTo(3);
    }

    @Test
    void neighboursThatWereNotTriedAreLeftOut() {
        double[] scores = {1, Double.NaN, 3};
        Plateau plateau = Plateau.of(scores, new int[] {3}, 0);
        assertThat(plateau.neighbours()).isZero();
        assertThat(plateau.quartile()).isNaN();
    }

    @Test
    void regimesAreToldApart() {
        int days = 400;
        double[] market = new double[days];
        double[] returns = new double[days];
        for (int day = 0; day < days; day++) {
            boolean rising = day / 100 % 2 == 0;
            market[day] = (rising ? 0.002 : -0.002) + (day % 2 == 0 ? 0.001 : -0.001) * (day < 200 ? 1 : 5);
            returns[day] = rising ? 0.01 : -0.01;
        }
        RegimeSpread spread = RegimeSpread.of(returns, market);
        assertThat(Arrays.stream(spread.days()).sum()).isEqualTo(days - 20);
        assertThat(spread.spread()).isGreaterThan(0.01);
        double[] flat = new double[days];
        Arrays.fill(flat, 0.001);
        assertThat(RegimeSpread.of(flat, market).spread()).isEqualTo(0, within(1e-12));
    }

    @Test
    void stressIsATermOfObjectivesToo() {
        double[] gains = new double[60];
        Arrays.setAll(gains, i -> i % 2 == 0 ? 0.004 : -0.001);
        Track track = Tracks.of(gains, 0.0005, 366);
        CostStress stress = CostStress.of(track, 1);
        assertThat(score(Term.COST_BREAK_EVEN, track)).isEqualTo(stress.breakEven(), within(1e-9));
        assertThat(score(Term.GROWTH_COSTS_TWICE, track)).isEqualTo(stress.growthTwice());
        assertThat(score(Term.REGIME_SPREAD, track))
                .isEqualTo(RegimeSpread.of(track.dailyReturns(), market(track)).spread());
    }

    /** Some market on the days of a track. */
    private static double[] market(Track track) {
        double[] market = new double[track.dailyReturns().length];
        Arrays.setAll(market, day -> 0.01 * StrictMath.sin(day / 9.0) + 0.002 * (day % 3));
        return market;
    }

    private static double score(Term term, Track track) {
        Gates open = new Gates(0, 0, 100, 0, 1, 100);
        Objective objective = new Objective("one", Map.of(term, 1.0), 0, open);
        Score score = new Score();
        new Scoring(objective, 0, 1, 1).on(market(track)).scorer().score(track, score);
        assertThat(score.eligible).isTrue();
        return score.score;
    }

    @Test
    void costsMayRiseUntilNothingIsLeft() {
        double[] gains = new double[60];
        Arrays.setAll(gains, i -> i % 2 == 0 ? 0.004 : -0.001);
        CostStress stress = CostStress.of(Tracks.of(gains, 0.0005, 366), 1);
        assertThat(stress.breakEven()).as("0.15 % a trade gained, 0.05 % paid").isEqualTo(4, within(0.05));
        assertThat(stress.growthThrice()).isLessThan(stress.growthTwice());
        assertThat(CostStress.of(Tracks.of(gains, 0, 366), 1).breakEven()).isInfinite();
    }
}
