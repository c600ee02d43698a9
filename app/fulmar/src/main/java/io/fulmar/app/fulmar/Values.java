package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of an option into what it means, or says which form is wanted. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    /** 10,000 basis points are the whole. */
    private static final Decimal BASIS_POINTS_MOST = Decimal.of(10_000);

    private static final Decimal ZERO = Decimal.of(0);

    private Values() {}

    static Symbol symbol(String option, String text) {
        return read(option, text, Symbol::parse);
    }

    static Timeframe timeframe(String option, String text) {
        return read(option, text, Timeframe::parse);
    }

    static Decimal positive(String option, String text) {
        Decimal number = read(option, text, Decimal::parse);
        if (number.compareTo(ZERO) <= 0) throw bad(option, text, "it must be more than 0");
        return number;
    }

    /** A cost in basis points of the value, from 0 to the whole of it. */
    static Rate cost(String option, String text) {
        if (read(option, text, Decimal::parse).compareTo(ZERO) < 0) throw bad(option, text, "it must not be negative");
        return costOrRebate(option, text);
    }

    /** A cost in basis points of the value; a negative one is a rebate. */
    static Rate costOrRebate(String option, String text) {
        Decimal points = read(option, text, Decimal::parse);
        if (points.compareTo(BASIS_POINTS_MOST) > 0 || points.compareTo(Decimal.of(-10_000)) < 0) {
            throw bad(option, text, "basis points are hundredths of a percent: 10000 is the whole value");
        }
        return read(option, text, Rate::ofBasisPoints);
    }

    static int count(String option, String text) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw bad(option, text, "it must be a whole number");
        }
        if (number < 1) throw bad(option, text, "it must be at least 1");
        return number;
    }

    static Duration duration(String option, String text) {
        Matcher match = DURATION.matcher(text);
        if (!match.matches()) throw bad(option, text, "write a number and ms, s, m or h, such as 5s");
        long amount = Long.parseLong(match.group(1));
        Duration duration = switch (String.valueOf(match.group(2))) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
        if (duration.isZero()) throw bad(option, text, "it must be more than 0");
        return duration;
    }

    /** ISO-8601; UTC when no zone is given, midnight when no time is. */
    static Instant time(String option, String text) {
        List<Function<String, Instant>> forms = List.of(
                t -> OffsetDateTime.parse(t).toInstant(),
                t -> LocalDateTime.parse(t).toInstant(ZoneOffset.UTC),
                t -> LocalDate.parse(t).atStartOfDay().toInstant(ZoneOffset.UTC));
        return forms.stream()
                .flatMap(form -> parsed(form, text.replace(' ', 'T')).stream())
                .findFirst()
                .orElseThrow(() -> bad(option, text, "write ISO-8601, such as 2024-01-08T00:00Z or 2024-01-08"));
    }

    private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // another form may fit
        }
    }

    static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw bad(option, text, "it is no path: " + e.getReason());
        }
    }

    static String oneOf(String option, String text, List<String> allowed) {
        if (allowed.contains(text.toLowerCase(Locale.ROOT))) return text.toLowerCase(Locale.ROOT);
        throw bad(option, text, "it is one of: " + String.join(", ", allowed));
    }

    private static <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw bad(option, text, String.valueOf(e.getMessage()));
        }
    }

    private static Failure bad(String option, String text, String help) {
        return new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used").help(help);
    }
}
