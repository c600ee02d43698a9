package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each table of {@link HandTables} and {@link HandTablesOfRules}, run through every engine there is. */
class HandTablesTest {
    private static Stream<HandTable> tables() {
        return Stream.of(
                        HandTables.ORDERS,
                        HandTables.STOPS,
                        HandTables.SHORTS,
                        HandTablesOfMoney.SIZES,
                        HandTablesOfMoney.COSTS,
                        HandTablesOfRules.TRAILS,
                        HandTablesOfRules.TIMES,
                        HandTablesOfRules.SIGNALS)
                .flatMap(HandTable::all);
    }

    @TestFactory
    Stream<DynamicTest> slowTwin() {
        return dynamic(SlowTwin.ENGINE);
    }

    @Test
    void thereAreEnoughTablesAndNoTwoOfOneName() {
        assertThat(tables().map(HandTable::sentence).distinct().count())
                .isEqualTo(tables().count())
                .isGreaterThanOrEqualTo(45);
    }

    private static Stream<DynamicTest> dynamic(Engine engine) {
        return tables().map(table -> DynamicTest.dynamicTest(
                table.sentence(),
                () -> assertThat(table.differences(engine.run(table.market(), table.costs(), table.rules())))
                        .as(table.sentence())
                        .isEmpty()));
    }
}
