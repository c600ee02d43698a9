import io.fulmar.strategy.*;

/**
 * A ladder of prices below the first one: buys a rung lower each time the market falls by a step, and sells each rung a step
 * higher. It earns while the market swings and holds the whole ladder when the market leaves it, which is the honest price of it.
 */
public class Grid extends FlowStrategy<Grid.P> {
    public record P(
            @Range("0.001..10 default 0.02") double step, // percent
            @Range("1..100 default 8") int rungs,
            @Range("0.001..1000 default 0.01") double size) {}

    private double top;
    private int held;

    @Override
    public void onBook(BookView book) {
        if (!book.twoSided()) return;
        if (top == 0) top = book.mid();
        int now = (int) Math.round(position() / p.size());
        boolean buys = now < p.rungs();
        boolean sells = now > 0;
        if (now != held || ordersOut() > 0 && ordersOut() < (buys ? 1 : 0) + (sells ? 1 : 0)) {
            held = now; // a rung was filled, or the venue took only one order of the two: both are placed anew
            cancelAll();
        } else if (ordersOut() == 0) {
            if (buys) bid(rung(now + 1), p.size());
            if (sells) offer(rung(now - 1), p.size());
        }
    }

    private double rung(int number) {
        return top * (1 - number * p.step() / 100);
    }
}
