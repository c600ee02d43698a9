package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Track;
import java.util.Arrays;

/** All of a track as one text, the drawdown to its last bit: two that are equal are equal in every bit. */
final class TrackText {
    private TrackText() {}

    static String of(Track track) {
        int n = track.trades;
        return "trades " + n + " open " + track.openTrades + " final " + track.finalEquity + " fees " + track.fees
                + " drawdown " + Double.toHexString(track.maxDrawdown) + " in market " + track.barsInMarket + " of "
                + track.bars + " cash " + track.cash
                + "\nentries " + Arrays.toString(Arrays.copyOf(track.entryBar, n))
                + "\nexits   " + Arrays.toString(Arrays.copyOf(track.exitBar, n))
                + "\npnl     " + Arrays.toString(Arrays.copyOf(track.pnl, n))
                + "\nbefore  " + Arrays.toString(Arrays.copyOf(track.equityBefore, n))
                + "\ncosts   " + Arrays.toString(Arrays.copyOf(track.costs, n))
                + "\ndays    " + Arrays.toString(Arrays.copyOf(track.dailyEquity, track.days));
    }
}
