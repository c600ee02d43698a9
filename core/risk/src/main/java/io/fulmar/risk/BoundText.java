package io.fulmar.risk;

/** A bound as a human reads it. */
final class BoundText {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long PPM_A_PERCENT = 10_000;

    private BoundText() {}

    static String of(Control control, Bound bound) {
        if (!bound.on()) {
            return "off";
        }
        if (control.unit() == Control.Unit.SWITCH && control.span() == Control.Span.WINDOW) {
            return time(bound.span());
        }
        return limit(control, bound.limit()) + span(control, bound.span());
    }

    private static String limit(Control control, long limit) {
        return switch (control.unit()) {
            case SWITCH -> "on";
            case LOTS -> limit + " lots";
            case MONEY -> limit + " ledger units";
            case PPM -> limit % PPM_A_PERCENT == 0 ? limit / PPM_A_PERCENT + " %" : limit + " ppm";
            case COUNT -> Long.toString(limit);
            case BARS -> limit + " bars";
            case SIGMA -> limit + " sigma";
        };
    }

    private static String span(Control control, long span) {
        return switch (control.span()) {
            case NONE -> "";
            case WINDOW -> " in " + time(span);
            case COOLDOWN -> ", rests " + time(span);
            case RECOVERY -> ", well after " + span + (span == 1 ? " bar" : " bars");
        };
    }

    private static String time(long nanos) {
        if (nanos % HOUR == 0) {
            return nanos / HOUR + " h";
        }
        if (nanos % MINUTE == 0 && nanos > MINUTE) {
            return nanos / MINUTE + " min";
        }
        if (nanos % SECOND == 0) {
            return nanos / SECOND + " s";
        }
        return nanos % MILLISECOND == 0 ? nanos / MILLISECOND + " ms" : nanos + " ns";
    }
}
