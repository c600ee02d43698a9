package io.fulmar.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The name of what is traded, as ccxt writes it: {@code BTC/USDT} spot, {@code BTC/USDT:USDT} perpetual, {@code BTC/USD:BTC-261225}
 * dated, {@code BTC/USDT:USDT-261225-50000-C} an option. What settles in its base is inverse.
 */
public record Symbol(String base, String quote, Terms terms) {
    static final int YEAR_FIRST = 2000;
    static final int YEAR_LAST = 2099;

    /** What kind of contract the name stands for; spot settles in the quote. */
    public sealed interface Terms {}

    public record Spot() implements Terms {}

    public record Perpetual(String settle) implements Terms {
        public Perpetual {
            SymbolText.requireSettle(settle);
        }
    }

    public record Dated(String settle, LocalDate expiry) implements Terms {
        public Dated {
            SymbolText.requireSettle(settle);
            requireCentury(expiry);
        }
    }

    public record Option(String settle, LocalDate expiry, Decimal strike, Right right) implements Terms {
        public Option {
            SymbolText.requireSettle(settle);
            requireCentury(expiry);
            if (strike.signum() <= 0) {
                throw new IllegalArgumentException("strike " + strike + " is not positive");
            }
            // One name for one option: 0.50 and 0.5 are the same strike.
            strike = strike.normalized();
        }
    }

    public enum Right {
        CALL,
        PUT
    }

    public Symbol {
        SymbolText.requireCode("base", base);
        SymbolText.requireCode("quote", quote);
    }

    /** Reads ccxt's form; {@link IllegalArgumentException} says what is wrong and shows the forms. */
    public static Symbol parse(String text) {
        return SymbolText.parse(text);
    }

    public static Symbol spot(String base, String quote) {
        return new Symbol(base, quote, new Spot());
    }

    public static Symbol perpetual(String base, String quote, String settle) {
        return new Symbol(base, quote, new Perpetual(settle));
    }

    /** The currency that profit and loss are paid in: the settle currency of a contract, the quote of spot. */
    public String settlement() {
        return switch (terms) {
            case Spot _ -> quote;
            case Perpetual perpetual -> perpetual.settle();
            case Dated dated -> dated.settle();
            case Option option -> option.settle();
        };
    }

    /** Empty for spot and perpetuals. The hour is the venue's business. */
    public Optional<LocalDate> expiry() {
        return switch (terms) {
            case Spot _, Perpetual _ -> Optional.empty();
            case Dated dated -> Optional.of(dated.expiry());
            case Option option -> Optional.of(option.expiry());
        };
    }

    /** A contract that settles in the very thing it is written on. */
    public boolean settlesInBase() {
        return !(terms instanceof Spot) && settlement().equals(base);
    }

    @Override
    public String toString() {
        return SymbolText.print(this);
    }

    private static void requireCentury(LocalDate expiry) {
        if (expiry.getYear() < YEAR_FIRST || expiry.getYear() > YEAR_LAST) {
            throw new IllegalArgumentException("expiry " + expiry + " does not fit two digits of a year");
        }
    }
}
