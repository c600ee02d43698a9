package io.fulmar.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Rate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The simulated venue against what was worked out by hand, order kind by order kind. */
class BarExchangeTest {
    private static Stream<VenueScript> scripts() {
        return Stream.of(EntryScripts.TEXT, ExitScripts.TEXT).flatMap(VenueScript::all);
    }

    @TestFactory
    Stream<DynamicTest> theVenueAnswersAsWorkedOutByHand() {
        return scripts()
                .map(script -> DynamicTest.dynamicTest(
                        script.sentence(),
                        () -> assertThat(script.played()).as(script.sentence()).isEqualTo(script.expected())));
    }

    @Test
    void noTwoScriptsShareTheirSentence() {
        List<String> sentences = scripts().map(VenueScript::sentence).toList();
        assertThat(sentences).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    @Test
    void slippageThatHelpsIsRefused() {
        assertThatThrownBy(() -> new ExchangeRules(Rate.ZERO, Rate.ZERO, Rate.ofBasisPoints("-1"), IntrabarPath.WORST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it never helps");
    }
}
