package io.fulmar.engine;

import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Field;
import io.fulmar.market.Session;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every value at every bar, read off its definition: whole lists, looked through from the beginning each time. */
final class SlowColumns {
    /** Prices in hundredths. */
    record Candle(long openTime, long closeTime, long open, long high, long low, long close, double volume) {}

    private static final long SECOND = 1_000_000_000L;

    private final List<Candle> bars;
    private final Map<Value, double[]> known = new HashMap<>();
    private final SlowColumns there;

    SlowColumns(List<Candle> bars) {
        this.bars = bars;
        this.there = this;
    }

    /** Beside another market, which is its own other: the one that names it, named by itself, means itself. */
    SlowColumns(List<Candle> bars, SlowColumns there) {
        this.bars = bars;
        this.there = there;
    }

    private double onMarket(Value of, long closeTime) {
        double last = Double.NaN;
        for (int i = 0; i < there.bars.size(); i++) {
            if (there.bars.get(i).closeTime <= closeTime) {
                last = there.column(of)[i];
            }
        }
        return last;
    }

    double[] column(Value value) {
        double[] before = known.get(value);
        if (before != null) {
            return before;
        }
        double[] out = new double[bars.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.NaN;
        }
        fill(value, out);
        known.put(value, out);
        return out;
    }

    private void fill(Value value, double[] out) {
        for (int i = 0; i < out.length; i++) {
            switch (value) {
                case Value.OfField(Field field) -> out[i] = field(bars.get(i), field);
                case Value.Constant(double number) -> out[i] = number;
                case Value.Previous(Value of, int ago) -> out[i] = i < ago ? Double.NaN : column(of)[i - ago];
                case Value.Arithmetic(Value.Operation operation, Value left, Value right) ->
                    out[i] = arithmetic(operation, column(left)[i], column(right)[i]);
                case Value.OfIndicator max ->
                    out[i] = highestHigh(i, max.arguments().get(0));
                case Value.OnTimeframe(Value of, Timeframe timeframe) -> {
                    onTimeframe(of, timeframe, out);
                    return;
                }
                case Value.OnMarket(Value of, String ignored) -> out[i] = onMarket(of, bars.get(i).closeTime);
                case Value.BarsSince(Condition condition) -> out[i] = since(condition, i);
                case Value.ValueWhen(Condition condition, Value of) -> {
                    double since = since(condition.and(of.above(of).not()), i);
                    out[i] = Double.isFinite(since) ? column(of)[i - (int) since] : Double.NaN;
                }
            }
        }
    }

    private static double field(Candle bar, Field field) {
        return switch (field) {
            case OPEN -> price(bar.open);
            case HIGH -> price(bar.high);
            case LOW -> price(bar.low);
            case CLOSE -> price(bar.close);
            case VOLUME -> bar.volume;
        };
    }

    private static double price(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).doubleValue();
    }

    private static double arithmetic(Value.Operation operation, double one, double other) {
        return switch (operation) {
            case PLUS -> one + other;
            case MINUS -> one - other;
            case TIMES -> one * other;
            case DIVIDED_BY -> one / other;
        };
    }

    private double highestHigh(int i, double count) {
        double highest = i + 1 < count ? Double.NaN : 0;
        for (int ago = 0; ago < count && i >= ago; ago++) {
            highest = Math.max(highest, price(bars.get(i - ago).high));
        }
        return highest;
    }

    // ---- longer bars ----

    private void onTimeframe(Value of, Timeframe timeframe, double[] out) {
        List<Candle> longer = longer(timeframe);
        SlowColumns inLonger = there == this ? new SlowColumns(longer) : new SlowColumns(longer, there);
        double[] values = inLonger.column(of);
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < longer.size(); j++) {
                if (longer.get(j).closeTime <= bars.get(i).closeTime) {
                    out[i] = values[j];
                }
            }
        }
    }

    /** The longer bars that a reader of the whole file would draw, one that begins before the file left out. */
    private List<Candle> longer(Timeframe timeframe) {
        List<Candle> longer = new ArrayList<>();
        long length = timeframe.nanos();
        for (Candle bar : bars) {
            long start = bar.openTime / length * length;
            int last = longer.size() - 1;
            if (last >= 0 && longer.get(last).openTime == start) {
                Candle so = longer.get(last);
                long high = Math.max(so.high, bar.high);
                long low = Math.min(so.low, bar.low);
                longer.set(
                        last, new Candle(start, so.closeTime, so.open, high, low, bar.close, so.volume + bar.volume));
            } else {
                longer.add(new Candle(start, start + length, bar.open, bar.high, bar.low, bar.close, bar.volume));
            }
        }
        if (!longer.isEmpty() && longer.get(0).openTime < bars.get(0).openTime) {
            longer.remove(0);
        }
        return longer;
    }

    // ---- conditions ----

    /** NaN before the condition can be read, infinite before it held. */
    private double since(Condition condition, int i) {
        int first = 0;
        while (first <= i && !readable(condition, first)) {
            first++;
        }
        if (first > i) {
            return Double.NaN;
        }
        for (int at = i; at >= first; at--) {
            if (holds(condition, at, at == first)) {
                return i - at;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean readable(Condition condition, int i) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation ignored, Value left, Value right) -> there(left, right, i);
            case Condition.Cross(boolean ignored, Value left, Value right) -> there(left, right, i);
            case Condition.And(Condition left, Condition right) -> readable(left, i) && readable(right, i);
            case Condition.Or(Condition left, Condition right) -> readable(left, i) && readable(right, i);
            case Condition.Not(Condition of) -> readable(of, i);
            case Condition.Within(Condition of, int ignored) -> !Double.isNaN(since(of, i));
            case Condition.During ignored -> true;
            case Condition.HeldFor ignored -> throw new IllegalArgumentException("of positions, not of bars");
        };
    }

    private boolean there(Value left, Value right, int i) {
        return !Double.isNaN(column(left)[i]) && !Double.isNaN(column(right)[i]);
    }

    private boolean holds(Condition condition, int i, boolean first) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value left, Value right) -> {
                double one = column(left)[i];
                double other = column(right)[i];
                yield switch (relation) {
                    case ABOVE -> one > other;
                    case BELOW -> one < other;
                    case AT_LEAST -> one >= other;
                    case AT_MOST -> one <= other;
                };
            }
            case Condition.Cross(boolean upward, Value left, Value right) -> {
                double[] rising = column(upward ? left : right);
                double[] falling = column(upward ? right : left);
                yield !first && rising[i - 1] <= falling[i - 1] && rising[i] > falling[i];
            }
            case Condition.And(Condition left, Condition right) -> holds(left, i, first) && holds(right, i, first);
            case Condition.Or(Condition left, Condition right) -> holds(left, i, first) || holds(right, i, first);
            case Condition.Not(Condition of) -> !holds(of, i, first);
            case Condition.Within(Condition of, int count) -> since(of, i) < count;
            case Condition.During(Session session) -> during(session, bars.get(i));
            case Condition.HeldFor ignored -> throw new IllegalArgumentException("of positions, not of bars");
        };
    }

    private static boolean during(Session session, Candle bar) {
        ZonedDateTime opens = Instant.ofEpochSecond(bar.openTime / SECOND).atZone(session.zone());
        long from = opens.toLocalTime().toSecondOfDay();
        long to = from + (bar.closeTime - bar.openTime) / SECOND;
        return session.days().contains(opens.getDayOfWeek())
                && from >= session.fromSecond()
                && to <= session.toSecond();
    }
}
