package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** A small bar chart as SVG. */
final class ReportBars {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;
    private static final int FOOT = 18;
    private static final int CURVE_POINTS = 60;

    private final double[] heights;
    private final String[] tones;
    private final Map<Integer, String> labels = new TreeMap<>();
    private DoubleUnaryOperator curve = place -> Double.NaN;

    ReportBars(int bars) {
        heights = new double[bars];
        tones = new String[bars];
        Arrays.fill(tones, "plain");
    }

    ReportBars add(int bar, double height) {
        heights[bar] += height;
        return this;
    }

    ReportBars tone(int bar, String tone) {
        tones[bar] = tone;
        return this;
    }

    ReportBars label(int bar, String label) {
        labels.put(bar, label);
        return this;
    }

    /** A line over the bars: heights by place, 0 at the left and 1 at the right. */
    ReportBars curve(DoubleUnaryOperator heightAt) {
        curve = heightAt;
        return this;
    }

    void write(Html page, String words) {
        double highest = Math.max(1, Sums.sorted(heights)[heights.length - 1]);
        double step = (double) WIDTH / heights.length;
        page.raw("<svg class=bars viewBox=\"0 0 ").whole(WIDTH).raw(' ').whole(HEIGHT + FOOT);
        page.raw("\" role=img aria-label=\"").text(words).raw("\">");
        for (int bar = 0; bar < heights.length; bar++) {
            double height = heights[bar] == 0 ? 0 : Math.max(1.5, heights[bar] / highest * (HEIGHT - 4));
            page.raw("<rect class=")
                    .raw(tones[bar])
                    .raw(" x=")
                    .plain(bar * step + 0.75, 2)
                    .raw(" y=");
            page.plain(HEIGHT - height, 2)
                    .raw(" width=")
                    .plain(step - 1.5, 2)
                    .raw(" height=")
                    .plain(height, 2);
            page.raw("><title>").grouped(heights[bar], 0).raw("</title></rect>");
        }
        curve(page, highest);
        page.raw("<path class=base d=\"M0 ").whole(HEIGHT).raw('h').whole(WIDTH).raw("\"/>");
        labels.forEach((bar, label) -> {
            String anchor = bar == 0 ? "start" : bar == heights.length - 1 ? "end" : "middle";
            double x = bar == 0
                    ? 0
                    : bar == heights.length - 1 ? WIDTH : heights.length % 2 == 0 ? bar * step : (bar + 0.5) * step;
            page.raw("<text x=")
                    .plain(x, 1)
                    .raw(" y=")
                    .whole(HEIGHT + FOOT - 4)
                    .raw(" text-anchor=")
                    .raw(anchor);
            page.raw('>').text(label).raw("</text>");
        });
        page.raw("</svg>");
    }

    private void curve(Html page, double highest) {
        if (Double.isNaN(curve.applyAsDouble(0.5))) {
            return;
        }
        page.raw("<path class=curve d=\"");
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double place = (double) i / CURVE_POINTS;
            double height = Math.min(1.05, curve.applyAsDouble(place) / highest) * (HEIGHT - 4);
            page.raw(i == 0 ? 'M' : 'L').plain(place * WIDTH, 1).raw(' ').plain(HEIGHT - height, 1);
        }
        page.raw("\"/>");
    }
}
