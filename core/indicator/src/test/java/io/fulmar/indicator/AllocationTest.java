package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
    private static final int BARS = 4000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The JDK's StrictMath makes a small array for each angle beyond 45 degrees. */
    private static final Set<String> MAKES_ARRAYS = Set.of("sin", "cos", "tan");

    static Stream<Definition> all() {
        return Indicators.all().stream().filter(definition -> !MAKES_ARRAYS.contains(definition.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void barsCostNoMemoryOnceAFoldIsWarm(Definition definition) {
        Market market = Market.random(new SplittableRandom(3), BARS, 100, 20);
        Fold fold = definition.fold();
        Block block = new Block(definition.inputs().size()).resize(1);
        double[][] columns = new double[block.inputs()][1];
        double[][] out = new double[definition.outputs().size()][1];
        long half = 0;
        for (int i = 0; i < BARS; i++) {
            if (i == BARS / 2) {
                half = THREADS.getCurrentThreadAllocatedBytes();
            }
            for (int input = 0; input < columns.length; input++) {
                Field field = definition.inputs().get(input).field();
                columns[input][0] = market.column(field)[i];
                if (field == Field.VOLUME) {
                    block.inexact(input, columns[input]);
                } else {
                    block.exact(input, columns[input], market.whole[field.column()], i, market.divisor);
                }
            }
            fold.take(block, out);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - half;
        assertThat(bytes).as("bytes over %d bars", BARS / 2).isLessThan(BARS);
    }
}
