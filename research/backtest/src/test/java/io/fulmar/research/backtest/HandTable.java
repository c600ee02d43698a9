package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Action;
import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Cooldown;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Direction;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Protection;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Signal;
import io.fulmar.research.backtest.Engine.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One hand-worked backtest. A table is a paragraph of lines:
 *
 * <pre>
 * The sentence it proves                        first line
 * given cash 1000 fee 2.5 maker 1 slippage 5    optional; also: tick 0.5 lot 0.1 (else both follow from the prices)
 * cooldown 3 after stop,trail                   optional
 * rules sma 1 2 long 100% stop 1% from 3        optional, instead of actions in the bars; also: rsi 2 30 70, breakout 3, told
 * fish rungs 3 apart 1% within 6 after stop     optional, with rules: limits that wait to enter again; within 0 is for ever
 * pyramid adds 2 apart 1% sized 50% [again]     optional, with rules: adds; "again": where the signal comes again
 * reverse                                       optional, with rules
 * 0: 100 101 99 100 | buy 100% stop 1% ; exit   bar number, open high low close, what is asked for at its close; told: up, down
 *    sizes: 100% (of equity), 3 units, risk 1%; protections: stop, target, trail as 1% or 2xatr14; time 5 (bars)
 * fill 1 buy 10 at 100 signal fee 0.25          every fill, in order
 * trade 1-3 long 10 from 100 to 101 pnl 9.5     every round trip
 * refused 2 SIZE_ZERO                           every refusal
 * equity 1000 1001 ...                          optional: at each close
 * end cash 1001 position 0 return 1/1000 ...    optional, any of: cash position fees return drawdown cancelled overdrawn
 * </pre>
 */
record HandTable(String sentence, Market market, Costs costs, Rules rules, List<String> expected) {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
    private static final List<String> TOLD = List.of("up", "down");
    private static final int HOUR = 3600;
    private static final long START = 1_704_067_200L;

    /** Tables are separated by empty lines. */
    static Stream<HandTable> all(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n")).map(HandTable::parse);
    }

    private static HandTable parse(String paragraph) {
        List<String> lines = paragraph.strip().lines().map(String::strip).toList();
        Map<String, String> given = new HashMap<>();
        List<Candle> bars = new ArrayList<>();
        Map<Integer, List<Action>> actions = new HashMap<>();
        Cooldown cooldown = Cooldown.NONE;
        String idea = "";
        Map<String, Deque<String>> growth = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Deque<String> words = words(line);
            switch (words.element()) {
                case "given" -> given.putAll(pairs(words));
                case "cooldown" -> cooldown = cooldown(words);
                case "rules" -> idea = line;
                case "fish", "pyramid", "reverse" -> growth.put(words.element(), words(line));
                case "fill", "trade", "refused", "equity", "end" -> expected.add(line);
                default -> {
                    if (!words.remove().equals(bars.size() + ":")) throw new IllegalArgumentException(line);
                    String[] cells = line.substring(line.indexOf(':') + 1).split("\\|");
                    String asked = cells.length > 1 ? cells[1].strip() : "";
                    bars.add(candle(bars.size(), words(cells[0]), asked));
                    if (!asked.isEmpty() && !TOLD.contains(asked)) actions.put(bars.size() - 1, actions(asked));
                }
            }
        }
        Rules rules = idea.isEmpty() ? new Rules.Script(actions, cooldown) : idea(words(idea), cooldown);
        if (!growth.isEmpty()) rules = HandGrowth.growing((Rules.Idea) rules, growth);
        return new HandTable(lines.getFirst(), market(given, bars), costs(given), rules, expected);
    }

    /** What differs between the table and an outcome, one line each. */
    List<String> differences(Outcome outcome) {
        List<String> found = new ArrayList<>();
        compare(found, "fill", outcome.fills().stream().map(Events::line).toList());
        compare(found, "trade", outcome.trades().stream().map(Events::line).toList());
        compare(found, "refused", outcome.refusals().stream().map(Events::line).toList());
        if (!lines("equity").isEmpty()) {
            List<String> equity = outcome.equity().stream().map(Events::plain).toList();
            compare(found, "equity", List.of("equity " + String.join(" ", equity)));
        }
        for (String line : lines("end"))
            pairs(words(line)).forEach((key, value) -> {
                BigDecimal actual = end(outcome, key);
                boolean reported = !key.equals("overdrawn") || actual.signum() >= 0;
                if (reported && number(value).subtract(actual).abs().compareTo(tolerance(key)) > 0)
                    found.add(key + " expected " + value + " but was " + actual);
            });
        return found;
    }

    private void compare(List<String> found, String word, List<String> actual) {
        List<String> wanted = lines(word);
        for (int i = 0; i < Math.max(wanted.size(), actual.size()); i++) {
            String want = i < wanted.size() ? wanted.get(i) : "no " + word;
            String have = i < actual.size() ? actual.get(i) : "no " + word;
            if (!want.equals(have)) found.add("expected " + want + " but was " + have);
        }
    }

    /** Expected lines of one kind, numbers and spaces in their plainest form. */
    private List<String> lines(String word) {
        return expected.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> String.join(
                        " ", words(line).stream().map(HandTable::plainest).toList()))
                .toList();
    }

    private static String plainest(String word) {
        return word.matches("-?[0-9.]+") ? Events.plain(new BigDecimal(word)) : word;
    }

    private static BigDecimal tolerance(String key) {
        return key.equals("return") || key.equals("drawdown") ? TOLERANCE : BigDecimal.ZERO;
    }

    private static BigDecimal end(Outcome outcome, String key) {
        return switch (key) {
            case "cash" -> outcome.cash();
            case "position" -> outcome.position();
            case "fees" -> outcome.fees();
            case "return" -> outcome.netReturn();
            case "drawdown" -> outcome.maxDrawdown();
            case "cancelled" -> new BigDecimal(outcome.cancelled());
            case "overdrawn" -> new BigDecimal(outcome.overdrawn());
            default -> throw new IllegalArgumentException(key);
        };
    }

    static Deque<String> words(String line) {
        return new ArrayDeque<>(List.of(line.strip().split("\\s+")));
    }

    static Map<String, String> pairs(Deque<String> words) {
        words.remove();
        Map<String, String> pairs = new HashMap<>();
        while (!words.isEmpty()) pairs.put(words.remove(), words.remove());
        return pairs;
    }

    /** A decimal or a fraction such as 1/3. */
    private static BigDecimal number(String word) {
        String[] parts = word.split("/");
        BigDecimal over = new BigDecimal(parts[0]);
        return parts.length == 1 ? over : over.divide(new BigDecimal(parts[1]), MathContext.DECIMAL128);
    }

    /** What is told goes with the bar as its volume. */
    private static Candle candle(int bar, Deque<String> p, String told) {
        long time = START + (long) bar * HOUR;
        BigDecimal open = number(p.remove());
        BigDecimal high = number(p.remove());
        BigDecimal low = number(p.remove());
        return new Candle(
                time, open, high, low, number(p.remove()), new BigDecimal(TOLD.indexOf(told) + 2).max(BigDecimal.ONE));
    }

    private static Market market(Map<String, String> given, List<Candle> bars) {
        Market derived = Market.derived(HOUR, bars);
        if (!given.containsKey("tick") && !given.containsKey("lot")) return derived;
        BigDecimal tick = number(given.getOrDefault("tick", derived.tick().toPlainString()));
        BigDecimal lot = number(given.getOrDefault("lot", derived.lot().toPlainString()));
        return Market.stepped(tick, lot, HOUR, bars);
    }

    private static Costs costs(Map<String, String> given) {
        BigDecimal fee = number(given.getOrDefault("fee", "0"));
        BigDecimal maker = number(given.getOrDefault("maker", fee.toPlainString()));
        BigDecimal slippage = number(given.getOrDefault("slippage", "0"));
        return new Costs(number(given.getOrDefault("cash", "10000")), fee, maker, slippage);
    }

    private static Cooldown cooldown(Deque<String> words) {
        words.remove();
        int bars = Integer.parseInt(words.remove());
        words.remove();
        return new Cooldown(bars, kinds(words.remove()));
    }

    static Set<Kind> kinds(String list) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String kind : list.split(",")) kinds.add(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        return kinds;
    }

    private static List<Action> actions(String cell) {
        List<Action> actions = new ArrayList<>();
        for (String part : cell.split(";")) {
            Deque<String> words = words(part);
            String verb = words.remove();
            if (verb.equals("exit")) actions.add(new Action.Exit());
            else
                actions.add(
                        new Action.Enter(Side.valueOf(verb.toUpperCase(Locale.ROOT)), size(words), protection(words)));
        }
        return actions;
    }

    private static Rules idea(Deque<String> words, Cooldown cooldown) {
        words.remove();
        String name = words.remove();
        int first = name.equals("told") ? 0 : Integer.parseInt(words.remove());
        Signal signal = switch (name) {
            case "told" -> new Signal.Told();
            case "sma" -> new Signal.SmaCross(first, Integer.parseInt(words.remove()));
            case "rsi" -> new Signal.RsiBand(first, number(words.remove()), number(words.remove()));
            case "breakout" -> new Signal.Breakout(first);
            default -> throw new IllegalArgumentException(name);
        };
        Direction direction = Direction.valueOf(words.remove().toUpperCase(Locale.ROOT));
        Size size = size(words);
        int from = 0;
        if ("from".equals(words.peek())) {
            words.remove();
            from = Integer.parseInt(words.remove());
        }
        return new Rules.Idea(signal, direction, size, protection(words), cooldown, from);
    }

    static Size size(Deque<String> words) {
        String word = words.remove();
        if (word.endsWith("%")) return new Size.EquityPercent(percent(word));
        if (word.equals("risk")) return new Size.RiskPercent(percent(words.remove()));
        if (!words.remove().equals("units")) throw new IllegalArgumentException("size " + word);
        return new Size.Units(number(word));
    }

    private static Protection protection(Deque<String> words) {
        Map<String, String> asked = new HashMap<>();
        while (!words.isEmpty()) asked.put(words.remove(), words.remove());
        return new Protection(
                distance(asked.getOrDefault("stop", "")),
                distance(asked.getOrDefault("target", "")),
                distance(asked.getOrDefault("trail", "")),
                Integer.parseInt(asked.getOrDefault("time", "0")));
    }

    static Distance distance(String word) {
        if (word.isEmpty()) return new Distance.None();
        if (word.endsWith("%")) return new Distance.Percent(percent(word));
        String[] parts = word.split("xatr");
        return new Distance.Atr(Integer.parseInt(parts[1]), number(parts[0]));
    }

    private static BigDecimal percent(String word) {
        return number(word.substring(0, word.length() - 1));
    }
}
