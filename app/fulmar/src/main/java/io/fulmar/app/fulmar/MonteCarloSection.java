package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.FanChart;
import io.fulmar.research.backtest.Html;
import io.fulmar.research.backtest.Report;
import io.fulmar.research.robustness.MonteCarlo;
import io.fulmar.research.robustness.MonteCarloResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts the fan of a Monte Carlo into the report of the run that was redrawn. */
final class MonteCarloSection {
    private static final String PAGE = "report.html";
    private static final int CAPACITY = 1 << 14;

    private MonteCarloSection() {}

    /** Does nothing where the folder has no report of this kind; says whether it did. */
    static boolean put(
            Path folder,
            MonteCarloResult result,
            int trades,
            MonteCarlo.Setup setup,
            MonteCarlo.Mishaps mishaps,
            double ruin) {
        Path page = folder.resolve(PAGE);
        if (!Files.isRegularFile(page)) return false;
        Path unfinished = folder.resolve(PAGE + ".part");
        try {
            String before = Files.readString(page);
            String after = Report.withMonteCarlo(before, section(result, trades, setup, mishaps, ruin));
            if (after.equals(before)) return before.contains(Report.MONTE_CARLO);
            Files.writeString(unfinished, after);
            Files.move(unfinished, page, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(folder, e);
        }
    }

    private static String section(
            MonteCarloResult result, int trades, MonteCarlo.Setup setup, MonteCarlo.Mishaps mishaps, double ruin) {
        Html page = new Html(CAPACITY);
        page.raw("<section id=montecarlo><h2>Lived again</h2>\n<figure class=chart>");
        double[][] fan = new double[result.fanPoints()][FanChart.QUANTILES.size()];
        for (int point = 0; point < fan.length; point++) {
            for (int i = 0; i < FanChart.QUANTILES.size(); i++)
                fan[point][i] = result.fan(point, FanChart.QUANTILES.get(i));
        }
        FanChart.write(fan, trades, 0, page);
        page.raw("<figcaption>Its trades redrawn ")
                .count(result.paths())
                .raw(" times in blocks of ")
                .count(result.block());
        page.raw(", seed ")
                .whole(setup.seed())
                .raw(". Half of the runs end between ")
                .percent(result.netReturn(250), 1);
        page.raw(" and ").percent(result.netReturn(750), 1).raw(", nine in ten between ");
        page.percent(result.netReturn(50), 1)
                .raw(" and ")
                .percent(result.netReturn(950), 1)
                .raw("; the median is ");
        page.percent(result.netReturn(500), 1).raw(". The drawdown is ").percent(result.maxDrawdown(500), 1);
        page.raw(" in the median and ").percent(result.maxDrawdown(950), 1).raw(" at 95&nbsp;%; ");
        page.percent(result.ruin(ruin), 1)
                .raw(" of the runs fall by ")
                .percent(ruin, 0)
                .raw(" or more. ");
        page.text(words(mishaps)).raw("</figcaption></figure></section>\n");
        return page.toString();
    }

    private static String words(MonteCarlo.Mishaps mishaps) {
        StringBuilder words = new StringBuilder();
        if (mishaps.slippageMean() > 0 || mishaps.slippageDeviation() > 0) {
            words.append("Each fill pays ").append(mishaps.slippageMean()).append(" bp more, deviation ");
            words.append(mishaps.slippageDeviation()).append(". ");
        }
        if (mishaps.miss() > 0) words.append(100 * mishaps.miss()).append(" % of the entries are missed. ");
        if (mishaps.anomaly() > 0) {
            words.append(100 * mishaps.anomaly()).append(" % of the fills pay ").append(mishaps.anomalyPoints());
            words.append(" bp and more on top. ");
        }
        return words.isEmpty()
                ? "Nothing was made worse: it only redraws what was there."
                : words.toString().strip();
    }
}
