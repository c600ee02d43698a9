package io.fulmar.live;

import io.fulmar.domain.Exact;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Scales;

/** How the rows of one stream of a replay are read: whose they are, and how many units a whole number of each has. */
record FedStream(int market, Kind kind, double price, double quantity, double rate) {
    static FedStream of(int market, Kind kind, Scales scales) {
        return new FedStream(
                market,
                kind,
                Exact.powerOfTen(scales.price()),
                Exact.powerOfTen(scales.quantity()),
                Exact.powerOfTen(scales.rate()));
    }

    /** The lake holds nearest doubles of decimals; what is not there, NaN, becomes {@link MarketListener#UNKNOWN}. */
    static long whole(double number, double power) {
        return (long) Math.rint(number * power);
    }
}
