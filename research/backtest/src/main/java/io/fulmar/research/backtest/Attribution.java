package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Template;
import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Worth;
import io.fulmar.portfolio.Trade;
import io.fulmar.simulation.exchange.Executions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Who made a run's profit, in what, and what it cost: every money unit between the starting cash and the final equity has one place. The
 * parts add up exactly, or there is no attribution but an exception.
 *
 * @param parts by strategy and instrument, in the order in which they first traded
 * @param byExit closed trades after fees by what ended them; then what is open, funding and covered losses, where there are any
 * @param spreadKnown whether the touch was known at any fill
 */
public record Attribution(List<Part> parts, Costs total, SequencedMap<String, Long> byExit, boolean spreadKnown) {
    static final String OPEN = "open";
    static final String FUNDING = "funding";
    static final String COVERED = "covered";

    /** What one strategy made in one instrument. */
    public record Part(String strategy, String symbol, int fills, Costs costs) {}

    public Attribution {
        parts = List.copyOf(parts);
        byExit = Collections.unmodifiableSequencedMap(byExit);
    }

    /** Of a finished run; {@code strategies} names who sits on a seat. */
    public static Attribution of(BacktestResult result, List<MarketData> markets, IntFunction<String> strategies) {
        List<SeatCosts> seats = seats(result, markets);
        SequencedMap<List<String>, Part> parts = new LinkedHashMap<>();
        Costs total = Costs.NONE;
        for (SeatCosts seat : seats) {
            Part part = new Part(
                    strategies.apply(seat.seat()), seat.instrument().symbol().toString(), seat.fills(), seat.costs());
            parts.merge(List.of(part.strategy, part.symbol), part, Attribution::together);
            total = total.plus(part.costs);
        }
        if (total.net() != result.finalEquity() - result.cash()) {
            throw new IllegalStateException("the parts of the profit add up to " + total.net()
                    + " money units, the account made " + (result.finalEquity() - result.cash()));
        }
        return new Attribution(List.copyOf(parts.values()), total, exits(result, total), spreadKnown(result));
    }

    private static Part together(Part a, Part b) {
        return new Part(a.strategy, a.symbol, a.fills + b.fills, a.costs.plus(b.costs));
    }

    private static boolean spreadKnown(BacktestResult result) {
        Executions executions = result.notes().executions();
        boolean known = false;
        for (int i = 0; i < executions.size(); i++) {
            known |= executions.twoSided(i);
        }
        return known;
    }

    private static SequencedMap<String, Long> exits(BacktestResult result, Costs total) {
        SequencedMap<String, Long> exits = new LinkedHashMap<>();
        long closed = 0;
        for (Trade trade : result.trades()) {
            exits.merge(trade.exit().word(), trade.net(), Math::addExact);
            closed = Math.addExact(closed, trade.net());
        }
        long open = total.net() - total.funding() - total.covered() - closed;
        if (open != 0 && result.openTrades() == 0) {
            throw new IllegalStateException("nothing is open, but " + open + " money units belong to no closed trade");
        }
        if (result.openTrades() > 0) {
            exits.put(OPEN, open);
        }
        if (total.funding() != 0) {
            exits.put(FUNDING, total.funding());
        }
        if (total.covered() != 0) {
            exits.put(COVERED, total.covered());
        }
        return exits;
    }

    private static List<SeatCosts> seats(BacktestResult result, List<MarketData> markets) {
        List<SeatCosts> seats = new ArrayList<>();
        Executions executions = result.notes().executions();
        if (executions.size() != result.fills().size()) {
            throw new IllegalStateException("the venue noted " + executions.size() + " fills, the journal has "
                    + result.fills().size());
        }
        for (int i = 0; i < executions.size(); i++) {
            BacktestResult.FillRow fill = result.fills().get(i);
            if (executions.order(i) != fill.order()) {
                throw new IllegalStateException("fill " + i + " is of order " + fill.order()
                        + " in the journal, of order " + executions.order(i) + " at the venue");
            }
            seat(seats, fill.seat(), MarketData.of(markets, fill.instrument())).fill(fill, executions, i);
        }
        Journal.read(result.log(), 1, Template.all(Template.Family.ACCOUNT), (envelope, event) -> {
            if (event instanceof AccountEvent moved) {
                seat(seats, moved.seat(), MarketData.of(markets, moved.instrument()))
                        .move(moved);
            }
        });
        for (int i = 0; i < seats.size(); i++) {
            MarketData market = MarketData.of(markets, seats.get(i).instrument().id());
            if (market.bars().size() > 0) {
                mark(seats, i, market.bars().closes()[market.bars().size() - 1]);
            }
        }
        return seats;
    }

    /**
     * What a seat holds at the end is worth what the account marks it at: all seats of an instrument together, rounded once. The last of
     * them that holds any has the rest.
     */
    private static void mark(List<SeatCosts> seats, int at, long ticks) {
        SeatCosts seat = seats.get(at);
        if (seat.lots() == 0) {
            return;
        }
        long all = 0;
        long others = 0;
        boolean last = true;
        for (int i = 0; i < seats.size(); i++) {
            SeatCosts other = seats.get(i);
            if (other.lots() != 0
                    && other.instrument().id() == seat.instrument().id()) {
                all = Math.addExact(all, other.lots());
                others = Math.addExact(others, i == at ? 0 : other.valueAt(ticks));
                last &= i <= at;
            }
        }
        seat.mark(last ? Math.subtractExact(seat.valueOf(all, ticks), others) : seat.valueAt(ticks));
    }

    private static SeatCosts seat(List<SeatCosts> seats, int seat, MarketData market) {
        Instrument instrument = market.instrument();
        for (SeatCosts known : seats) {
            if (known.seat() == seat && known.instrument().id() == instrument.id()) {
                return known;
            }
        }
        SeatCosts added = new SeatCosts(seat, instrument, Worth.of(instrument));
        seats.add(added);
        return added;
    }

    /** What each strategy made, in all its instruments. */
    public SequencedMap<String, Costs> byStrategy() {
        return grouped(Part::strategy);
    }

    /** What was made in each instrument, by all strategies. */
    public SequencedMap<String, Costs> bySymbol() {
        return grouped(Part::symbol);
    }

    private SequencedMap<String, Costs> grouped(Function<Part, String> key) {
        SequencedMap<String, Costs> groups = new LinkedHashMap<>();
        parts.forEach(part -> groups.merge(key.apply(part), part.costs(), Costs::plus));
        return Collections.unmodifiableSequencedMap(groups);
    }
}
