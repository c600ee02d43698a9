package io.fulmar.venue.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message as an object, so that two readings can be compared. */
sealed interface Message {
    /** {@code mantissa / 10^scale}, as it was written. */
    record Exactly(long mantissa, int scale) {}

    record Level(Exactly price, Exactly quantity) {}

    record Trade(
            String symbol,
            long eventMillis,
            long millis,
            long id,
            long firstId,
            long lastId,
            Exactly price,
            Exactly quantity,
            boolean buyerTook)
            implements Message {}

    record Best(
            String symbol,
            long eventMillis,
            long millis,
            long update,
            Exactly bid,
            Exactly bidQuantity,
            Exactly ask,
            Exactly askQuantity)
            implements Message {}

    record Depth(
            String symbol,
            long eventMillis,
            long millis,
            long first,
            long last,
            long before,
            List<Level> bids,
            List<Level> asks)
            implements Message {}

    /** Not believed. */
    record Refused(String why) implements Message {}

    static Message scanned(BinanceScanner scanner, byte[] bytes, int from, int to) {
        return switch (scanner.read(bytes, from, to)) {
            case NONE -> new Refused(scanner.flaw().name());
            case TRADE ->
                new Trade(
                        symbol(scanner, bytes),
                        scanner.eventMillis(),
                        scanner.millis(),
                        scanner.tradeId(),
                        scanner.firstId(),
                        scanner.lastId(),
                        new Exactly(scanner.price(), scanner.priceScale()),
                        new Exactly(scanner.quantity(), scanner.quantityScale()),
                        scanner.buyerTook());
            case BEST ->
                new Best(
                        symbol(scanner, bytes),
                        scanner.eventMillis(),
                        scanner.millis(),
                        scanner.lastUpdate(),
                        new Exactly(scanner.bid(), scanner.bidScale()),
                        new Exactly(scanner.bidQuantity(), scanner.bidQuantityScale()),
                        new Exactly(scanner.ask(), scanner.askScale()),
                        new Exactly(scanner.askQuantity(), scanner.askQuantityScale()));
            case DEPTH ->
                new Depth(
                        symbol(scanner, bytes),
                        scanner.eventMillis(),
                        scanner.millis(),
                        scanner.firstUpdate(),
                        scanner.lastUpdate(),
                        scanner.updateBefore(),
                        levels(scanner.bids()),
                        levels(scanner.asks()));
        };
    }

    private static String symbol(BinanceScanner scanner, byte[] bytes) {
        int start = scanner.symbolStart();
        return new String(bytes, start, scanner.symbolEnd() - start, StandardCharsets.UTF_8);
    }

    private static List<Level> levels(LevelList list) {
        var levels = new ArrayList<Level>();
        for (int i = 0; i < list.size(); i++) {
            levels.add(new Level(
                    new Exactly(list.price(i), list.priceScale(i)),
                    new Exactly(list.quantity(i), list.quantityScale(i))));
        }
        return levels;
    }
}
