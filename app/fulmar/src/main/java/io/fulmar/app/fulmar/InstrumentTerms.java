package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What an instrument's file says beside the rules of prices and quantities: margin, expiry, the fee of settlement. */
record InstrumentTerms(Optional<MarginFile> margin, Optional<Long> expiryNanos, Optional<Rate> settlementFee) {
    static final List<String> KEYS = List.of(MarginFile.IN_INSTRUMENT, "expiry", "settlementFee");

    static InstrumentTerms of(Path file) {
        JsonFile json = JsonFile.of(file, InstrumentFile.FORM);
        JsonFile.Fields root = json.read(InstrumentFile.KEYS);
        return new InstrumentTerms(
                MarginFile.within(json, root),
                root.find("expiry").map(node -> expiry(json, node)),
                root.find("settlementFee").map(node -> fee(json, node)));
    }

    private static long expiry(JsonFile json, JsonFile.Node node) {
        try {
            Instant time = Instant.parse(json.scalar(node));
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw json.wrong(node.at(), "expiry is a time in UTC such as \"2026-12-25T08:00:00Z\"");
        }
    }

    private static Rate fee(JsonFile json, JsonFile.Node node) {
        try {
            Rate rate = Rate.ofFraction(Decimal.parse(json.scalar(node)));
            if (rate.numerator() >= 0 && rate.doubleValue() < 1) return rate;
        } catch (IllegalArgumentException | ArithmeticException e) {
            // said below
        }
        throw json.wrong(node.at(), "settlementFee is a fraction of the notional, such as 0.0002");
    }
}
