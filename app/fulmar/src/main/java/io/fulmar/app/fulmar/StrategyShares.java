package io.fulmar.app.fulmar;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Template;
import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Worth;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.ReportInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What each of several strategies made, bar by bar: what its fills paid and cost, and what it holds at the close. */
final class StrategyShares {
    private static final int STRATEGIES_MAX = 6;
    private static final String REST = "others";

    private record Booking(AccountEvent event, long time) {}

    private final FinishedRun run;
    private final int first;
    private final int size;
    private final List<Booking> bookings = new ArrayList<>();

    private StrategyShares(FinishedRun run, int first, int size) {
        this.run = run;
        this.first = first;
        this.size = size;
        Journal.read(run.result().log(), 1, Template.all(Template.Family.ACCOUNT), (envelope, event) -> {
            switch (event) {
                case AccountEvent.FundingSettled paid -> bookings.add(new Booking(paid, paid.timeNanos()));
                case AccountEvent.DeficitCovered covered -> bookings.add(new Booking(covered, covered.timeNanos()));
                default -> {} // money moves by fills and by these
            }
        });
    }

    /** At the closes of so many bars of the first market from the first on. Nothing when there is one strategy: it made it all. */
    static List<ReportInput.Share> of(FinishedRun run, int first, int size) {
        if (run.compiled().strategies().size() < 2) return List.of();
        return new StrategyShares(run, first, size).all();
    }

    private List<ReportInput.Share> all() {
        SequencedMap<String, double[]> profits = new LinkedHashMap<>();
        for (int seat = 0; seat < run.seats().size(); seat++) {
            String name = run.seats().get(seat).name();
            boolean room = profits.containsKey(name) || profits.size() < STRATEGIES_MAX - 1;
            add(seat, profits.computeIfAbsent(room ? name : REST, ignored -> new double[size]));
        }
        List<ReportInput.Share> shares = new ArrayList<>();
        profits.forEach((name, profit) -> shares.add(new ReportInput.Share(name, profit)));
        return shares;
    }

    private void add(int seat, double[] profit) {
        MarketData market = run.markets().get(run.seats().get(seat).contestant().market());
        Worth worth = Worth.of(market.instrument());
        Bars bars = market.bars();
        double unit = run.currency().unitsPerOne();
        List<BacktestResult.FillRow> fills = run.result().fills();
        int next = 0;
        int booked = 0;
        int own = -1;
        long lots = 0;
        long paid = 0;
        for (int i = 0; i < size; i++) {
            long close = run.market().bars().closeTime(first + i);
            for (; next < fills.size() && fills.get(next).time() < close; next++) {
                BacktestResult.FillRow fill = fills.get(next);
                if (fill.seat() != seat) continue;
                long signed = fill.side().sign() * fill.lots();
                lots += signed;
                paid -= worth.value(signed, fill.ticks()) + fill.fee();
            }
            for (; booked < bookings.size() && bookings.get(booked).time() < close; booked++) {
                AccountEvent event = bookings.get(booked).event();
                if (event.seat() == seat) paid += event.amount();
            }
            while (own < bars.size() - 1 && bars.closeTime(own + 1) <= close) own++;
            long held = lots == 0 || own < 0 ? 0 : worth.value(lots, bars.closes()[own]);
            profit[i] += (paid + held) / unit;
        }
    }
}
