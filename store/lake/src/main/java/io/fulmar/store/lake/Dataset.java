package io.fulmar.store.lake;

import io.fulmar.domain.Symbol;
import java.nio.file.Path;

/** What of one instrument lies together: its candles of a minute, its trades. */
public record Dataset(String venue, Symbol symbol, Kind kind) {
    public Dataset {
        if (venue.isBlank() || venue.length() > 100) {
            throw new IllegalArgumentException("a venue has a name of at most 100 characters");
        }
    }

    /** Its folder below the lake's: {@code venue=binance/kind=candles-1m/symbol=BTC%2FUSDT%3AUSDT}. */
    public Path folder() {
        return Path.of(
                "venue=" + Names.encode(venue),
                "kind=" + Names.encode(kind.word()),
                "symbol=" + Names.encode(symbol.toString()));
    }

    /** For people: {@code binance BTC/USDT:USDT candles-1m}. */
    @Override
    public String toString() {
        return venue + " " + symbol + " " + kind.word();
    }
}
