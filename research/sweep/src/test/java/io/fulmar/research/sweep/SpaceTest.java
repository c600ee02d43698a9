package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.strategy.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {
    /** One parameter of each kind. */
    public record Kinds(
            @Range("1..1000 default 1") int whole,
            @Range("0..99 % default 0") double part,
            @Range("1..5 step 0.5 default 2") double stepped,
            boolean on,
            Mood mood) {}

    /** Two words. */
    public enum Mood {
        CALM,
        WILD
    }

    private static Axis axis(String name, String values) {
        Space space = Space.of(
                Kinds.class,
                name.equals("on") ? Map.of("mood", "calm") : Map.of("on", "true", "mood", "calm"),
                Sample.grids(name + "=" + values));
        return space.axes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            whole   | 2..5          | 2,3,4,5
            whole   | 10..30:7      | 10,17,24
            whole   | 7,3,20        | 7,3,20
            whole   | 1..1000:log4  | 1,10,100,1000
            whole   | 1..4:log9     | 1,2,3,4
            part    | 0.1%..0.35%:0.1% | 0.1,0.2,0.3
            part    | 0.5,1%        | 0.5,1
            part    | 0.1%..0.3%:log3 | 0.1,0.1732,0.3
            stepped | 1..3          | 1,1.5,2,2.5,3
            on      | true,false    | true,false
            """)
    void valuesAreSpelledOut(String name, String given, String expected) {
        assertThat(String.join(",", axis(name, given).texts())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            whole   | 5..2      | ends before it begins
            whole   | 2..5:0    | step must be above 0
            whole   | 2..x      | it is no range
            whole   | 1,1       | there twice
            whole   | 0..3      | within 1..1000
            part    | 0%..1%    | needs a step
            part    | 0.00001,1 | at most 4 decimals
            whole   | 1..1e9:0.0001 | more than 1000000
            whole   | 0..9:log3 | begins above 0
            """)
    void whatCannotBeSpelledOutIsAnErrorThatNamesTheParameter(String name, String given, String message) {
        assertThatThrownBy(() -> axis(name, given))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(name);
    }

    @Test
    void theLastParameterChangesFirstAndFixedOnesHaveOneValue() {
        Space space = Space.of(Sample.Cross.P.class, Map.of("slow", "50"), Sample.grids("fast=2..4", "stop=0,0.5%"));

        assertThat(space.size()).isEqualTo(6);
        assertThat(space.parameters(0)).contains(new Sample.Cross.P(2, 50, 0));
        assertThat(space.parameters(1)).contains(new Sample.Cross.P(2, 50, 0.5));
        assertThat(space.parameters(5)).contains(new Sample.Cross.P(4, 50, 0.5));
        assertThat(space.varied()).extracting(Axis::name).containsExactly("fast", "stop");
    }

    @Test
    void combinationsThatTheRecordRefusesHaveNoParameters() {
        Space space = Sample.space("fast=10,20,30", "slow=20,30");

        assertThat(IntStream.range(0, 6)
                        .filter(number -> space.parameters(number).isPresent())
                        .boxed())
                .containsExactly(0, 1, 3);
    }

    @Test
    void aParameterIsEitherFixedOrVaried() {
        assertThatThrownBy(() -> Space.of(Sample.Cross.P.class, Map.of("fast", "3"), Sample.grids("fast=2..4")))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("a --grid and a --param");
    }

    @Test
    void boxesHoldEveryCombinationOnceAndNoMoreThanWanted() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int[] sizes = IntStream.range(0, 1 + random.nextInt(4))
                    .map(i -> 1 + random.nextInt(17))
                    .toArray();
            int wanted = 1 + random.nextInt(300);
            Tiling tiling = new Tiling(sizes, wanted);
            Space space = space(sizes);
            Set<Long> seen = new HashSet<>();
            for (int unit = 0; unit < tiling.units(); unit++) {
                long[] numbers = tiling.numbers(space, unit);
                assertThat(numbers.length).isEqualTo(tiling.volume(unit)).isLessThanOrEqualTo(wanted);
                assertThat(numbers).isSorted();
                for (long number : numbers) {
                    assertThat(seen.add(number)).as("round %d", round).isTrue();
                }
            }
            assertThat((long) seen.size()).as("round %d", round).isEqualTo(space.size());
        }
    }

    @Test
    void aMillionAreCutIntoSquaresOfSixtyFour() {
        Tiling tiling = new Tiling(new int[] {1000, 1000, 1}, 4096);

        assertThat(tiling.units()).isEqualTo(256);
        assertThat(tiling.volume(0)).isEqualTo(4096);
    }

    /** Four numbers. */
    public record Numbers(int a, int b, int c, int d) {}

    private static Space space(int[] sizes) {
        List<String> names = List.of("a", "b", "c", "d");
        String[] grids = new String[4];
        for (int i = 0; i < 4; i++) {
            grids[i] = names.get(i) + "=1.." + (i < sizes.length ? sizes[i] : 1);
        }
        return Space.of(Numbers.class, Map.of(), Sample.grids(grids));
    }
}
