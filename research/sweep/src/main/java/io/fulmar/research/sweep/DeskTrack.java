package io.fulmar.research.sweep;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Side;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a desk did, as a {@link Track}. */
final class DeskTrack {
    private final Study study;
    private final Bars bars;
    private final Days days;
    private final Worth worth;
    private final Slippage slippage;

    DeskTrack(Study study) {
        this.study = study;
        this.bars = study.bars();
        this.days = new Days(bars, study.firstBar());
        this.worth = Worth.of(study.data().instrument());
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
        into.barsInMarket = 0;
        for (Position position : desk.ledger().account().positions()) {
            if (position.lots() != 0) {
                into.openTrades++;
                into.barsInMarket += bars.size() - bar(position.entryTime());
            }
        }
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            into.entryBar[i] = bar(trade.entryTime());
            into.exitBar[i] = bar(trade.exitTime());
            into.pnl[i] = trade.net();
            into.equityBefore[i] = trade.equityBefore();
            into.costs[i] = trade.fees();
            into.barsInMarket += into.exitBar[i] - into.entryBar[i];
        }
    }

    private int bar(long openTime) {
        return Arrays.binarySearch(bars.openTimes(), 0, bars.size(), openTime);
    }

    private void days(BacktestResult result, Track into) {
        into.days = days.lastBar.length + 1;
        into.dailyEquity[0] = result.cash();
        for (int day = 0; day < days.lastBar.length; day++) {
            int step = days.lastBar[day] - study.firstBar();
            into.dailyEquity[day + 1] = step < 0 ? result.cash() : result.equity()[step];
        }
    }

    /** Slippage and funding, which trades do not know, from the journal. */
    private final class Legs {
        private final Track into;
        private final Map<Long, Side> sides = new HashMap<>();
        private long lots;
        private int trip;

        Legs(Track into) {
            this.into = into;
        }

        void read(Log log) {
            Journal.read(log, 1, (envelope, event) -> {
                switch (event) {
                    case OrderEvent.Intended intended ->
                        sides.put(intended.order(), intended.terms().side());
                    case OrderEvent.Adopted adopted ->
                        sides.put(adopted.order(), adopted.terms().side());
                    case FillEvent.Filled fill -> filled(fill);
                    case AccountEvent paid -> add(paid.amount(), -paid.amount());
                    default -> {}
                }
            });
        }

        private void filled(FillEvent.Filled fill) {
            Side side = sides.getOrDefault(fill.order(), Side.BUY);
            if (!fill.maker()) {
                add(0, slippage.cost(worth, side, fill.lots(), fill.ticks()));
            }
            lots = Math.addExact(lots, side.sign() * fill.lots());
            if (lots == 0) {
                trip++;
            }
        }

        private void add(long profit, long cost) {
            if (trip < into.trades) {
                into.pnl[trip] = Math.addExact(into.pnl[trip], profit);
                into.costs[trip] = Math.addExact(into.costs[trip], cost);
            }
        }
    }
}
