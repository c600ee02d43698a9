package io.fulmar.research.backtest;

import io.fulmar.domain.Distance;
import io.fulmar.domain.Size;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Market;
import io.fulmar.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what its script says. */
public final class ScriptedStrategy extends Strategy<ScriptedStrategy.P> {
    public record P(Script script) {}

    /** Words by bar. */
    public record Script(Map<Integer, String> words) {
        private boolean speaksOfAnother() {
            return words.values().stream().anyMatch(sentence -> sentence.contains("there "));
        }
    }

    /** What a sentence that begins with "there" is about. */
    private final Optional<Market> there =
            p.script().speaksOfAnother() ? Optional.of(market("Y/USDT:USDT")) : Optional.empty();

    private int bar;

    @Override
    public void onBar(Bar now) {
        for (String sentence : p.script().words().getOrDefault(bar++, "").split(";")) {
            if (!sentence.isBlank()) {
                say(new ArrayDeque<>(List.of(sentence.strip().split("\\s+"))));
            }
        }
    }

    private void say(Deque<String> words) {
        switch (words.remove()) {
            case "there" -> sayThere(there.orElseThrow(), words);
            case "exit" -> exit("script");
            case "exit-long" -> exitLong("script");
            case "exit-short" -> exitShort("script");
            case "withdraw" -> withdraw("script");
            case "buy" -> enter(buy(size(words.remove())), words);
            case "sell" -> enter(sell(size(words.remove())), words);
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private static void sayThere(Market there, Deque<String> words) {
        switch (words.remove()) {
            case "exit" -> there.exit("script");
            case "withdraw" -> there.withdraw("script");
            case "buy" -> enter(there.buy(size(words.remove())), words);
            case "sell" -> enter(there.sell(size(words.remove())), words);
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    /** {@code 10} units, {@code 50%} of equity. */
    private static Size size(String word) {
        return word.endsWith("%")
                ? equityPercent(Double.parseDouble(word.substring(0, word.length() - 1)))
                : units(Double.parseDouble(word));
    }

    private static void enter(Entry entry, Deque<String> words) {
        while (!words.isEmpty()) {
            switch (words.remove()) {
                case "market" -> {}
                case "limit" -> entry.limit((double) number(words));
                case "touched" -> entry.touched((double) number(words));
                case "trigger" -> {
                    double trigger = (double) number(words);
                    if (!words.isEmpty() && words.element().matches("\\d+")) {
                        entry.trigger(trigger, (double) number(words));
                    } else {
                        entry.trigger(trigger);
                    }
                }
                case "stop" -> entry.stop(Distance.ticks(number(words)));
                case "target" -> entry.target(Distance.ticks(number(words)));
                case "trail" -> entry.trail(Distance.ticks(number(words)));
                case "ioc" -> entry.immediateOrCancel();
                case "fok" -> entry.fillOrKill();
                case "post-only" -> entry.postOnly();
                case "good" -> entry.goodForBars(number(words));
                default -> throw new IllegalArgumentException(words.toString());
            }
        }
    }

    private static int number(Deque<String> words) {
        return Integer.parseInt(words.remove());
    }
}
