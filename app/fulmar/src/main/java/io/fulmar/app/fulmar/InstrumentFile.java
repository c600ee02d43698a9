package io.fulmar.app.fulmar;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.InstrumentKind;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Symbol;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of an instrument as a file, see docs/instrument-file.md. */
final class InstrumentFile {
    static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "symbol", "venue", "kind", "tick", "lot", "contract", "minimumQuantity", "minimumNotional"),
                    InstrumentTerms.KEYS.stream())
            .toList();
    static final String FORM =
            "--instrument takes a file such as {\"tick\": \"0.01\", \"lot\": \"0.001\"}: docs/instrument-file.md";
    private static final String VENUE = "backtest";

    private final JsonFile json;
    private final JsonFile.Fields root;

    private InstrumentFile(Path file) {
        this.json = JsonFile.of(file, FORM);
        this.root = json.read(KEYS);
    }

    /** The instrument of that symbol. */
    static Instrument read(Path file, long id, Symbol symbol) {
        return new InstrumentFile(file).instrument(id, symbol);
    }

    private Instrument instrument(long id, Symbol symbol) {
        root.find("symbol").ifPresent(node -> {
            if (!json.scalar(node).equals(symbol.toString())) {
                throw json.wrong(node.at(), "the file is for " + json.scalar(node) + ", the data for " + symbol);
            }
        });
        Decimal tick = required("tick");
        Decimal lot = required("lot");
        Decimal contract = positive("contract", Decimal.ONE);
        String venue = root.find("venue").map(json::scalar).orElse(VENUE);
        try {
            Instrument plain = Instrument.of(id, venue, symbol, tick, lot, contract);
            return new Instrument(
                    id,
                    venue,
                    symbol,
                    kind(plain.kind()),
                    tick,
                    lot,
                    contract,
                    minimums(plain),
                    new Currency(symbol.settlement(), plain.settlement().digits()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.wrong(root.at(), String.valueOf(e.getMessage()));
        }
    }

    private InstrumentKind kind(InstrumentKind fromSymbol) {
        return root.find("kind")
                .map(node -> {
                    for (InstrumentKind kind : InstrumentKind.values()) {
                        if (word(kind).equals(json.scalar(node))) return kind;
                    }
                    throw json.wrong(
                            node.at(),
                            "a kind is one of "
                                    + Arrays.stream(InstrumentKind.values())
                                            .map(InstrumentFile::word)
                                            .collect(Collectors.joining(", ")));
                })
                .orElse(fromSymbol);
    }

    private static String word(InstrumentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Minimums minimums(Instrument instrument) {
        Decimal quantity = notNegative("minimumQuantity");
        return new Minimums(instrument.lots(quantity), notNegative("minimumNotional"));
    }

    private Decimal required(String key) {
        JsonFile.Node node =
                root.find(key).orElseThrow(() -> json.wrong(root.at(), "the key '" + key + "' is missing"));
        return positive(key, decimal(node));
    }

    private Decimal positive(String key, Decimal otherwise) {
        Decimal number = root.find(key).map(this::decimal).orElse(otherwise);
        if (number.signum() <= 0) throw json.wrong(at(key), key + " must be more than 0");
        return number;
    }

    private Decimal notNegative(String key) {
        Decimal number = root.find(key).map(this::decimal).orElse(Decimal.ZERO);
        if (number.signum() < 0) throw json.wrong(at(key), key + " must not be negative");
        return number;
    }

    private int at(String key) {
        return root.find(key).map(JsonFile.Node::at).orElse(root.at());
    }

    private Decimal decimal(JsonFile.Node node) {
        try {
            return Decimal.parse(json.scalar(node));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.wrong(node.at(), String.valueOf(e.getMessage()));
        }
    }
}
