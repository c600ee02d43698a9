package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Fishing;
import io.fulmar.research.backtest.Engine.Pyramid;
import io.fulmar.research.backtest.Engine.Rules;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The lines of a {@link HandTable} about positions that grow. */
final class HandGrowth {
    private HandGrowth() {}

    static Rules growing(Rules.Idea idea, Map<String, Deque<String>> lines) {
        return new Rules.Growing(
                idea,
                Optional.ofNullable(lines.get("fish")).map(HandGrowth::fishing),
                Optional.ofNullable(lines.get("pyramid")).map(HandGrowth::pyramid),
                lines.containsKey("reverse"));
    }

    private static Fishing fishing(Deque<String> words) {
        Map<String, String> asked = HandTable.pairs(words);
        return new Fishing(
                Integer.parseInt(asked.getOrDefault("rungs", "1")),
                HandTable.distance(asked.getOrDefault("apart", "")),
                Integer.parseInt(asked.getOrDefault("within", "0")),
                HandTable.kinds(asked.getOrDefault("after", "stop")));
    }

    private static Pyramid pyramid(Deque<String> words) {
        boolean again = words.removeLastOccurrence("again");
        boolean units = words.removeLastOccurrence("units");
        Map<String, String> asked = HandTable.pairs(words);
        String size = asked.getOrDefault("sized", "100%");
        return new Pyramid(
                Integer.parseInt(asked.getOrDefault("adds", "1")),
                HandTable.distance(asked.getOrDefault("apart", "")),
                HandTable.size(HandTable.words(units ? size + " units" : size)),
                again);
    }
}
