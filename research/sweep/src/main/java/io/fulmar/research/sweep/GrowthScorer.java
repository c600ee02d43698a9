package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.List;

/**
 * The lower bound of a year's growth, G = (n / Y) x (mean l - sd l / sqrt n), with l = log(1 + r - c / 2) of each trade's return r and
 * cost c, both over the equity before it.
 *
 * @param years length of the window
 */
public record GrowthScorer(double years) implements TrackScorer {
    @Override
    public Score score(Track track) {
        int n = track.trades;
        if (n == 0) {
            return new Score(0, Double.NaN, Double.NaN);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double before = (double) track.equityBefore[i];
            double stressed = (track.pnl[i] - 0.5 * track.costs[i]) / before;
            double log = stressed <= -1 ? Double.NEGATIVE_INFINITY : StrictMath.log1p(stressed);
            sum += log;
            squares += log * log;
        }
        double mean = sum / n;
        double variance = n == 1 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
        double growth = n / years * (mean - StrictMath.sqrt(variance) / StrictMath.sqrt(n));
        return new Score(0, growth, growth);
    }

    @Override
    public List<String> gates() {
        return List.of();
    }
}
