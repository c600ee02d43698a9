import io.fulmar.strategy.*;

/**
 * Buys what fell too fast and sells it when it has calmed down: in when the RSI turns up from below a low mark, out at a
 * middle one, or after a while in any case.
 *
 * <p>A market in free fall is oversold all the way down. Therefore the long average must agree, and a stop ends the
 * argument.
 */
public class RsiMeanReversion extends Strategy<RsiMeanReversion.P> {
    public record P(
            @Range("2..500 default 14") int period,
            @Range("1..49 default 30") double low,
            @Range("50..99 default 55") double middle,
            @Range("2..5000 default 200") int trend,
            @Range("0..50 % default 3") double stop,
            @Range("1..10000 default 48") int bars) {}

    final Series rsi = rsi(p.period());
    final Series trend = sma(p.trend());
    final Series close = close();

    @Override
    public void onBar(Bar bar) {
        if (flat() && rsi.crossesAbove(p.low()) && close.above(trend)) {
            buy(equityPercent(50)).stop(percent(p.stop())).because("oversold in a rising market");
        } else if (holding() && rsi.above(p.middle())) {
            exit("calmed down");
        } else if (holding() && barsInTrade() >= p.bars()) {
            exitOnTime("waited long enough");
        }
    }
}
