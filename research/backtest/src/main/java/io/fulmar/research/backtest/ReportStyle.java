package io.fulmar.research.backtest;

import java.io.IOException;

/** How reports look: light and dark, wide and narrow, on screen and on paper. */
public final class ReportStyle {
    private ReportStyle() {}

    /** The style sheet that all of them share. */
    public static String css() throws IOException {
        return Report.resource("report.css");
    }
}
