package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of order a strategy can ask for, through the desk, against the journal worked out by hand. */
class OrderKindsTest {
    private static Stream<DeskScript> scripts() {
        return Stream.of(KindScripts.TEXT, KindScripts.PLAIN).flatMap(DeskScript::all);
    }

    @TestFactory
    Stream<DynamicTest> theJournalSaysWhatWasWorkedOutByHand() {
        return scripts()
                .map(script -> DynamicTest.dynamicTest(
                        script.sentence,
                        () -> assertThat(script.played()).as(script.sentence).isEqualTo(script.expected)));
    }

    @Test
    void noTwoScriptsShareTheirSentence() {
        assertThat(scripts().map(script -> script.sentence))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
    }
}
