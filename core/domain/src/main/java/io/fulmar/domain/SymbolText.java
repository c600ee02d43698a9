package io.fulmar.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads and prints symbols in ccxt's form. */
final class SymbolText {
    private static final String FORMS =
            "; write BTC/USDT, BTC/USDT:USDT, BTC/USD:BTC, BTC/USD:BTC-261225 or BTC/USDT:USDT-261225-50000-C";
    private static final int CODE_LENGTH_MAX = 64;

    private SymbolText() {}

    static Symbol parse(String text) {
        try {
            return parts(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a symbol: " + e.getMessage() + FORMS, e);
        }
    }

    private static Symbol parts(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no / between base and quote");
        }
        String base = text.substring(0, slash);
        int colon = text.indexOf(':', slash);
        if (colon < 0) {
            return Symbol.spot(base, text.substring(slash + 1));
        }
        String quote = text.substring(slash + 1, colon);
        String[] contract = text.substring(colon + 1).split("-", -1);
        return new Symbol(base, quote, terms(contract));
    }

    private static Symbol.Terms terms(String[] parts) {
        return switch (parts.length) {
            case 1 -> new Symbol.Perpetual(parts[0]);
            case 2 -> new Symbol.Dated(parts[0], date(parts[1]));
            case 4 -> new Symbol.Option(parts[0], date(parts[1]), Decimal.parse(parts[2]), right(parts[3]));
            default ->
                throw new IllegalArgumentException(
                        "after the : come a currency, or currency-yymmdd, or currency-yymmdd-strike-C");
        };
    }

    private static LocalDate date(String yymmdd) {
        if (yymmdd.length() != 6 || !yymmdd.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("expiry \"" + yymmdd + "\" is not six digits yymmdd");
        }
        int number = Integer.parseInt(yymmdd);
        try {
            return LocalDate.of(Symbol.YEAR_FIRST + number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expiry \"" + yymmdd + "\" is no day of the calendar", e);
        }
    }

    private static Symbol.Right right(String letter) {
        return switch (letter) {
            case "C" -> Symbol.Right.CALL;
            case "P" -> Symbol.Right.PUT;
            default -> throw new IllegalArgumentException("\"" + letter + "\" is neither C for call nor P for put");
        };
    }

    static String print(Symbol symbol) {
        String pair = symbol.base() + "/" + symbol.quote();
        return switch (symbol.terms()) {
            case Symbol.Spot() -> pair;
            case Symbol.Perpetual(var settle) -> pair + ":" + settle;
            case Symbol.Dated(var settle, var expiry) -> pair + ":" + settle + "-" + print(expiry);
            case Symbol.Option(var settle, var expiry, var strike, var right) ->
                pair + ":" + settle + "-" + print(expiry) + "-" + strike + "-"
                        + right.name().charAt(0);
        };
    }

    // By hand, as String.format depends on the machine's locale.
    private static String print(LocalDate date) {
        int yymmdd = (date.getYear() - Symbol.YEAR_FIRST) * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        return Integer.toString(1_000_000 + yymmdd).substring(1);
    }

    /** A currency or asset code: anything but the characters that have a meaning in a symbol, and blanks. */
    static void requireCode(String what, String code) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is missing");
        }
        if (code.length() > CODE_LENGTH_MAX) {
            throw new IllegalArgumentException("the " + what + " is longer than " + CODE_LENGTH_MAX + " characters");
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '/' || c == ':' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException("the " + what + " \"" + code + "\" holds a blank, / or :");
            }
        }
    }

    /** Settle codes hold no dash either: it starts the expiry. */
    static void requireSettle(String code) {
        requireCode("settle currency", code);
        if (code.indexOf('-') >= 0) {
            throw new IllegalArgumentException("the settle currency \"" + code + "\" holds a dash");
        }
    }
}
