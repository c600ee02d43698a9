package io.fulmar.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of bars as people write them. */
final class BarKindText {
    private static final Pattern MONTHS = Pattern.compile("([1-9]\\d?)M");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern MEAN_RANGE = Pattern.compile("atr([1-9]\\d{0,3})@(.+)");
    private static final int PERCENT_DIGITS = 4;
    private static final long PERCENT_MAX_PPM = 500_000;
    private static final String FORMS =
            "write 5m, 1M (a month), 15m@NSE, tick:1000, volume:10, value:100000, range:0.3%,"
                    + " renko:0.5%, renko:25, renko:atr14@1h or ha:5m";

    private final String whole;

    private BarKindText(String whole) {
        this.whole = whole;
    }

    static BarKind parse(String text) {
        return new BarKindText(text).kind(text.strip());
    }

    private BarKind kind(String text) {
        int colon = text.indexOf(':');
        boolean named = colon > 0 && text.chars().limit(colon).allMatch(Character::isLetter);
        if (!named) {
            return time(text);
        }
        String value = text.substring(colon + 1).strip();
        return switch (text.substring(0, colon)) {
            case "time" -> time(value);
            case "tick" -> new BarKind.Ticks(count(value));
            case "volume" -> new BarKind.Volume(positive(value));
            case "value" -> new BarKind.Worth(positive(value));
            case "range" -> new BarKind.Range(step(value, false));
            case "renko" -> new BarKind.Renko(step(value, true));
            case "ha" -> smoothed(value);
            default -> throw wrong("nothing is called " + text.substring(0, colon));
        };
    }

    private BarKind smoothed(String value) {
        if (value.startsWith("ha:")) {
            throw wrong("what is smoothed already is not smoothed again");
        }
        return new BarKind.HeikinAshi(kind(value));
    }

    private BarKind time(String text) {
        int at = text.indexOf('@');
        if (at > 0) {
            String session = text.substring(at + 1).strip();
            Timeframe timeframe = timeframe(text.substring(0, at));
            try {
                return new BarKind.Trading(timeframe, session, Session.parse(session));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + whole + "\" is not a kind of bars: " + e.getMessage(), e);
            }
        }
        Matcher months = MONTHS.matcher(text);
        return months.matches()
                ? new BarKind.Months(Integer.parseInt(months.group(1)))
                : new BarKind.Time(timeframe(text));
    }

    private Timeframe timeframe(String text) {
        try {
            return Timeframe.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + whole + "\" is not a kind of bars: " + FORMS, e);
        }
    }

    private int count(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw wrong(text + " is no number of trades");
        }
        return Integer.parseInt(text);
    }

    private Decimal positive(String text) {
        Decimal number;
        try {
            number = Decimal.parse(text).normalized();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + whole + "\" is not a kind of bars: " + e.getMessage(), e);
        }
        if (number.signum() <= 0) {
            throw wrong(text + " is not above 0");
        }
        return number;
    }

    private BarKind.Step step(String text, boolean ranges) {
        Matcher mean = MEAN_RANGE.matcher(text);
        if (ranges && mean.matches()) {
            return new BarKind.Step.MeanRange(Integer.parseInt(mean.group(1)), timeframe(mean.group(2)));
        }
        if (!text.endsWith("%")) {
            return new BarKind.Step.Fixed(positive(text));
        }
        Decimal percent = positive(text.substring(0, text.length() - 1));
        if (percent.scale() > PERCENT_DIGITS) {
            throw wrong("a percentage has at most " + PERCENT_DIGITS + " decimals");
        }
        long ppm = percent.compareTo(Decimal.of(100)) > 0
                ? Long.MAX_VALUE
                : percent.rescaled(PERCENT_DIGITS).mantissa();
        if (ppm > PERCENT_MAX_PPM) {
            throw wrong("a height of more than half the price");
        }
        return new BarKind.Step.Percent(ppm);
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("\"" + whole + "\" is not a kind of bars: " + why + "; " + FORMS);
    }
}
