package io.fulmar.live;

import io.fulmar.bus.Clock;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.Impossible;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what is heard in the lake, each market's channels in datasets of their own. What is heard waits in memory and is forced to the
 * disk together, so that a crash, of the process or of the machine, costs at most what came within the {@link Bounds}: whoever hosts a
 * recorder says {@link #turn} at least as often as they allow, also when nothing is heard.
 *
 * <p>A lake keeps each dataset in the order of the venue's times, so what goes back in time is refused and counted, as is what the hub
 * refuses. One thread speaks to a recorder. After an exception of the
 * lake it can be told more; up to 256 rows of the dataset that could not be written may be missing then.
 */
public final class Recorder implements MarketListener, AutoCloseable {
    /** How much a crash may cost. */
    public record Bounds(long millis, int rows) {
        /** A second, or 4,096 rows. */
        public static final Bounds USUAL = new Bounds(1_000, 4_096);

        public Bounds {
            if (millis < 1 || millis > 3_600_000 || rows < 1 || rows > 1_000_000) {
                throw new IllegalArgumentException(
                        "a recorder commits every 1 to 3,600,000 ms and every 1 to 1,000,000 rows");
            }
        }
    }

    private static final long MILLI = 1_000_000;

    private final Lake lake;
    private final List<Market> markets;
    private final Bounds bounds;
    private final Clock clock;
    private final Map<Kind, RecordedChannel>[] channels;
    private final Sieve[] sieves;
    private int waiting;
    private long due;
    private long recorded;
    private long commits;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of maps
    public Recorder(Lake lake, List<Market> markets, Bounds bounds, Clock clock) {
        this.lake = lake;
        this.markets = List.copyOf(markets);
        this.bounds = bounds;
        this.clock = clock;
        this.channels = new Map[markets.size()];
        this.sieves = new Sieve[markets.size()];
        for (int i = 0; i < sieves.length; i++) {
            channels[i] = new HashMap<>();
            sieves[i] = new Sieve();
        }
        due = clock.now() + bounds.millis() * MILLI;
    }

    private RecordedChannel channel(int market, Kind kind) {
        RecordedChannel channel = channels[market].get(kind);
        return channel == null ? open(market, kind) : channel;
    }

    private RecordedChannel open(int market, Kind kind) {
        Market of = markets.get(market);
        Dataset dataset = new Dataset(of.venue(), of.symbol(), kind);
        RecordedChannel channel = new RecordedChannel(lake, dataset, of.scales());
        channels[market].put(kind, channel);
        return channel;
    }

    @Override
    public void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id) {
        if (sieves[market].passesTrade(venueTime, heard, ticks, lots)) {
            note(channel(market, Kind.Events.TRADES).trade(venueTime, heard, side, ticks, lots, id), market);
        }
    }

    @Override
    public void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        if (sieves[market].passesQuote(venueTime, heard, bid, bidLots, ask, askLots)) {
            note(channel(market, Kind.Events.QUOTES).quote(venueTime, heard, bid, bidLots, ask, askLots), market);
        }
    }

    @Override
    public void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence) {
        if (sieves[market].passesBook(venueTime, heard, kind, ticks, lots)) {
            note(channel(market, Kind.Events.BOOKS).book(venueTime, heard, kind, ticks, lots, sequence), market);
        }
    }

    @Override
    public void mark(int market, long heard, long ticks, long index) {
        if (sieves[market].passesMark(heard, ticks)) {
            note(channel(market, Kind.Events.MARK).mark(heard, ticks, index), market);
        }
    }

    @Override
    public void funding(int market, long heard, long rate, long ticks) {
        if (sieves[market].passesFunding(heard, rate)) {
            note(channel(market, Kind.Events.FUNDING).funding(heard, rate, ticks), market);
        }
    }

    @Override
    public void bar(long heard, MarketDataEvent.BarClosed bar) {
        int market = Math.toIntExact(bar.instrument());
        note(channel(market, new Kind.Candles(bar.timeframe())).bar(bar), market);
    }

    private void note(boolean kept, int market) {
        if (!kept) {
            sieves[market].refuse(Impossible.TIME_BACKWARDS);
            return;
        }
        recorded++;
        waiting++;
        if (waiting >= bounds.rows() || clock.now() >= due) {
            commit();
        }
    }

    /** Commits when it is time to. */
    public void turn() {
        if (clock.now() >= due) {
            commit();
        }
    }

    /** All that was heard until now outlives a crash. */
    public void commit() {
        for (Map<Kind, RecordedChannel> of : channels) {
            of.values().forEach(RecordedChannel::commit);
        }
        commits += waiting > 0 ? 1 : 0;
        waiting = 0;
        due = clock.now() + bounds.millis() * MILLI;
    }

    /** Rows that were taken, those that still wait among them. */
    public long recorded() {
        return recorded;
    }

    /** Rows that a crash now would cost. */
    public int waiting() {
        return waiting;
    }

    public long commits() {
        return commits;
    }

    /** How much was refused, by reason, over all markets. */
    public Map<Impossible, Long> refused() {
        Map<Impossible, Long> sum = new EnumMap<>(Impossible.class);
        for (Sieve sieve : sieves) {
            sieve.counts().forEach((why, count) -> sum.merge(why, count, Long::sum));
        }
        return sum;
    }

    /** Commits and gives the datasets back; all of them, even if one cannot be written. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Map<Kind, RecordedChannel> of : channels) {
            for (RecordedChannel channel : of.values()) {
                try {
                    channel.close();
                } catch (RuntimeException e) {
                    first = first == null ? e : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
