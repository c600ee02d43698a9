package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.risk.RiskLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A strategy's words bar by bar and what the desk's journal must say of its orders, a line each:
 *
 * <pre>
 * The sentence it proves                       first line
 * plain                                        optional: the venue holds neither stops nor trails, the desk does
 * 0: 100 101 99 100 | buy 10 limit 95 stop 2   bar: open high low close, and what is said at its close
 *    words: market, limit P, trigger P, trigger P LIMIT, touched P, stop N, target N, trail N (ticks), ioc, fok, post-only, good BARS; exit; withdraw
 * > 1: 1 buys 10 limit 95                      all that was journaled of orders; "1:" is the close of bar 0 and the open of bar 1
 * </pre>
 */
final class DeskScript {
    static final long MINUTE = 60_000_000_000L;
    static final long INSTRUMENT = 1;

    final String sentence;
    final List<String> expected = new ArrayList<>();
    private final Map<Integer, String> words = new HashMap<>();
    private final Bars bars;
    private final boolean plain;

    private DeskScript(String paragraph) {
        List<String> lines = paragraph.strip().lines().map(String::strip).toList();
        sentence = lines.getFirst();
        plain = lines.contains("plain");
        bars = new Bars(new Timeframe(MINUTE), 16);
        for (String line : lines) {
            if (line.startsWith(">")) {
                expected.add(line.substring(1).strip());
            } else if (line.matches("\\d+:.*")) {
                int bar = Integer.parseInt(line.substring(0, line.indexOf(':')));
                String[] halves = line.substring(line.indexOf(':') + 1).split("\\|");
                append(bar, halves[0].strip().split("\\s+"));
                if (halves.length > 1) {
                    words.put(bar, halves[1].strip());
                }
            }
        }
    }

    private void append(int bar, String[] prices) {
        long[] p = Arrays.stream(prices).mapToLong(Long::parseLong).toArray();
        bars.append(bar * MINUTE, p[0], p[1], p[2], p[3], 1);
    }

    static Stream<DeskScript> all(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n")).map(DeskScript::new);
    }

    static Instrument instrument(long id) {
        String base = id == INSTRUMENT ? "X" : "Y" + (id == 2 ? "" : Long.toString(id));
        Symbol symbol = Symbol.parse(base + "/USDT:USDT");
        return Instrument.linear(id, "test", symbol, Decimal.ONE, Decimal.ONE, Decimal.ONE);
    }

    /** What the journal says of orders. */
    List<String> played() {
        Bench bench = new Bench(RiskLimits.backtest(), plain);
        bench.market(INSTRUMENT, bars);
        bench.seat(0, 0, 1_000_000, words);
        return lines(bench.run());
    }

    static List<String> lines(Log log) {
        List<String> lines = new ArrayList<>();
        Journal.read(log, 1, (envelope, event) -> {
            String words = words(event);
            if (!words.isEmpty()) {
                lines.add(envelope.venueTime() / MINUTE + ": " + words);
            }
        });
        return lines;
    }

    private static String words(Event event) {
        return switch (event) {
            case OrderEvent.Intended intended -> {
                Order order = intended.terms();
                yield order.id() + " " + order.side().name().toLowerCase(Locale.ROOT) + "s " + order.lots() + " "
                        + kind(order.kind())
                        + (order.reduceOnly() ? " " + order.cause().word() : "")
                        + (intended.approval() == OrderEvent.Approval.ARMED ? ", armed" : "");
            }
            case OrderEvent.Acknowledged ignored -> "";
            case OrderEvent.Refused refused -> refused.order() + " refused " + refused.refusal();
            case OrderEvent.Triggered triggered -> triggered.order() + " triggered";
            case OrderEvent.CancelAsked asked -> asked.order() + " to be cancelled: " + asked.reason();
            case OrderEvent.Cancelled over -> over.order() + " cancelled: " + over.reason();
            case OrderEvent.Rejected over -> over.order() + " rejected: " + over.reason();
            case OrderEvent.Expired over -> over.order() + " expired";
            case FillEvent.Filled fill ->
                fill.order() + " filled " + fill.lots() + " at " + fill.ticks() + (fill.maker() ? " maker" : "");
            case RiskEvent.SignalRefused refused -> "refused " + refused.refusal();
            default -> "";
        };
    }

    private static String kind(OrderKind kind) {
        return switch (kind) {
            case OrderKind.Market ignored -> "market";
            case OrderKind.Limit(long ticks) -> "limit " + ticks;
            case OrderKind.Stop(long trigger) -> "stop " + trigger;
            case OrderKind.StopLimit(long trigger, long limit) -> "stop-limit " + trigger + " " + limit;
            case OrderKind.TakeProfit(long trigger) -> "take-profit " + trigger;
            case OrderKind.TrailingStop(long start, long distance) -> "trail " + start + " " + distance;
        };
    }
}
