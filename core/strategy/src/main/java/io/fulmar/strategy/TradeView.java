package io.fulmar.strategy;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;

/** The trade that just came in: valid during the call; {@link #keep} makes a record of it. */
public final class TradeView {
    private final Scale scale;
    private long time;
    private long receivedAt;
    private long ticks;
    private long lots;
    private boolean buyer;

    public TradeView(Instrument instrument) {
        this.scale = new Scale(instrument);
    }

    /** Only the engine moves it. */
    public void moveTo(long venueTime, long receiveTime, boolean buyerTook, long priceTicks, long quantityLots) {
        time = venueTime;
        receivedAt = receiveTime;
        buyer = buyerTook;
        ticks = priceTicks;
        lots = quantityLots;
    }

    /** When the venue made it, UTC nanoseconds. */
    public long time() {
        return time;
    }

    /** When we heard of it. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Which side took what rested. */
    public Side taker() {
        return buyer ? Side.BUY : Side.SELL;
    }

    public double price() {
        return scale.price(ticks);
    }

    public double quantity() {
        return scale.quantity(lots);
    }

    public long ticks() {
        return ticks;
    }

    public long lots() {
        return lots;
    }

    public MarketTrade keep() {
        return new MarketTrade(time, receivedAt, taker(), price(), quantity());
    }
}
