package io.fulmar.live;

import io.fulmar.domain.Symbol;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What Binance calls a symbol in its messages: BTCUSDT, and with an expiry BTCUSDT_261225. */
final class BinanceName {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private BinanceName() {}

    static String of(Symbol symbol) {
        return symbol.base()
                + symbol.quote()
                + symbol.expiry().map(day -> "_" + EXPIRY.format(day)).orElse("");
    }
}
