package io.fulmar.strategy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One parameter as its record declares it. */
public record ParameterSpec(
        String name,
        Class<?> type,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<BigDecimal> step,
        boolean percent,
        Optional<String> otherwise) {
    private static final int SCALE_MAX = 400;
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern FORM = Pattern.compile("\\s*(?:(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER
            + "))?\\s*(%)?\\s*(?:step\\s+(" + NUMBER + "))?\\s*(?:default\\s+(\\S+))?\\s*");

    static ParameterSpec of(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return new ParameterSpec(
                    component.getName(),
                    component.getType(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());
        }
        Matcher form = FORM.matcher(range.value());
        if (!form.matches()) {
            throw new StrategyException(
                    "@Range(\"" + range.value() + "\") of parameter '" + component.getName()
                            + "' cannot be read: write it as \"1..20000 default 20\", \"0..99 % default 0\" or \"1..5 step 0.5 default 2\"");
        }
        return new ParameterSpec(
                component.getName(),
                component.getType(),
                number(form.group(1)),
                number(form.group(2)),
                number(form.group(4)),
                form.group(3) != null,
                Optional.ofNullable(form.group(5)));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    /** {@code 1..20000} or {@code 0..99 %}; empty when anything goes. */
    public String range() {
        return min.isEmpty()
                ? ""
                : min.get().toPlainString() + ".." + max.orElseThrow().toPlainString() + (percent ? " %" : "");
    }

    /** The text as this parameter's type, or an error that names it. */
    public Object parse(String text) {
        String trimmed = text.strip();
        if (type == String.class) {
            return trimmed;
        }
        if (type == boolean.class) {
            return switch (trimmed) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw wrong(text, "it must be true or false");
            };
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equalsIgnoreCase(trimmed)) {
                    return constant;
                }
            }
            throw wrong(text, "it must be one of " + java.util.Arrays.toString(type.getEnumConstants()));
        }
        return number(text, trimmed);
    }

    private Object number(String text, String trimmed) {
        if (type != int.class && type != long.class && type != double.class) {
            throw new StrategyException("parameter '" + name + "' has type " + type.getSimpleName()
                    + ": use int, long, double, boolean, String or an enum");
        }
        String bare = percent && trimmed.endsWith("%")
                ? trimmed.substring(0, trimmed.length() - 1).strip()
                : trimmed;
        BigDecimal value;
        try {
            value = new BigDecimal(bare);
        } catch (NumberFormatException e) {
            throw wrong(text, "it is not a number");
        }
        if (Math.abs((long) value.scale()) > SCALE_MAX || Double.isInfinite(value.doubleValue())) {
            throw wrong(text, "no double is that large or that fine");
        }
        if ((min.isPresent() && value.compareTo(min.get()) < 0)
                || (max.isPresent() && value.compareTo(max.get()) > 0)) {
            throw wrong(text, "it must lie within " + range());
        }
        if (step.isPresent()
                && value.subtract(min.orElse(BigDecimal.ZERO))
                                .remainder(step.get())
                                .signum()
                        != 0) {
            throw wrong(
                    text,
                    "it must be " + min.orElse(BigDecimal.ZERO).toPlainString() + " plus a multiple of "
                            + step.get().toPlainString());
        }
        if (percent && value.movePointRight(4).stripTrailingZeros().scale() > 0) {
            throw wrong(text, "percent are kept as whole parts per million: at most 4 decimals");
        }
        if (type == int.class || type == long.class) {
            return whole(text, value);
        }
        return value.doubleValue();
    }

    private Object whole(String text, BigDecimal value) {
        try {
            if (type == int.class) {
                return value.intValueExact();
            }
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw wrong(text, "it must be a whole number");
        }
    }

    private ParameterException wrong(String text, String why) {
        return new ParameterException("parameter '" + name + "' cannot be '" + text + "': " + why);
    }
}
