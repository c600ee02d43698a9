package io.fulmar.engine;

import io.fulmar.domain.Timeframe;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The indicators that seats of one market asked for, computed once more over its bars: for whoever draws what the strategies saw. The
 * same columns as the desk's, so the same bits.
 */
public final class Lines {
    private final Tape tape;
    private final SequencedMap<String, Value> values;

    private Lines(Tape tape, SequencedMap<String, Value> values) {
        this.tape = tape;
        this.values = values;
    }

    /** Of these seats, which share a market; the first {@code most}, each once. Prices as they are, and sums of series, are no indicators. */
    public static Lines of(Desk desk, List<Integer> seats, int most) {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        for (int seat : seats) {
            List<Value> declared = desk.place(seat).seat.declared();
            for (Value value : declared) {
                Optional<String> name = name(value);
                boolean step = declared.stream().anyMatch(other -> isBefore(other, value));
                if (name.isPresent() && !step && values.size() < most) {
                    values.putIfAbsent(name.get(), value);
                }
            }
        }
        return new Lines(desk.place(seats.get(0)).tape, values);
    }

    /** Whether the one is the other some bars ago: then only that was meant, and the other is a step on the way. */
    private static boolean isBefore(Value value, Value of) {
        return value instanceof Value.Previous(Value inner, int ignored) && inner.equals(of);
    }

    /** As one writes it: {@code sma(20)}, {@code bbands(20,2).upper}, {@code highest(high,50) 1 ago}. */
    private static Optional<String> name(Value value) {
        if (value
                instanceof Value.OfIndicator(String name, String output, List<Value> inputs, List<Double> arguments)) {
            List<String> words = new ArrayList<>();
            for (Value input : inputs) {
                words.add(
                        input instanceof Value.OfField field
                                ? field.field().name().toLowerCase(Locale.ROOT)
                                : name(input).orElse("..."));
            }
            for (double argument : arguments) {
                words.add(argument == Math.rint(argument) ? Long.toString((long) argument) : Double.toString(argument));
            }
            return Optional.of(name + "(" + String.join(",", words) + ")" + (output.isEmpty() ? "" : "." + output));
        }
        if (value instanceof Value.Previous(Value of, int bars)) {
            return name(of).map(name -> name + " " + bars + " ago");
        }
        if (value instanceof Value.OnTimeframe(Value of, Timeframe timeframe)) {
            return name(of).map(name -> name + " on " + timeframe);
        }
        if (value instanceof Value.OnMarket(Value of, String symbol)) {
            return name(of).map(name -> name + " of " + symbol);
        }
        return Optional.empty();
    }

    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Line by line its values at the closes of these bars, which rise; NaN where it has none. */
    public double[][] at(int[] bars) {
        Tape own = new Tape(tape.instrument, tape.bars);
        own.columns.neighbours().are(tape.columns.neighbours());
        List<double[]> columns = new ArrayList<>();
        values.values().forEach(value -> columns.add(own.columns.column(value).values()));
        double[][] found = new double[columns.size()][bars.length];
        int next = 0;
        for (int from = 0; from < own.bars.size() && next < bars.length; ) {
            int to = own.advance(from);
            for (; next < bars.length && bars[next] < to; next++) {
                for (int line = 0; line < found.length; line++) {
                    found[line][next] = columns.get(line)[Frame.HISTORY + bars[next] - from];
                }
            }
            from = to;
        }
        return found;
    }
}
