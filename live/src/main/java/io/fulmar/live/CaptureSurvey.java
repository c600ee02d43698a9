package io.fulmar.live;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.venue.kit.BinanceScanner;
import io.fulmar.venue.kit.BinanceSnapshot;
import io.fulmar.venue.kit.LevelList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A first look at a whole capture: how fine its market's numbers are, and its checksum. */
final class CaptureSurvey {
    /** Binance writes no more. */
    private static final int DECIMALS_MAX = 8;

    private final BinanceScanner scanner = new BinanceScanner();
    private final BinanceSnapshot snapshot = new BinanceSnapshot();
    private int priceDecimals;
    private int quantityDecimals;
    private long checksum;

    private CaptureSurvey() {}

    static CaptureSurvey of(Path file, Symbol symbol) throws IOException {
        CaptureSurvey survey = new CaptureSurvey();
        byte[] name = BinanceName.of(symbol).getBytes(StandardCharsets.UTF_8);
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            CaptureLines lines = new CaptureLines(in);
            CapturedMessage message = new CapturedMessage();
            while (lines.next()) {
                message.read(lines.bytes(), lines.from(), lines.to());
                survey.look(lines.bytes(), message, name);
            }
        }
        survey.checksum = sum.getValue();
        return survey;
    }

    private void look(byte[] bytes, CapturedMessage message, byte[] name) {
        BinanceScanner.Event event = scanner.read(bytes, message.from(), message.to());
        if (event == BinanceScanner.Event.NONE) {
            if (snapshot.read(bytes, message.from(), message.to())) {
                levels(snapshot.bids());
                levels(snapshot.asks());
            }
        } else if (scanner.isSymbol(name)) {
            look(event);
        }
    }

    private void look(BinanceScanner.Event event) {
        switch (event) {
            case NONE -> {}
            case TRADE -> {
                price(scanner.price(), scanner.priceScale());
                quantity(scanner.quantity(), scanner.quantityScale());
            }
            case BEST -> {
                price(scanner.bid(), scanner.bidScale());
                price(scanner.ask(), scanner.askScale());
                quantity(scanner.bidQuantity(), scanner.bidQuantityScale());
                quantity(scanner.askQuantity(), scanner.askQuantityScale());
            }
            case DEPTH -> {
                levels(scanner.bids());
                levels(scanner.asks());
            }
        }
    }

    private void levels(LevelList list) {
        for (int i = 0; i < list.size(); i++) {
            price(list.price(i), list.priceScale(i));
            quantity(list.quantity(i), list.quantityScale(i));
        }
    }

    private void price(long mantissa, int scale) {
        priceDecimals = finest(priceDecimals, mantissa, scale);
    }

    private void quantity(long mantissa, int scale) {
        quantityDecimals = finest(quantityDecimals, mantissa, scale);
    }

    /** Zeros at the end are no decimals. */
    private static int finest(int known, long mantissa, int scale) {
        if (scale <= known) {
            return known;
        }
        long rest = mantissa;
        int decimals = scale;
        while (decimals > known && rest % 10 == 0) {
            rest /= 10;
            decimals--;
        }
        return Math.min(DECIMALS_MAX, decimals);
    }

    Decimal tick() {
        return Decimal.of(1, priceDecimals);
    }

    Decimal lot() {
        return Decimal.of(1, quantityDecimals);
    }

    long checksum() {
        return checksum;
    }
}
