package io.fulmar.app.fulmar;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a venue asks behind a position, as a table in a file: see docs/margin-file.md. A table with a hole is refused. */
final class MarginFile {
    private static final List<String> KEYS = List.of("mode", "liquidationFee", "tiers");
    private static final List<String> TIER_KEYS = List.of("from", "to", "maintenance", "amount", "leverage");
    private static final int PPM_DIGITS = 6;

    /** Within an instrument's file it is an object of this name. */
    static final String IN_INSTRUMENT = "margin";

    private final JsonFile json;
    private final JsonFile.Fields root;

    private MarginFile(JsonFile json, JsonFile.Fields root) {
        this.json = json;
        this.root = root;
    }

    static MarginFile of(Path file) {
        JsonFile json = JsonFile.of(file, "what a margin file holds: docs/margin-file.md");
        return new MarginFile(json, json.read(KEYS));
    }

    /** The table inside an instrument's file, if it has one. */
    static Optional<MarginFile> within(JsonFile json, JsonFile.Fields instrument) {
        return instrument.find(IN_INSTRUMENT).map(node -> new MarginFile(json, json.fields(node, KEYS)));
    }

    /** Isolated unless it says otherwise. */
    MarginMode mode() {
        Optional<JsonFile.Node> node = root.find("mode");
        String word = node.map(json::scalar).orElse(MarginMode.ISOLATED.word());
        for (MarginMode mode : MarginMode.values()) {
            if (mode != MarginMode.NONE && mode.word().equals(word)) return mode;
        }
        throw json.wrong(node.map(JsonFile.Node::at).orElse(0), "mode is \"isolated\" or \"cross\"");
    }

    /** Empty: the venue keeps what is left. */
    Optional<Rate> liquidationFee() {
        return root.find("liquidationFee").map(node -> rate(node, "liquidationFee"));
    }

    MarginTiers tiers(Currency currency) {
        JsonFile.Node node = root.find("tiers").orElseThrow(() -> json.wrong(root.at(), "the key 'tiers' is missing"));
        if (!(node instanceof JsonFile.Items items) || items.items().isEmpty()) {
            throw json.wrong(node.at(), "tiers is a list of objects, the smallest notional first");
        }
        List<MarginTiers.Tier> wanted = new ArrayList<>();
        long end = 0;
        for (JsonFile.Node item : items.items()) {
            JsonFile.Fields tier = json.fields(item, TIER_KEYS);
            if (end == Long.MAX_VALUE)
                throw json.wrong(tier.at(), "a tier after one without end: give that one a 'to'");
            long from = money(tier, "from", currency);
            if (from != end) {
                String hole = text(Math.min(from, end), currency) + " to " + text(Math.max(from, end), currency);
                throw json.wrong(tier.at(), from > end ? "no tier covers " + hole : "two tiers cover " + hole);
            }
            end = tier.find("to").isPresent() ? money(tier, "to", currency) : Long.MAX_VALUE;
            if (end <= from) throw json.wrong(tier.at(), "the tier ends where it begins, or before");
            wanted.add(new MarginTiers.Tier(from, rate(need(tier, "maintenance"), "maintenance"), 0, leverage(tier)));
        }
        return checked(items, wanted, end, currency);
    }

    private MarginTiers checked(JsonFile.Items items, List<MarginTiers.Tier> wanted, long end, Currency currency) {
        MarginTiers table;
        try {
            table = MarginTiers.of(wanted, end);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.wrong(items.at(), "the tiers cannot be: " + e.getMessage());
        }
        for (int i = 0; i < table.tiers().size(); i++) {
            JsonFile.Fields tier = json.fields(items.items().get(i), TIER_KEYS);
            long deduction = table.tiers().get(i).deduction();
            // a table of a venue rounds its amounts, so a unit of its last digit may be off
            if (tier.find("amount").isPresent() && !near(tier.find("amount").get(), deduction, currency)) {
                throw json.wrong(
                        tier.find("amount").get().at(),
                        "the amount does not fit the rates: between them it is " + text(deduction, currency));
            }
        }
        return table;
    }

    private boolean near(JsonFile.Node node, long deduction, Currency currency) {
        Decimal amount = decimal(node);
        BigDecimal exact = BigDecimal.valueOf(deduction, currency.digits());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(amount.scale());
        return exact.setScale(amount.scale(), RoundingMode.HALF_UP)
                        .subtract(amount.toBigDecimal())
                        .abs()
                        .compareTo(unit)
                <= 0;
    }

    private long leverage(JsonFile.Fields tier) {
        Optional<JsonFile.Node> node = tier.find("leverage");
        if (node.isEmpty()) return 0;
        try {
            long ppm = decimal(node.get()).normalized().rescaled(PPM_DIGITS).mantissa();
            if (ppm > 0) return ppm;
        } catch (ArithmeticException e) {
            // said below
        }
        throw json.wrong(node.get().at(), "leverage is a number above 0 with at most 6 decimals");
    }

    private JsonFile.Node need(JsonFile.Fields fields, String key) {
        return fields.find(key).orElseThrow(() -> json.wrong(fields.at(), "the key '" + key + "' is missing"));
    }

    /** Half a percent is written {@code "0.5%"} or {@code 0.005}. */
    private Rate rate(JsonFile.Node node, String key) {
        String text = json.scalar(node);
        try {
            Rate rate = text.endsWith("%")
                    ? Rate.ofPercent(text.substring(0, text.length() - 1).strip())
                    : Rate.ofFraction(Decimal.parse(text));
            if (rate.numerator() >= 0 && rate.doubleValue() < 1) return rate;
        } catch (IllegalArgumentException | ArithmeticException e) {
            // said below
        }
        throw json.wrong(node.at(), key + " is a share from 0 to below 1, such as \"0.5%\" or 0.005");
    }

    private long money(JsonFile.Fields tier, String key, Currency currency) {
        JsonFile.Node node = need(tier, key);
        try {
            long units = currency.amount(decimal(node)).units();
            if (units >= 0) return units;
        } catch (ArithmeticException e) {
            // said below
        }
        throw json.wrong(
                node.at(), key + " is a notional in " + currency + ", with at most " + currency.digits() + " decimals");
    }

    private Decimal decimal(JsonFile.Node node) {
        try {
            return Decimal.parse(json.scalar(node));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.wrong(node.at(), String.valueOf(e.getMessage()));
        }
    }

    private static String text(long units, Currency currency) {
        return Decimal.of(units, currency.digits()).normalized().toString();
    }
}
