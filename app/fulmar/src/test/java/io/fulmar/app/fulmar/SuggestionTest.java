package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void swappedNeighboursAreOneMistake() {
        assertThat(Suggestion.mistakes("backtest", "bcaktest")).isEqualTo(1);
        assertThat(Suggestion.mistakes("", "abc")).isEqualTo(3);
        assertThat(Suggestion.mistakes("same", "same")).isZero();
    }

    @Test
    void nothingLikeAKnownWordHasNoSuggestion() {
        assertThat(Suggestion.nearest("elephant", List.of("backtest", "demo"))).isEmpty();
    }

    @Test
    void everySingleTypingMistakeInACommandOrOptionIsMended() {
        List<String> known = new ArrayList<>(Main.commands().names());
        BacktestCommandTest.ENTRY.allOptions().forEach(option -> known.add(option.name()));
        int mended = 0;
        int made = 0;
        for (String word : known) {
            for (int i = word.startsWith("--") ? 2 : 0; i < word.length(); i++) {
                for (String typed : List.of(
                        word.substring(0, i) + word.substring(i + 1), word.substring(0, i) + "x" + word.substring(i))) {
                    made++;
                    if (Suggestion.nearest(typed, known).filter(word::equals).isPresent()) mended++;
                }
            }
        }
        assertThat(mended).as("of %s mistakes", made).isGreaterThan(made * 95 / 100);
    }
}
