package io.fulmar.simulation.exchange;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.TimeInForce;
import io.fulmar.risk.Risk;
import io.fulmar.risk.RiskLimits;
import io.fulmar.risk.Verdict;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is said to the simulated venue and what it must answer, a line each:
 *
 * <pre>
 * The sentence it proves                       first line
 * rules taker 10 maker 5 slippage 20 adaptive  optional, basis points
 * 1 buy 10 limit 95 post-only ioc              an order: market, limit P, stop P, stop-limit P LIMIT, take-profit P, trail P DISTANCE
 *                                              and words: post-only ioc fok until BAR reduce seat N
 * on 1: 2 sell 10 stop 93 reduce               an order that the desk places when the first fills
 * bar 100 101 99 100                           open high low close; the first is bar 0
 * gap                                          a missing bar
 * cancel 1 / amend 1 5 limit 94 / end
 * > 1 filled 10 at 95 maker fee 0.475          what the venue answers to the line before, all of it and in that order
 * </pre>
 */
final class VenueScript {
    static final long INSTRUMENT = 7;
    private static final long MINUTE = 60_000_000_000L;

    private final String sentence;
    private final List<String> lines;
    private final List<String> said = new ArrayList<>();
    private final Map<Long, List<String>> followers = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();
    private final Risk risk = new Risk(RiskLimits.backtest());
    private final BarExchange venue;
    private final Instrument instrument;
    private long last;
    private long bars;

    private VenueScript(String paragraph) {
        List<String> all = paragraph.strip().lines().map(String::strip).toList();
        sentence = all.getFirst();
        lines = all.subList(1, all.size());
        instrument = Instrument.linear(
                INSTRUMENT, "test", Symbol.parse("X/USDT:USDT"), Decimal.ONE, Decimal.ONE, Decimal.ONE);
        Instrument listed = new Instrument(
                INSTRUMENT,
                instrument.venue(),
                instrument.symbol(),
                instrument.kind(),
                instrument.tick(),
                instrument.lot(),
                instrument.contract(),
                new Minimums(2, Decimal.ZERO), // which the desk has not heard of
                instrument.settlement());
        venue = new BarExchange(List.of(listed), rules());
        venue.connect(this::hear, ignored -> last);
    }

    static Stream<VenueScript> all(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n")).map(VenueScript::new);
    }

    String sentence() {
        return sentence;
    }

    List<String> expected() {
        return lines.stream().filter(line -> !line.startsWith("rules ")).toList();
    }

    /** The same lines with what the venue really answered. */
    List<String> played() {
        for (String line : lines) {
            if (!line.startsWith(">") && !line.startsWith("rules ")) {
                said.add(line);
                play(new ArrayDeque<>(List.of(line.split("\\s+"))));
            }
        }
        return List.copyOf(said);
    }

    private ExchangeRules rules() {
        Map<String, String> given = new HashMap<>();
        IntrabarPath path = IntrabarPath.WORST;
        for (String line : lines) {
            if (line.startsWith("rules ")) {
                String[] words = line.split("\\s+");
                for (int i = 1; i < words.length; i += 2) {
                    if (words[i].equals("adaptive")) {
                        path = IntrabarPath.ADAPTIVE;
                    } else {
                        given.put(words[i], words[i + 1]);
                    }
                }
            }
        }
        return new ExchangeRules(rate(given, "taker"), rate(given, "maker"), rate(given, "slippage"), path);
    }

    private static Rate rate(Map<String, String> given, String name) {
        return Rate.ofBasisPoints(given.getOrDefault(name, "0"));
    }

    private void play(Deque<String> words) {
        switch (words.element()) {
            case "bar" -> {
                words.remove();
                long[] prices = words.stream().mapToLong(Long::parseLong).toArray();
                ScriptBar bar = new ScriptBar(bars++ * MINUTE, MINUTE, prices);
                last = bar.close();
                if (venue.waiting()) {
                    venue.onBar(bar);
                }
            }
            case "gap" -> bars++;
            case "on" -> {
                words.remove();
                String first = words.remove();
                followers
                        .computeIfAbsent(Long.parseLong(first.replace(":", "")), id -> new ArrayList<>())
                        .add(String.join(" ", words));
            }
            case "cancel" -> {
                words.remove();
                venue.cancel(risk.cancel(Long.parseLong(words.remove())));
            }
            case "amend" -> amend(words);
            case "end" -> venue.end(bars * MINUTE);
            default -> submit(order(words));
        }
    }

    private void submit(Order order) {
        orders.put(order.id(), order);
        switch (risk.submit(order, new EasySituation(instrument, order.side()))) {
            case Verdict.Pass<io.fulmar.risk.Action.Submit> pass -> venue.submit(pass.permit());
            case Verdict.No<io.fulmar.risk.Action.Submit> no -> said.add("> " + order.id() + " refused " + no);
        }
    }

    private void amend(Deque<String> words) {
        words.remove();
        Order order = Objects.requireNonNull(orders.get(Long.parseLong(words.remove())));
        long lots = Long.parseLong(words.remove());
        switch (risk.amend(order, lots, kind(words), new EasySituation(instrument, order.side()))) {
            case Verdict.Pass<io.fulmar.risk.Action.Amend> pass -> venue.amend(pass.permit());
            case Verdict.No<io.fulmar.risk.Action.Amend> no -> said.add("> " + order.id() + " refused " + no);
        }
    }

    private static Order order(Deque<String> words) {
        long id = Long.parseLong(words.remove());
        Side side = Side.valueOf(words.remove().toUpperCase(java.util.Locale.ROOT));
        long lots = Long.parseLong(words.remove());
        OrderKind kind = kind(words);
        TimeInForce patience = TimeInForce.GTC;
        boolean postOnly = false;
        boolean reduce = false;
        int seat = 0;
        while (!words.isEmpty()) {
            switch (words.remove()) {
                case "post-only" -> postOnly = true;
                case "ioc" -> patience = TimeInForce.IOC;
                case "fok" -> patience = TimeInForce.FOK;
                case "until" -> patience = new TimeInForce.GoodTilDate(Long.parseLong(words.remove()) * MINUTE);
                case "reduce" -> reduce = true;
                case "seat" -> seat = Integer.parseInt(words.remove());
                default -> throw new IllegalArgumentException(words.toString());
            }
        }
        Order.Terms terms = new Order.Terms(patience, postOnly, reduce);
        return new Order(id, seat, INSTRUMENT, side, lots, kind, terms, Cause.SIGNAL, 0, Bracket.NONE);
    }

    private static OrderKind kind(Deque<String> words) {
        return switch (words.remove()) {
            case "market" -> OrderKind.MARKET;
            case "limit" -> new OrderKind.Limit(number(words));
            case "stop" -> new OrderKind.Stop(number(words));
            case "stop-limit" -> new OrderKind.StopLimit(number(words), number(words));
            case "take-profit" -> new OrderKind.TakeProfit(number(words));
            case "trail" -> new OrderKind.TrailingStop(number(words), number(words));
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    private static long number(Deque<String> words) {
        return Long.parseLong(words.remove());
    }

    private void hear(Event event, long venueTime) {
        said.add("> " + words(event));
        if (event instanceof FillEvent.Filled fill) {
            for (String line : followers.getOrDefault(fill.order(), List.of())) {
                submit(order(new ArrayDeque<>(List.of(line.split("\\s+")))));
            }
        }
    }

    private String words(Event event) {
        return switch (event) {
            case FillEvent.Filled fill ->
                fill.order() + " filled " + fill.lots() + " at " + fill.ticks() + (fill.maker() ? " maker" : " taker")
                        + fee(fill.fee());
            case OrderEvent.Acknowledged ok -> ok.order() + " acknowledged";
            case OrderEvent.Rejected no -> no.order() + " rejected: " + no.reason();
            case OrderEvent.Cancelled over ->
                over.order() + " cancelled" + (over.filledLots() == 0 ? "" : " after " + over.filledLots()) + ": "
                        + over.reason();
            case OrderEvent.Expired over -> over.order() + " expired";
            case OrderEvent.CancelRejected no -> no.order() + " not cancelled: " + no.reason();
            case OrderEvent.Amended amended -> amended.order() + " amended";
            case OrderEvent.AmendRejected no -> no.order() + " not amended: " + no.reason();
            default -> event.toString();
        };
    }

    private String fee(long units) {
        BigDecimal fee = BigDecimal.valueOf(units, instrument.settlement().digits());
        return units == 0 ? "" : " fee " + fee.stripTrailingZeros().toPlainString();
    }
}
