package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each hand table, run through every engine there is. */
class HandTablesTest {
    static Stream<HandTable> tables() {
        return Stream.of(
                        OrderTables.TEXT,
                        StopTables.TEXT,
                        ShortTables.TEXT,
                        SizeTables.TEXT,
                        CostTables.TEXT,
                        TrailTables.TEXT,
                        TimeTables.TEXT,
                        SignalTables.TEXT,
                        FishingTables.TEXT,
                        PyramidTables.TEXT)
                .flatMap(HandTable::all);
    }

    static List<String> differences(Engine engine, HandTable table) {
        return table.differences(engine.run(table.market(), table.costs(), table.rules()));
    }

    @TestFactory
    Stream<DynamicTest> everyEngineGivesWhatWasWorkedOutByHand() {
        return tables().flatMap(table -> Engines.of(table.rules()).entrySet().stream()
                .map(named -> DynamicTest.dynamicTest(
                        named.getKey() + ": " + table.sentence(),
                        () -> assertThat(differences(named.getValue(), table))
                                .as(table.sentence())
                                .isEmpty())));
    }

    @Test
    void noTwoTablesShareTheirSentence() {
        assertThat(tables().map(HandTable::sentence).distinct().count())
                .isEqualTo(tables().count())
                .isGreaterThan(100);
    }
}
