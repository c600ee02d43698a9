package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.DayGrid;
import io.fulmar.research.backtest.Exposure;
import io.fulmar.research.backtest.FillQuality;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.ReportAccount;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.Times;
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
        int start = bars.closingAfter(from, 0);
        double before = start > 0
                ? (double) bars.closes()[start - 1]
                : bars.openTime(0) <= from ? (double) bars.opens()[0] : Double.NaN;
        return new ReportAccount.Days(
                market.instrument().symbol().toString(),
                days.returns(Times.ofCloses(bars, start), i -> (double) bars.closes()[start + i], before));
    }

    /** What each strategy added, as a fraction of the equity of the day before. */
    private List<ReportAccount.Days> of(List<ReportInput.Share> shares) {
        Bars bars = run.market().bars();
        Times times = Times.ofCloses(bars, first);
        double[] worth = days.ends(times, bar -> equity.net()[bar], equity.cash());
        if (shares.isEmpty()) {
            String name = run.seats().getFirst().name();
            return List.of(new ReportAccount.Days(name, days.returns(times, bar -> equity.net()[bar], equity.cash())));
        }
        List<ReportAccount.Days> all = new ArrayList<>();
        for (ReportInput.Share share : shares) {
            double[] made = days.ends(times, bar -> share.profit()[bar], 0);
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
