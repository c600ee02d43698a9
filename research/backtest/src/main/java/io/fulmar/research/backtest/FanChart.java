package io.fulmar.research.backtest;

import java.util.List;

/** Wealth along runs that were redrawn: where nine in ten of them lie, half of them, and the middle one. The slider alone needs a script. */
public final class FanChart {
    /** Per mille at each point of a fan, from the lowest. */
    public static final List<Integer> QUANTILES = List.of(50, 250, 500, 750, 950);

    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;
    private static final int EDGE = 66;

    private final double[][] fan;
    private final Html page;
    private final double low;
    private final double high;

    private FanChart(double[][] fan, Html page) {
        this.fan = fan;
        this.page = page;
        double least = 1;
        double most = 1;
        for (double[] point : fan) {
            least = Math.min(least, point[0]);
            most = Math.max(most, point[point.length - 1]);
        }
        this.low = least;
        this.high = most;
    }

    /**
     * Draws it, with a slider that reads it at an earlier moment.
     *
     * @param fan of each point its {@link #QUANTILES}; 1 is where all of them begin
     * @param trades along the whole of it
     * @param days that those took; 0 where nobody knows
     */
    public static void write(double[][] fan, int trades, int days, Html page) {
        FanChart chart = new FanChart(fan, page);
        chart.write();
        if (fan.length > 2) chart.horizon(trades, days);
    }

    private void horizon(int trades, int days) {
        page.raw("<div class=horizon hidden data-trades=")
                .whole(trades)
                .raw(" data-days=")
                .whole(days);
        page.raw(" data-left=").whole(EDGE).raw(" data-right=").whole(WIDTH).raw(" data-fan=\"");
        for (int point = 0; point < fan.length; point++) {
            page.raw(point == 0 ? "" : ";");
            for (int i = 0; i < fan[point].length; i++)
                page.raw(i == 0 ? "" : ",").plain(fan[point][i], 4);
        }
        page.raw("\"><label>Horizon <input type=range min=1 max=")
                .whole(fan.length - 1L)
                .raw(" value=");
        page.whole(fan.length - 1L).raw("></label> <output></output></div>");
    }

    private void write() {
        page.raw("<svg class=\"bars fan\" viewBox=\"0 0 ").whole(WIDTH).raw(' ').whole(HEIGHT + 20);
        page.raw("\" role=img aria-label=\"Wealth along redrawn runs: 5, 25, 50, 75 and 95 of 100\">");
        band(0, 4);
        band(1, 3);
        page.raw("<path class=curve d=\"");
        line(2, 'M');
        page.raw("\"/><path class=base d=\"M")
                .whole(EDGE)
                .raw(' ')
                .plain(y(1), 1)
                .raw('H')
                .whole(WIDTH)
                .raw("\"/>");
        page.raw("<rect class=later x=")
                .whole(WIDTH)
                .raw(" y=0 width=0 height=")
                .whole(HEIGHT)
                .raw(" />");
        for (double value : new double[] {low, 1, high}) {
            page.raw("<text text-anchor=end x=")
                    .whole(EDGE - 6)
                    .raw(" y=")
                    .plain(y(value) + 4, 1)
                    .raw('>');
            page.percent(value - 1, 0).raw("</text>");
        }
        page.raw("<text x=")
                .whole(EDGE)
                .raw(" y=")
                .whole(HEIGHT + 16)
                .raw(">first trade</text><text text-anchor=end x=");
        page.whole(WIDTH).raw(" y=").whole(HEIGHT + 16).raw(">last trade</text></svg>");
    }

    private void band(int from, int to) {
        page.raw("<path class=band d=\"");
        line(to, 'M');
        for (int point = fan.length - 1; point >= 0; point--) {
            page.raw('L').plain(x(point), 1).raw(' ').plain(y(fan[point][from]), 1);
        }
        page.raw("Z\"/>");
    }

    private void line(int quantile, char first) {
        for (int point = 0; point < fan.length; point++) {
            page.raw(point == 0 ? first : 'L').plain(x(point), 1).raw(' ').plain(y(fan[point][quantile]), 1);
        }
    }

    private double x(int point) {
        return EDGE + (double) point / Math.max(1, fan.length - 1) * (WIDTH - EDGE);
    }

    private double y(double value) {
        return 6 + (high > low ? (high - value) / (high - low) : 0.5) * (HEIGHT - 12);
    }
}
