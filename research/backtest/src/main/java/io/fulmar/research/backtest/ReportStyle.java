package io.fulmar.research.backtest;

import java.io.IOException;

/** What all our pages share: how they look, light and dark, wide and narrow, on screen and on paper, and how they read their data. */
public final class ReportStyle {
    private ReportStyle() {}

    /** The style sheet that all of them share. */
    public static String css() throws IOException {
        return Report.resource("report.css");
    }

    /** The beginning of their scripts: {@code byId} and {@code unpack}, which reads {@link Packed}. */
    public static String script() throws IOException {
        return Report.resource("unpack.js") + Report.resource("fan.js");
    }
}
