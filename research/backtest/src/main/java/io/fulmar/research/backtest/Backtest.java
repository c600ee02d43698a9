package io.fulmar.research.backtest;

import io.fulmar.bus.Hashes;
import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.bus.Template;
import io.fulmar.domain.Currency;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.engine.Desk;
import io.fulmar.engine.DeskSettings;
import io.fulmar.engine.SeatSettings;
import io.fulmar.engine.Tape;
import io.fulmar.engine.Verification;
import io.fulmar.portfolio.Account;
import io.fulmar.portfolio.Trade;
import io.fulmar.simulation.exchange.BarExchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Runs a desk over recorded bars with the simulated venue. The desk is the one that trades live; only clock, feed and venue differ. */
public final class Backtest {
    private static final long STREAM = 1;
    private static final long EPOCH = 1;
    private static final Set<Template> ORDERS_AND_FILLS =
            EnumSet.of(Template.INTENDED, Template.ADOPTED, Template.FILLED);

    private final BacktestSetup setup;
    private final List<Tape> tapes;
    private final List<Trade> trades = new ArrayList<>();
    private final Log log;
    private final BarExchange venue;
    private final Desk desk;
    private final long cash;

    /** Builds desk, venue and strategies; a strategy that cannot be seated says so here. */
    public Backtest(BacktestSetup setup) {
        this(setup, tapes(setup), new MemoryLog());
    }

    Backtest(BacktestSetup setup, List<Tape> tapes, Log log) {
        this.setup = setup;
        this.tapes = tapes;
        this.log = log;
        DeskSettings settings = settings(setup);
        List<Instrument> instruments = new ArrayList<>();
        for (MarketData market : setup.markets()) {
            instruments.add(market.instrument());
        }
        this.cash = settings.cash();
        this.venue = new BarExchange(
                instruments, setup.rules(), setup.terms().account(settings.cash(), settings.leveragePpm()));
        this.desk = new Desk(settings, new Journal(log, STREAM, EPOCH), venue, tapes, trades::add);
        seat(setup, desk, tapes);
    }

    private static List<Tape> tapes(BacktestSetup setup) {
        List<Tape> tapes = new ArrayList<>();
        for (MarketData market : setup.markets()) {
            tapes.add(new Tape(market.instrument(), market.bars()));
        }
        return tapes;
    }

    private static DeskSettings settings(BacktestSetup setup) {
        Currency currency = currency(setup.markets());
        long cash = currency.amount(setup.cash()).units();
        return new DeskSettings(
                currency,
                cash,
                setup.leveragePpm(),
                setup.rules().taker(),
                setup.limits(),
                setup.terms().agreed());
    }

    private static void seat(BacktestSetup setup, Desk desk, List<Tape> tapes) {
        for (int i = 0; i < tapes.size(); i++) {
            desk.dataSet(tapes.get(i), setup.markets().get(i).dataHash());
        }
        for (BacktestSetup.Contestant one : setup.strategies()) {
            desk.seat(
                    one.type(),
                    one.parameters(),
                    tapes.get(one.market()),
                    new SeatSettings(one.priority(), one.sharePpm(), one.codeHash(), setup.tradeFrom()));
        }
    }

    /** Decides a recorded run again, from its journal and the same data, and says whether every event comes out the same. */
    public static Verification verify(BacktestSetup setup, Log recorded) {
        List<Tape> tapes = tapes(setup);
        return Verification.of(recorded, STREAM, settings(setup), tapes, desk -> seat(setup, desk, tapes));
    }

    private static Currency currency(List<MarketData> markets) {
        Currency first = markets.get(0).instrument().settlement();
        for (MarketData market : markets) {
            if (!market.instrument().settlement().equals(first)) {
                throw new IllegalArgumentException(market.instrument().symbol() + " settles in "
                        + market.instrument().settlement() + ", the account is kept in " + first);
            }
        }
        return first;
    }

    /** How many bars have been run, for whoever watches the progress from another thread. */
    public long progress() {
        return desk.progress();
    }

    /** Runs the desk alone over all bars, for those who measure it; the equity at the end. */
    public long runDesk() {
        desk.run();
        return desk.equity();
    }

    /** Round trips so far. */
    public int tradeCount() {
        return trades.size();
    }

    /** The round trips so far. */
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    public Desk desk() {
        return desk;
    }

    public long cash() {
        return cash;
    }

    /** What the desk has journaled. */
    public Log log() {
        return log;
    }

    public BacktestResult run() {
        long[] times = times();
        long[] curve = new long[times.length];
        desk.run(curve);
        balanced();
        int first = firstStep(times);
        List<BacktestResult.FillRow> fills = fills(log);
        long[] closes = first == 0 ? times : Arrays.copyOfRange(times, first, times.length);
        long[] net = first == 0 ? curve : Arrays.copyOfRange(curve, first, curve.length);
        return new BacktestResult(
                desk.ledger().account().currency(),
                cash,
                closes,
                net,
                gross(closes, net, fills),
                first,
                List.copyOf(trades),
                fills,
                desk,
                log,
                new BacktestResult.Hashes(
                        RunHash.of(fills, desk.ledger().account()),
                        desk.ledger().hash(),
                        Hashes.ofDecisions(log)),
                venue.notes());
    }

    /** No run makes or loses money: the desk's postings add up to zero, and the venue's own books, where it keeps any, agree. */
    void balanced() {
        Account account = desk.ledger().account();
        account.postings().requireBalanced();
        if (setup.terms().account(0, 1).booked() && venue.balance() != account.balance()) {
            throw new IllegalStateException(
                    "the desk has a balance of " + account.balance() + ", the venue one of " + venue.balance());
        }
    }

    /** The moments at which bars close, each once. */
    private long[] times() {
        if (tapes.size() == 1) {
            MarketData only = setup.markets().get(0);
            long[] times = Arrays.copyOf(only.bars().openTimes(), only.bars().size());
            long nanos = only.bars().timeframe().nanos();
            for (int i = 0; i < times.length; i++) {
                times[i] += nanos;
            }
            return times;
        }
        TreeSet<Long> all = new TreeSet<>();
        for (MarketData market : setup.markets()) {
            for (int i = 0; i < market.bars().size(); i++) {
                all.add(market.bars().closeTime(i));
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    private int firstStep(long[] times) {
        if (setup.tradeFrom() == Long.MIN_VALUE) {
            return 0;
        }
        long shortest = Long.MAX_VALUE;
        for (MarketData market : setup.markets()) {
            shortest = Math.min(shortest, market.bars().timeframe().nanos());
        }
        int step = 0;
        while (step < times.length && times[step] - shortest < setup.tradeFrom()) {
            step++;
        }
        return step;
    }

    /** Fees are added back from the step on in which they were paid. */
    static long[] gross(long[] closes, long[] net, List<BacktestResult.FillRow> fills) {
        long[] gross = new long[net.length];
        Times times = Times.of(closes);
        long paid = 0;
        int from = 0;
        for (BacktestResult.FillRow fill : fills) {
            int to = times.after(fill.time(), from);
            add(net, paid, gross, from, to);
            from = to;
            paid += fill.fee();
        }
        add(net, paid, gross, from, net.length);
        return gross;
    }

    private static void add(long[] net, long paid, long[] gross, int from, int to) {
        for (int i = from; i < to; i++) {
            gross[i] = net[i] + paid;
        }
    }

    private record Placed(Order terms, String why) {}

    static List<BacktestResult.FillRow> fills(Log log) {
        Map<Long, Placed> orders = new HashMap<>();
        List<BacktestResult.FillRow> fills = new ArrayList<>();
        Journal.read(log, 1, ORDERS_AND_FILLS, (envelope, event) -> {
            if (event instanceof OrderEvent.Intended intended) {
                orders.put(intended.order(), new Placed(intended.terms(), intended.reason()));
            } else if (event instanceof OrderEvent.Adopted adopted) {
                orders.put(adopted.order(), new Placed(adopted.terms(), adopted.evidence()));
            } else if (event instanceof FillEvent.Filled fill) {
                Placed placed = orders.get(fill.order());
                if (placed == null) {
                    throw new IllegalStateException("fill " + fill.trade() + " belongs to no order of this run");
                }
                Order order = placed.terms;
                fills.add(new BacktestResult.FillRow(
                        fill.order(),
                        order.seat(),
                        order.instrument(),
                        order.side(),
                        fill.ticks(),
                        fill.lots(),
                        fill.fee(),
                        order.cause(),
                        fill.timeNanos(),
                        placed.why));
            }
        });
        return fills;
    }
}
