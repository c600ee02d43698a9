import io.fulmar.strategy.*;

/**
 * Works a bid and an offer around the middle of the book and leans against what it holds: the longer it is, the lower both stand.
 * It earns the spread from those in a hurry and loses to those who know more; latency and the queue decide which is more.
 */
public class MarketMaker extends FlowStrategy<MarketMaker.P> {
    public record P(
            @Range("0.1..1000 default 4") double halfSpread, // in basis points of the price
            @Range("0..1000 default 1") double lean, // the same, for each unit of size held
            @Range("0.001..1000 default 0.01") double size,
            @Range("1..100 default 5") int most) {}

    private long bid;
    private long offer;
    private double bidAt;
    private double offerAt;

    @Override
    public void onBook(BookView book) {
        if (!book.twoSided()) {
            cancelAll(); // nobody knows this book: better out than wrong
            return;
        }
        double held = position() / p.size();
        double point = book.mid() / 10_000;
        double fair = book.mid() - held * p.lean() * point;
        // never a taker: at best it joins the best price
        double buy = Math.min(book.bid(), fair - p.halfSpread() * point);
        double sell = Math.max(book.ask(), fair + p.halfSpread() * point);
        double stale = p.halfSpread() * point / 4;

        if (working(bid)) {
            if (Math.abs(bidAt - buy) > stale || held >= p.most()) cancel(bid);
        } else if (held < p.most()) {
            bid = makeBid(buy, p.size());
            bidAt = buy;
        }
        if (working(offer)) {
            if (Math.abs(offerAt - sell) > stale || held <= -p.most()) cancel(offer);
        } else if (held > -p.most()) {
            offer = makeOffer(sell, p.size());
            offerAt = sell;
        }
    }
}
