package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * What the page draws beside the candles: days, what each strategy made, indicators. These are as fine as the page has room for, since
 * it must stay below 3 MB: with thousands of trades the lines have fewer points.
 */
final class ReportExtras {
    /** Below 3 MB, with room for the scripts that follow. */
    private static final int PAGE_CHARS_MAX = 2_890_000;

    private static final int[] STRIDES = {1, 2, 4, 8, 16, 64};
    private static final double MILLION = 1e6;
    private static final double STEPS = 65_535;
    private static final double TEN_THOUSAND = 10_000;

    private final ReportInput input;
    private final int[] ends;
    private final ReportPlots plots;

    ReportExtras(ReportInput input, int[] ends, ReportPlots plots) {
        this.input = input;
        this.ends = ends;
        this.plots = plots;
    }

    void write(Html page) {
        days(page);
        int room = PAGE_CHARS_MAX - page.length();
        for (int stride : STRIDES) {
            for (boolean fine : stride == 1 ? new boolean[] {true} : new boolean[] {true, false}) {
                String text = shares(stride) + exposure(stride) + lines(stride, fine);
                if (text.length() <= room) {
                    page.raw(text);
                    return;
                }
            }
        }
        page.raw(",\"shares\":[],\"lines\":[],\"exposure\":null");
    }

    private void days(Html page) {
        Packed days = new Packed(input.totals().dailyReturns().length * 3);
        for (double day : input.totals().dailyReturns()) {
            days.add(Math.round(day * MILLION));
        }
        page.raw(",\"firstDay\":").whole(input.totals().firstDay());
        page.raw(",\"days\":\"").raw(days.toString()).raw('"');
        page.raw(",\"periods\":").trimmed(input.totals().periods(), 6);
        page.raw(",\"holdDays\":\"").raw(millionths(ReportCourse.hold(input))).raw('"');
        if (input.account().known()) {
            int count = input.totals().dailyReturns().length;
            double[] held = new DayGrid(input.totals().firstDay(), count)
                    .means(
                            input.candles().closeTimes(),
                            input.account().exposure().gross());
            page.raw(",\"heldDays\":\"").raw(millionths(held)).raw('"');
        }
    }

    private static String millionths(double[] values) {
        Packed packed = new Packed(values.length * 3);
        for (double value : values) {
            packed.add(Math.round(value * MILLION));
        }
        return packed.toString();
    }

    /** In ten-thousandths; the distance plus one, 0 where there is none. */
    private String exposure(int stride) {
        Exposure exposure = input.account().exposure();
        if (!input.account().known()) {
            return ",\"exposure\":null";
        }
        return ",\"exposure\":{\"stride\":" + stride + ",\"gross\":\"" + fractions(exposure.gross(), stride, 0)
                + "\",\"net\":\"" + fractions(exposure.net(), stride, 0) + "\",\"distance\":\""
                + fractions(exposure.distance(), stride, (long) TEN_THOUSAND) + "\"}";
    }

    private Packed fractions(double[] values, int stride, long base) {
        Packed packed = new Packed(ends.length * 3);
        for (int candle = 0; candle < ends.length && values.length > 0; candle++) {
            if (taken(candle, stride, ends.length)) {
                double value = values[ends[candle]];
                packed.next(Double.isFinite(value) ? base + Math.round(value * TEN_THOUSAND) : 0);
            }
        }
        return packed;
    }

    /** Every so many candles, and the last. */
    private static boolean taken(int candle, int stride, int candles) {
        return candle % stride == stride - 1 || candle == candles - 1;
    }

    private String shares(int stride) {
        List<String> all = new ArrayList<>();
        double unit = input.equity().cash() / MILLION;
        for (ReportInput.Share share : input.shares()) {
            Packed packed = new Packed(ends.length * 3);
            for (int candle = 0; candle < ends.length; candle++) {
                if (taken(candle, stride, ends.length)) {
                    packed.next(Math.round(share.profit()[ends[candle]] / unit));
                }
            }
            all.add("{\"name\":" + quoted(share.name()) + ",\"stride\":" + stride + ",\"values\":\"" + packed + "\"}");
        }
        return ",\"shares\":[" + String.join(",", all) + "]";
    }

    private String lines(int stride, boolean fine) {
        List<String> all = new ArrayList<>();
        for (ReportPlots.Line line : plots.lines()) {
            boolean over = line.pane() == ReportPlots.OVER_PRICE;
            double base = over ? 0 : line.low();
            double span = line.high() - base;
            double unit = over ? Math.pow(10, -input.candles().priceDecimals()) : span > 0 ? span / STEPS : 1;
            all.add("{\"name\":" + quoted(line.name()) + ",\"pane\":" + line.pane() + ",\"stride\":" + stride
                    + ",\"base\":" + base + ",\"unit\":" + unit + ",\"coarse\":\""
                    + packed(line.coarse(), stride, base, unit) + "\",\"fine\":\""
                    + (fine ? packed(line.fine(), 1, base, unit) : "") + "\"}");
        }
        return ",\"lines\":[" + String.join(",", all) + "]";
    }

    /** How many are missing at the start, then the values; one missing later is the one before it again. */
    private static Packed packed(double[] values, int stride, double base, double unit) {
        Packed packed = new Packed(values.length * 3);
        int missing = 0;
        long last = 0;
        boolean begun = false;
        for (int i = 0; i < values.length; i++) {
            if (!taken(i, stride, values.length)) {
                continue;
            }
            boolean there = Double.isFinite(values[i]);
            if (!begun && !there) {
                missing++;
                continue;
            }
            if (!begun) {
                packed.add(missing);
                begun = true;
            }
            last = there ? Math.round((values[i] - base) / unit) : last;
            packed.next(last);
        }
        if (!begun) {
            packed.add(missing);
        }
        return packed;
    }

    /** As JSON that may stand in a script. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c > '~') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
