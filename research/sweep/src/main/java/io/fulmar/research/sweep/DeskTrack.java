package io.fulmar.research.sweep;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Worth;
import io.fulmar.engine.Desk;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Position;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.research.robustness.Track;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a desk did, as a {@link Track}. */
final class DeskTrack {
    private final Study study;
    private final Bars bars;
    private final Days days;
    private final Map<Long, Worth> worths = new HashMap<>();
    private final Slippage slippage;

    DeskTrack(Study study) {
        this.study = study;
        this.bars = study.bars();
        this.days = new Days(bars, study.firstBar());
        study.template()
                .markets()
                .forEach(market -> worths.put(market.instrument().id(), Worth.of(market.instrument())));
        this.slippage = new Slippage(study.template().rules().slippage());
    }

    void fill(BacktestResult result, Track into) {
        trades(result.trades(), result.desk(), into);
        into.cash = result.cash();
        into.finalEquity = result.finalEquity();
        into.maxDrawdown = result.maxDrawdown();
        new Legs(into).read(result.log());
        days(result, into);
    }

    /** The trades of one of many that ran side by side; its journal is read where it was kept. */
    void fill(Backtest backtest, Curve curve, Track into) {
        trades(backtest.trades(), backtest.desk(), into);
        into.cash = backtest.cash();
        if (journals()) {
            new Legs(into).read(backtest.log());
        }
        curve.fill(into);
    }

    /** Whether trades alone do not tell what they cost. */
    boolean journals() {
        return !study.template().rules().slippage().isZero()
                || !study.template().terms().equals(VenueTerms.PLAIN);
    }

    private void trades(List<Trade> trades, Desk desk, Track into) {
        into.reserve(trades.size(), days.lastBar.length + 1);
        into.trades = trades.size();
        into.fees = desk.ledger().account().fees();
        into.bars = (long) bars.size() - study.firstBar();
        into.openTrades = 0;
        BitSet held = new BitSet();
        for (Position position : desk.ledger().account().positions()) {
            if (position.lots() != 0) {
                into.openTrades++;
                held.set(bar(position.entryTime()), bars.size());
            }
        }
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            into.entryBar[i] = bar(trade.entryTime());
            into.exitBar[i] = bar(trade.exitTime());
            into.pnl[i] = trade.net();
            into.equityBefore[i] = trade.equityBefore();
            into.costs[i] = trade.fees();
            held.set(into.entryBar[i], into.exitBar[i]);
        }
        into.barsInMarket = held.cardinality();
    }

    /** The bar that opens then; in another market, where bars may open at other times, the one under way. */
    private int bar(long openTime) {
        int at = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), openTime);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private void days(BacktestResult result, Track into) {
        into.days = days.lastBar.length + 1;
        into.dailyEquity[0] = result.cash();
        for (int day = 0; day < days.lastBar.length; day++) {
            int step = lastBy(days.midnight(day), result.closeTimes());
            into.dailyEquity[day + 1] = step < 0 ? result.cash() : result.equity()[step];
        }
    }

    private static int lastBy(long time, long[] closes) {
        int at = Arrays.binarySearch(closes, time);
        return at >= 0 ? at : -at - 2;
    }

    private Worth worth(long instrument) {
        return Optional.ofNullable(worths.get(instrument)).orElseThrow();
    }

    /** Slippage and funding, which trades do not know, from the journal. Each seat has one position at a time. */
    private final class Legs {
        private final Track into;
        private final Map<Long, Order> orders = new HashMap<>();
        private final Map<Integer, Leg> legs = new HashMap<>();
        private int closed;

        /** What the position of a seat is, and what it brought and cost so far. */
        private static final class Leg {
            long lots;
            long profit;
            long cost;
        }

        Legs(Track into) {
            this.into = into;
        }

        void read(Log log) {
            Journal.read(log, 1, (envelope, event) -> {
                switch (event) {
                    case OrderEvent.Intended intended -> orders.put(intended.order(), intended.terms());
                    case OrderEvent.Adopted adopted -> orders.put(adopted.order(), adopted.terms());
                    case FillEvent.Filled fill -> filled(fill);
                    case AccountEvent paid -> {
                        Leg leg = leg(paid.seat());
                        leg.profit = Math.addExact(leg.profit, paid.amount());
                        leg.cost = Math.subtractExact(leg.cost, paid.amount());
                    }
                    default -> {}
                }
            });
        }

        private Leg leg(int seat) {
            return legs.computeIfAbsent(seat, ignored -> new Leg());
        }

        private void filled(FillEvent.Filled fill) {
            Order order = Optional.ofNullable(orders.get(fill.order())).orElseThrow();
            Leg leg = leg(order.seat());
            if (!fill.maker()) {
                Worth worth = worth(order.instrument());
                leg.cost = Math.addExact(leg.cost, slippage.cost(worth, order.side(), fill.lots(), fill.ticks()));
            }
            leg.lots = Math.addExact(leg.lots, order.side().sign() * fill.lots());
            if (leg.lots == 0) {
                into.pnl[closed] = Math.addExact(into.pnl[closed], leg.profit);
                into.costs[closed] = Math.addExact(into.costs[closed], leg.cost);
                closed++;
                legs.remove(order.seat());
            }
        }
    }
}
