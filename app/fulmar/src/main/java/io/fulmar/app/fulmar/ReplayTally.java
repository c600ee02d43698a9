package io.fulmar.app.fulmar;

import io.fulmar.live.FeedHash;
import io.fulmar.live.LakeFeed;
import io.fulmar.live.MarketHub;
import io.fulmar.market.BarKind;
import io.fulmar.market.Flow;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Replay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A replay through the hub, counted as it goes. */
final class ReplayTally {
    private final Replay replay;
    private final LakeFeed feed;
    private final FeedHash hash = new FeedHash();
    private final MarketHub hub;
    private final List<BarKind> kinds;
    private final long[] events;
    private final long[] firsts;
    private final long[] lasts;
    private final long[] bars;

    ReplayTally(Replay replay, List<BarKind> kinds, Optional<ReplayedStrategy> strategy) {
        this.replay = replay;
        this.kinds = kinds;
        this.feed = new LakeFeed(replay);
        this.events = new long[replay.streams()];
        this.firsts = new long[replay.streams()];
        this.lasts = new long[replay.streams()];
        this.bars = new long[kinds.size()];
        strategy.ifPresent(one -> one.begin(feed.markets()));
        MarketListener ear = strategy.<MarketListener>map(one -> new BarsEar(hash, one::told))
                .orElse(hash);
        this.hub = new MarketHub(feed.markets(), depths(), kinds, ear, (market, kind, made, bar) -> {
            bars[kind]++;
            strategy.ifPresent(one -> one.made(kind, made, bar));
        });
    }

    /** Markets whose books are replayed have whole books; the others the best prices, if any. */
    private List<Flow.Depth> depths() {
        List<Flow.Depth> depths =
                new ArrayList<>(Collections.nCopies(feed.markets().size(), Flow.Depth.TRADES));
        for (int i = 0; i < replay.streams(); i++) {
            int market = feed.market(i);
            if (replay.dataset(i).kind() == Kind.Events.BOOKS) {
                depths.set(market, Flow.Depth.BOOK);
            } else if (replay.dataset(i).kind() == Kind.Events.QUOTES && depths.get(market) == Flow.Depth.TRADES) {
                depths.set(market, Flow.Depth.QUOTES);
            }
        }
        return depths;
    }

    /** The row at which the replay stands. */
    void hear() {
        int stream = replay.stream();
        long heard = replay.heard();
        if (events[stream]++ == 0) {
            firsts[stream] = heard;
        }
        lasts[stream] = heard;
        feed.tell(hub);
    }

    void end() {
        hub.end();
    }

    long events() {
        long sum = 0;
        for (long each : events) sum += each;
        return sum;
    }

    /** For people who step: when, whose, what. */
    String line() {
        StringBuilder values = new StringBuilder();
        List<String> columns = replay.rows().kind().fields().stream()
                .map(field -> field.name())
                .toList();
        for (int i = 1; i < columns.size(); i++) {
            double[] numbers = replay.rows().numbers(i);
            String value = numbers.length > 0
                    ? plain(numbers[replay.row()])
                    : Long.toString(replay.rows().wholes(i)[replay.row()]);
            values.append("  ").append(columns.get(i)).append(' ').append(value);
        }
        return IsoTime.of(replay.heard()) + "  " + replay.dataset(replay.stream()) + values;
    }

    private static String plain(double number) {
        return Double.isNaN(number)
                ? "-"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    JsonValue.Fields json(double seconds, boolean over) {
        List<JsonValue> list = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            list.add(new JsonValue.Fields()
                    .put("venue", replay.dataset(i).venue())
                    .put("symbol", replay.dataset(i).symbol().toString())
                    .put("kind", replay.dataset(i).kind().word())
                    .put("events", events[i])
                    .put("first", time(events[i], firsts[i]))
                    .put("last", time(events[i], lasts[i])));
        }
        JsonValue.Fields made = new JsonValue.Fields();
        for (int i = 0; i < kinds.size(); i++) made.put(kinds.get(i).toString(), bars[i]);
        JsonValue.Fields refused = new JsonValue.Fields();
        hub.refused().forEach((why, count) -> refused.put(why.name(), count));
        return new JsonValue.Fields()
                .put("streams", events.length)
                .put("events", events())
                .put("first", time(events(), first()))
                .put("last", time(events(), last()))
                .put("seconds", seconds)
                .put("eventsPerSecond", seconds > 0 ? Math.rint(events() / seconds) : Double.NaN)
                .put("hash", hash())
                .put("complete", over)
                .put("refused", refused)
                .put("dark", dark())
                .put("bars", made)
                .put("list", new JsonValue.Items(list));
    }

    String hash() {
        return String.format("%016x", hash.hash());
    }

    /** Stretches in which a book could not be trusted. */
    long dark() {
        long sum = 0;
        for (int i = 0; i < feed.markets().size(); i++) sum += hub.watch(i).count();
        return sum;
    }

    long refused() {
        return hub.refused().values().stream().mapToLong(Long::longValue).sum();
    }

    long bars() {
        long sum = 0;
        for (long each : bars) sum += each;
        return sum;
    }

    long first() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < events.length; i++) first = events[i] == 0 ? first : Math.min(first, firsts[i]);
        return first;
    }

    long last() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < events.length; i++) last = events[i] == 0 ? last : Math.max(last, lasts[i]);
        return last;
    }

    private static JsonValue time(long count, long nanos) {
        return count == 0 ? JsonValue.Literal.NULL : new JsonValue.Text(IsoTime.of(nanos));
    }
}
