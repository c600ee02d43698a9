package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.DayGrid;
import io.fulmar.research.backtest.Exposure;
import io.fulmar.research.backtest.FillQuality;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.ReportAccount;
import io.fulmar.research.backtest.ReportInput;
import java.util.ArrayList;
import java.util.List;

/** What a finished run tells its report of the account: costs, exposure, fills, and how markets and strategies moved. */
final class RunAccount {
    private final FinishedRun run;
    private final int first;
    private final ReportInput.Equity equity;
    private final DayGrid days;

    private RunAccount(FinishedRun run, int first, ReportInput.Equity equity) {
        this.run = run;
        this.first = first;
        this.equity = equity;
        this.days = new DayGrid(run.firstDay(), run.dailyReturns().length);
    }

    static ReportAccount of(FinishedRun run, int first, ReportInput.Equity equity, List<ReportInput.Share> shares) {
        RunAccount account = new RunAccount(run, first, equity);
        List<ReportAccount.Days> all = new ArrayList<>();
        run.markets().forEach(market -> all.add(account.of(market)));
        all.addAll(account.of(shares));
        return new ReportAccount(
                run.attribution(),
                run.currency().digits(),
                Exposure.of(run.result(), run.markets(), first, equity.net().length),
                FillQuality.of(run.result(), run.markets()),
                all);
    }

    /** A market's closes, from the last before the window on. */
    private ReportAccount.Days of(MarketData market) {
        Bars bars = market.bars();
        long from = run.market().bars().openTime(first);
        long[] times = new long[bars.size()];
        double[] closes = new double[bars.size()];
        double before = Double.NaN;
        int size = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            if (bars.closeTime(bar) <= from) {
                before = (double) bars.closes()[bar];
            } else {
                before = size == 0 && Double.isNaN(before) && bars.openTime(bar) <= from
                        ? (double) bars.opens()[bar]
                        : before;
                times[size] = bars.closeTime(bar);
                closes[size++] = (double) bars.closes()[bar];
            }
        }
        return new ReportAccount.Days(
                market.instrument().symbol().toString(), days.returns(times, closes, size, before));
    }

    /** What each strategy added, as a fraction of the equity of the day before. */
    private List<ReportAccount.Days> of(List<ReportInput.Share> shares) {
        Bars bars = run.market().bars();
        int size = equity.net().length;
        long[] times = new long[size];
        for (int i = 0; i < size; i++) times[i] = bars.closeTime(first + i);
        double[] worth = days.ends(times, equity.net(), size, equity.cash());
        if (shares.isEmpty()) {
            String name = run.seats().getFirst().name();
            return List.of(new ReportAccount.Days(name, days.returns(times, equity.net(), size, equity.cash())));
        }
        List<ReportAccount.Days> all = new ArrayList<>();
        for (ReportInput.Share share : shares) {
            double[] made = days.ends(times, share.profit(), size, 0);
            double[] returns = new double[made.length];
            for (int day = 0; day < made.length; day++) {
                double before = day == 0 ? 0 : made[day - 1];
                returns[day] = (made[day] - before) / (day == 0 ? equity.cash() : worth[day - 1]);
            }
            all.add(new ReportAccount.Days(share.name(), returns));
        }
        return all;
    }
}
