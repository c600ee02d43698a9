package io.fulmar.research.sweep;

import io.fulmar.strategy.ParameterException;
import io.fulmar.strategy.ParameterSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parameter of a space and the values it takes, in their order; a fixed one has a single value.
 *
 * @param texts as a backtest's {@code --param} takes them
 * @param values the same, parsed
 */
public record Axis(ParameterSpec spec, List<String> texts, List<Object> values) {
    private static final int VALUES_MAX = 1_000_000;
    private static final int PERCENT_DECIMALS = 4;
    private static final MathContext LOG_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final String NUMBER = "\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?)\\s*%?\\s*";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::(?:log([0-9]{1,7})|" + NUMBER + "))?");

    public Axis {
        texts = List.copyOf(texts);
        values = List.copyOf(values);
    }

    public String name() {
        return spec.name();
    }

    public int size() {
        return values.size();
    }

    /** A parameter with one value. */
    static Axis fixed(ParameterSpec spec, String text) {
        return of(spec, List.of(plain(spec, text)));
    }

    /** The values that {@code a..b}, {@code a..b:step}, {@code a..b:log20} or {@code x,y,z} stand for. */
    static Axis of(ParameterSpec spec, String given) {
        if (!given.contains("..")) {
            return of(
                    spec,
                    List.of(given.split(",", -1)).stream()
                            .map(text -> plain(spec, text))
                            .toList());
        }
        Matcher form = RANGE.matcher(given);
        if (!form.matches()) {
            throw wrong(spec, given, "it is no range");
        }
        BigDecimal from = new BigDecimal(form.group(1));
        BigDecimal to = new BigDecimal(form.group(2));
        if (from.compareTo(to) > 0) {
            throw wrong(spec, given, "it ends before it begins");
        }
        String points = form.group(3);
        return of(
                spec,
                points == null
                        ? even(spec, given, from, to, step(spec, given, form.group(4)))
                        : logarithmic(spec, given, from, to, Integer.parseInt(points)));
    }

    private static Axis of(ParameterSpec spec, List<String> texts) {
        List<Object> values = new ArrayList<>();
        try {
            texts.forEach(text -> values.add(spec.parse(text)));
        } catch (ParameterException e) {
            throw new SweepException(
                    SweepException.Fault.SPACE, String.valueOf(e.getMessage()), "change --grid " + spec.name(), e);
        }
        Set<Object> seen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw wrong(spec, texts.get(i), "the value is there twice");
            }
        }
        return new Axis(spec, texts, values);
    }

    /** Percent signs are for people: {@code 0.6%} and {@code 0.6} are one value and one text. */
    private static String plain(ParameterSpec spec, String text) {
        String bare = text.strip();
        return spec.percent() && bare.endsWith("%")
                ? bare.substring(0, bare.length() - 1).strip()
                : bare;
    }

    private static BigDecimal step(ParameterSpec spec, String given, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            return new BigDecimal(text);
        }
        if (spec.step().isPresent()) {
            return spec.step().get();
        }
        if (spec.type() == int.class || spec.type() == long.class) {
            return BigDecimal.ONE;
        }
        throw wrong(spec, given, "it needs a step");
    }

    private static List<String> even(
            ParameterSpec spec, String given, BigDecimal from, BigDecimal to, BigDecimal step) {
        if (step.signum() <= 0) {
            throw wrong(spec, given, "its step must be above 0");
        }
        BigDecimal count = to.subtract(from).divideToIntegralValue(step).add(BigDecimal.ONE);
        few(spec, given, count);
        List<String> texts = new ArrayList<>(count.intValue());
        for (int k = 0; k < count.intValue(); k++) {
            texts.add(text(from.add(step.multiply(BigDecimal.valueOf(k)))));
        }
        return texts;
    }

    private static void few(ParameterSpec spec, String given, BigDecimal count) {
        if (count.compareTo(BigDecimal.valueOf(VALUES_MAX)) > 0) {
            throw wrong(spec, given, "that is " + count.toPlainString() + " values, more than " + VALUES_MAX);
        }
    }

    /** Equal ratios from one value to the next, rounded to what the parameter can be; what falls together is one value. */
    private static List<String> logarithmic(
            ParameterSpec spec, String given, BigDecimal from, BigDecimal to, int points) {
        if (from.signum() <= 0 || points < 2) {
            throw wrong(spec, given, "a logarithmic range begins above 0 and has at least 2 values");
        }
        few(spec, given, BigDecimal.valueOf(points));
        double low = StrictMath.log(from.doubleValue());
        double wide = StrictMath.log(to.doubleValue()) - low;
        Set<String> texts = new LinkedHashSet<>();
        texts.add(text(from));
        for (int k = 1; k < points - 1; k++) {
            texts.add(text(grain(spec, from, new BigDecimal(StrictMath.exp(low + wide * k / (points - 1))))));
        }
        texts.add(text(to));
        return List.copyOf(texts);
    }

    private static BigDecimal grain(ParameterSpec spec, BigDecimal from, BigDecimal value) {
        if (spec.step().isPresent()) {
            BigDecimal anchor = spec.min().orElse(from);
            BigDecimal steps = value.subtract(anchor).divide(spec.step().get(), 0, RoundingMode.HALF_EVEN);
            return anchor.add(steps.multiply(spec.step().get()));
        }
        if (spec.type() == int.class || spec.type() == long.class) {
            return value.setScale(0, RoundingMode.HALF_EVEN);
        }
        return spec.percent() ? value.setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN) : value.round(LOG_DIGITS);
    }

    private static String text(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.toPlainString();
    }

    private static SweepException wrong(ParameterSpec spec, String given, String why) {
        return new SweepException(
                SweepException.Fault.SPACE,
                "--grid " + spec.name() + "=" + given + " cannot be used: " + why,
                "write 2..100, 1010..11000:10, 0.2%..2%:0.1%, 5..500:log20 or 10,20,50"
                        + (spec.range().isEmpty() ? "" : "; " + spec.name() + " lies within " + spec.range()));
    }
}
