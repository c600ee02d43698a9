package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.research.robustness.Plateau;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The look over a sweep against all its rows read one by one, and its page. */
class SweepSurveyTest {
    private static final Sample SAMPLE =
            Sample.of(6_000, Sample.space("fast=2..101:3", "slow=103..203:2", "stop=0,2,5"), new Sampler.Random(1_200));

    @TempDir
    static Path temporary;

    private static SweepSurvey survey = SweepSurveyTest.none();
    private static List<Row> rows = List.of();

    private static SweepSurvey none() {
        return new SweepSurvey(SAMPLE.manifest(), SweepStatus.State.STOPPED, 0);
    }

    @BeforeAll
    static void run() {
        Path folder = temporary.resolve("sweep");
        try (SweepFolder held = SweepFolder.claim(folder)) {
            assertThat(SAMPLE.run(held, SAMPLE.closing()).run(SAMPLE::worker, 1, () -> false))
                    .isTrue();
        }
        survey = SweepSurvey.of(folder, 100);
        List<Row> all = new ArrayList<>();
        SweepStatus.of(folder).scan((place, bytes) -> {
            for (int i = 0; i < place.rows(); i++) {
                all.add(Row.get(bytes));
            }
        });
        all.sort(Ranking.BEST_FIRST);
        rows = all;
    }

    @Test
    void everyResultIsInOneCellOfEveryMap() {
        assertThat(survey.evaluated()).isEqualTo(rows.size()).isGreaterThan(1_000);
        assertThat(survey.eligible())
                .isEqualTo(rows.stream().filter(Row::eligible).count());
        assertThat(survey.maps()).hasSize(3);
        Space space = SAMPLE.space();
        for (Heatmap map : survey.maps()) {
            for (int row = 0; row < map.rows(); row++) {
                for (int column = 0; column < map.columns(); column++) {
                    int across = column;
                    int up = row;
                    List<Row> inside = rows.stream()
                            .filter(each -> bin(space, map.across(), each, map.columns()) == across)
                            .filter(each -> bin(space, map.up(), each, map.rows()) == up)
                            .toList();
                    Heatmap.Cell cell = map.cell(column, row);
                    assertThat(cell.results()).isEqualTo(inside.size());
                    assertThat(cell.best()).isEqualTo(inside.stream().min(Ranking.BEST_FIRST));
                    if (!inside.isEmpty()) {
                        double mean = inside.stream()
                                .mapToDouble(each -> Double.isFinite(each.growth()) ? each.growth() : 0)
                                .average()
                                .orElseThrow();
                        assertThat(cell.growth()).isCloseTo(mean, within(1e-12));
                    }
                }
            }
        }
    }

    private static int bin(Space space, int axis, Row row, int bins) {
        int size = space.axes().get(axis).size();
        return (int) ((long) space.index(row.combination(), axis) * bins / size);
    }

    @Test
    void binsInWordsHoldTheValuesThatFallIntoThem() {
        Steps steps = survey.steps();
        assertThat(steps.bins(1)).isEqualTo(40);
        for (int bin = 0; bin < steps.bins(1); bin++) {
            String[] ends = steps.words(1, bin).split(" to ");
            int first = steps.values(1).indexOf(ends[0]);
            int last = steps.values(1).indexOf(ends[ends.length - 1]);
            for (int index = first; index <= last; index++) {
                assertThat(steps.bin(1, index * 3L))
                        .as("value %s", steps.values(1).get(index))
                        .isEqualTo(bin);
            }
        }
    }

    @Test
    void theSampleIsDrawnByHashAndNotByRank() {
        assertThat(survey.sample()).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(LongStream.of(survey.sample()).boxed())
                .isSubsetOf(rows.stream().map(Row::combination).toList());
        long amongTheBest = rows.stream()
                .limit(rows.size() / 2)
                .filter(row -> Arrays.binarySearch(survey.sample(), row.combination()) >= 0)
                .count();
        assertThat(amongTheBest).isBetween(30L, 70L);
    }

    @Test
    void theFrontIsWhatNoOtherBeats() {
        List<Row> expected = rows.stream()
                .filter(row -> row.trades() > 0)
                .filter(row -> rows.stream()
                        .noneMatch(other -> other.trades() > 0
                                && other.maxDrawdown() <= row.maxDrawdown()
                                && other.netReturn() >= row.netReturn()
                                && (other.maxDrawdown() < row.maxDrawdown() || other.netReturn() > row.netReturn())))
                .sorted(Comparator.comparingDouble(Row::maxDrawdown))
                .toList();
        assertThat(survey.front().stream().map(Row::netReturn).toList())
                .isEqualTo(expected.stream().map(Row::netReturn).distinct().toList());
    }

    // ---- maps and shares made by hand ----

    private static Row row(long combination, double growth) {
        return new Row(combination, 0, Tier.E, 10, 0, growth, 0.1, 0, growth, growth);
    }

    /** Two parameters of seven values each. */
    private static Heatmap map(double[][] growth) {
        Sample sample = Sample.of(3_000, Sample.space("fast=1..7", "slow=11..17"), new Sampler.Grid());
        Heatmap map = new Heatmap(new Steps(sample.manifest().search()), 0, 1);
        for (int fast = 0; fast < 7; fast++) {
            for (int slow = 0; slow < 7; slow++) {
                map.add(row(fast * 7L + slow, growth[fast][slow]));
            }
        }
        return map;
    }

    @Test
    void aPlateauIsWideAndALonelyPeakIsNone() {
        double[][] growth = new double[7][7];
        for (double[] line : growth) {
            Arrays.fill(line, 0.01);
        }
        growth[0][0] = 9;
        for (int fast = 3; fast < 7; fast++) {
            Arrays.fill(growth[fast], 4, 7, 0.5);
        }
        Heatmap map = map(growth);
        double threshold = map.threshold();
        List<String> plateau = new ArrayList<>();
        for (int fast = 0; fast < 7; fast++) {
            for (int slow = 0; slow < 7; slow++) {
                if (map.onPlateau(fast, slow, threshold)) {
                    plateau.add(fast + " " + slow);
                }
            }
        }
        assertThat(threshold).isEqualTo(0.5);
        assertThat(plateau).containsExactly("4 5", "4 6", "5 5", "5 6", "6 5", "6 6");
        assertThat(map.steadiest().flatMap(Heatmap.Cell::best).map(Row::growth)).isEqualTo(Optional.of(0.5));
    }

    @Test
    void whereEverythingLosesThereIsNoPlateau() {
        double[][] growth = new double[7][7];
        for (double[] line : growth) {
            Arrays.fill(line, -0.2);
        }
        Heatmap map = map(growth);
        assertThat(map.onPlateau(3, 3, map.threshold())).isFalse();
    }

    @Test
    void theNeighboursOfTheBestAreThoseWithinOneStepOfEveryParameter() {
        Steps steps = new Steps(Sample.of(3_000, Sample.space("fast=1..7", "slow=11..17"), new Sampler.Grid())
                .manifest()
                .search());
        Neighbours inside = Neighbours.of(steps, 3 * 7 + 3).orElseThrow();
        Neighbours corner = Neighbours.of(steps, 0).orElseThrow();
        for (int number = 0; number < 49; number++) {
            Row row = row(number, number == 3 * 7 + 3 || number == 0 ? 1 : number / 7 == 2 ? 0.5 : 0.1);
            inside.add(row);
            corner.add(row);
        }
        assertThat(inside.plateau()).isEqualTo(new Plateau(0.1, 0.1, 3 / 8.0, 8));
        assertThat(corner.plateau().neighbours()).isEqualTo(3);
        assertThat(survey.plateau()).isPresent();
    }

    @Test
    void importanceIsTheShareThatOneParameterExplainsAlone() {
        Importance alone = new Importance(5);
        Importance none = new Importance(5);
        Importance half = new Importance(2);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            int value = random.nextInt(5);
            alone.add(value, value * value);
            none.add(random.nextInt(5), random.nextGaussian());
            int side = random.nextInt(2);
            half.add(side, (side == 0 ? -1 : 1) + random.nextGaussian());
        }
        assertThat(alone.share()).isCloseTo(1, within(1e-12));
        assertThat(none.share()).isLessThan(0.005);
        assertThat(half.share()).as("a variance of 1 beside noise of 1").isCloseTo(0.5, within(0.03));
        assertThat(new Importance(3).share()).isZero();
    }

    @Test
    void theWalkForwardChoosesByThePastOnly() {
        double[][] returns = new double[3][80];
        SplittableRandom random = new SplittableRandom(9);
        for (int day = 0; day < 80; day++) {
            double noise = 0.001 * random.nextGaussian();
            returns[0][day] = noise + (day < 40 ? 0.01 : -0.01);
            returns[1][day] = noise + (day < 40 ? -0.01 : 0.03);
            returns[2][day] = noise;
        }
        List<Scrutiny.Strip> strips = Strips.over(returns, new long[] {70, 80, 90});
        assertThat(strips).hasSize(7);
        assertThat(strips.stream().map(Scrutiny.Strip::combination).limit(4)).containsOnly(70L);
        assertThat(strips.get(3).from()).isEqualTo(40);
        assertThat(strips.get(3).earned()).as("the edge is gone").isNegative();
        assertThat(strips.get(6).combination()).isEqualTo(80L);
        assertThat(Strips.over(new double[3][30], new long[3]))
                .as("too few days")
                .isEmpty();
    }
}
