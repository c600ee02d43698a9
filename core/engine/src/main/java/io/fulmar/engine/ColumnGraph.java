package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Block;
import io.fulmar.indicator.Definition;
import io.fulmar.indicator.Field;
import io.fulmar.indicator.Fold;
import io.fulmar.indicator.Indicators;
import io.fulmar.indicator.Input;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Columns;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every series over one market, computed a block at a time from the first bar, the anchor. Equal expressions share one column; a column
 * comes after those it is made of.
 */
final class ColumnGraph implements Columns {
    private static final int LENGTH = Frame.HISTORY + Frame.BLOCK;
    private static final int COLUMNS_MAX = 10_000;

    /** Something that fills columns for the block of bars at hand. */
    @FunctionalInterface
    interface Node {
        void run(Bars bars, int from, int size);
    }

    private record Call(String name, List<Value> inputs, List<Double> arguments) {}

    private record Outputs(Definition definition, List<Column> columns) {}

    private final Instrument instrument;
    private final Bars bars;
    private final Frame frame;
    final Map<Value, Column> columns = new LinkedHashMap<>();
    private final Map<Call, Outputs> calls = new LinkedHashMap<>();
    private final Neighbours neighbours;
    private final List<Node> nodes = new ArrayList<>();
    private final List<double[]> sliding = new ArrayList<>();
    private int lastSize;

    ColumnGraph(Instrument instrument, Bars bars, Frame frame) {
        this.bars = bars;
        this.instrument = instrument;
        this.neighbours = new Neighbours(this, instrument);
        this.frame = frame;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public long barTime() {
        return bars.openTime((int) frame.bar());
    }

    @Override
    public long closeTicks() {
        return bars.closes()[(int) frame.bar()];
    }

    @Override
    public double ticksPerPrice() {
        return (double) instrument.priceDivisor() / instrument.tickMantissa();
    }

    @Override
    public Column column(Value value) {
        Column known = columns.get(value);
        if (known != null) {
            return known;
        }
        if (columns.size() >= COLUMNS_MAX) {
            throw new StrategyException("more than " + COLUMNS_MAX + " series over one market");
        }
        Column made = switch (value) {
            case Value.OfField(Field field) -> field(field);
            case Value.Constant(double number) -> constant(number);
            case Value.Previous(Value of, int bars) -> previous(column(of), bars);
            case Value.Arithmetic(Value.Operation operation, Value left, Value right) ->
                Arithmetic.column(
                        this, operation, column(left).values(), column(right).values());
            case Value.OnTimeframe(Value of, Timeframe timeframe) -> neighbours.column(of, timeframe);
            case Value.OnMarket(Value of, String symbol) ->
                symbol.equals(instrument.symbol().toString()) ? column(of) : neighbours.column(of, symbol);
            case Value.BarsSince(Condition condition) -> Lookback.barsSince(this, condition);
            case Value.ValueWhen(Condition condition, Value of) -> Lookback.valueWhen(this, condition, of);
            case Value.OfIndicator indicator -> indicator(indicator);
        };
        columns.put(value, made);
        return made;
    }

    void advance(int from, int to) {
        frame.blockAt(from);
        for (int i = 0; i < sliding.size(); i++) {
            double[] column = sliding.get(i);
            System.arraycopy(column, lastSize, column, 0, Frame.HISTORY);
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).run(bars.seen(), from, to - from);
        }
        lastSize = to - from;
    }

    /** A column yet to be filled; the engine moves its past along. */
    double[] buffer() {
        double[] column = new double[LENGTH];
        Arrays.fill(column, Double.NaN);
        sliding.add(column);
        return column;
    }

    /** Adds what fills columns, after all those that it reads. */
    void add(Node node) {
        nodes.add(node);
    }

    Bars bars() {
        return bars;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    private Column field(Field field) {
        double[] out = buffer();
        double mantissa = instrument.tickMantissa();
        double divisor = instrument.priceDivisor();
        nodes.add((bars, from, size) -> {
            if (field == Field.VOLUME) {
                System.arraycopy(bars.volumes(), from, out, Frame.HISTORY, size);
                return;
            }
            long[] ticks = ticks(bars, field);
            for (int i = 0; i < size; i++) {
                out[Frame.HISTORY + i] = ticks[from + i] * mantissa / divisor;
            }
        });
        return Column.of(out);
    }

    private static long[] ticks(Bars bars, Field field) {
        return switch (field) {
            case OPEN -> bars.opens();
            case HIGH -> bars.highs();
            case LOW -> bars.lows();
            case CLOSE -> bars.closes();
            case VOLUME -> throw new IllegalStateException("volume is no price");
        };
    }

    private static Column constant(double number) {
        double[] out = new double[LENGTH];
        Arrays.fill(out, number);
        return Column.of(out);
    }

    private Column previous(Column of, int bars) {
        double[] in = of.values();
        double[] out = buffer();
        nodes.add((ignored, from, size) -> System.arraycopy(in, Frame.HISTORY - bars, out, Frame.HISTORY, size));
        return Column.of(out);
    }

    // ---- indicators ----

    private Column indicator(Value.OfIndicator value) {
        Call call = new Call(value.name(), value.inputs(), value.arguments());
        Outputs outputs = calls.get(call);
        if (outputs == null) {
            outputs = run(value);
            calls.put(call, outputs);
        }
        List<String> names = outputs.definition.outputs();
        if (value.output().isEmpty()) {
            if (names.size() > 1) {
                throw new StrategyException(value.name() + " has several outputs; name one: " + value.name() + "."
                        + String.join(", " + value.name() + ".", names));
            }
            return outputs.columns.get(0);
        }
        int index = names.indexOf(value.output());
        if (index < 0) {
            throw new StrategyException(
                    value.name() + " has no output '" + value.output() + "'; it has " + String.join(", ", names));
        }
        return outputs.columns.get(index);
    }

    private Outputs run(Value.OfIndicator value) {
        Definition definition = Indicators.find(value.name())
                .orElseThrow(() -> new StrategyException(
                        "there is no indicator '" + value.name() + "'; docs/indicators.md lists them"));
        double[] arguments =
                value.arguments().stream().mapToDouble(Double::doubleValue).toArray();
        boolean distance = value.inputs().isEmpty() && definition.name().equals("atr");
        Fold fold;
        try {
            fold = definition.fold(arguments);
        } catch (IllegalArgumentException e) {
            throw new StrategyException(String.valueOf(e.getMessage()), e);
        }
        List<Source> sources = sources(definition, value.inputs(), distance);
        Block block = new Block(sources.size());
        double[][] out = new double[definition.outputs().size()][Frame.BLOCK];
        List<double[]> targets = new ArrayList<>();
        for (int o = 0; o < out.length; o++) {
            targets.add(buffer());
        }
        nodes.add((bars, from, size) -> {
            block.resize(size);
            for (int i = 0; i < sources.size(); i++) {
                sources.get(i).set(block, i, bars, from, size);
            }
            fold.take(block, out);
            for (int o = 0; o < out.length; o++) {
                System.arraycopy(out[o], 0, targets.get(o), Frame.HISTORY, size);
            }
        });
        List<Column> made = distance
                ? List.of(inPrices(targets.get(0)))
                : targets.stream().map(Column::of).toList();
        return new Outputs(definition, made);
    }

    /** A range computed in ticks, and the same in prices beside it. */
    private Column inPrices(double[] ticks) {
        double[] out = buffer();
        double mantissa = instrument.tickMantissa();
        double divisor = instrument.priceDivisor();
        nodes.add((bars, from, size) -> {
            for (int i = Frame.HISTORY; i < Frame.HISTORY + size; i++) {
                out[i] = ticks[i] * mantissa / divisor;
            }
        });
        return Column.inTicks(out, ticks);
    }

    private interface Source {
        void set(Block block, int input, Bars bars, int from, int size);
    }

    private List<Source> sources(Definition definition, List<Value> given, boolean ticks) {
        long replaceable =
                definition.inputs().stream().filter(Input::replaceable).count();
        if (given.size() > replaceable) {
            throw new StrategyException(
                    definition.name() + " takes " + replaceable + " other series, not " + given.size());
        }
        List<Source> sources = new ArrayList<>();
        int next = 0;
        for (Input input : definition.inputs()) {
            boolean replaced = input.replaceable() && next < given.size();
            Value value = replaced ? given.get(next++) : new Value.OfField(input.field());
            sources.add(source(value, ticks));
        }
        return sources;
    }

    private Source source(Value value, boolean ticks) {
        if (value instanceof Value.OfField(Field field) && field != Field.VOLUME) {
            return ticks ? exactTicks(field) : exactPrices(field);
        }
        double[] in = column(value).values();
        double[] scratch = new double[Frame.BLOCK];
        return (block, input, bars, from, size) -> {
            System.arraycopy(in, Frame.HISTORY, scratch, 0, size);
            block.inexact(input, scratch);
        };
    }

    private static Source exactTicks(Field field) {
        return (block, input, bars, from, size) -> block.exact(input, ticks(bars, field), from, 1);
    }

    private Source exactPrices(Field field) {
        long mantissa = instrument.tickMantissa();
        long divisor = instrument.priceDivisor();
        if (mantissa == 1) {
            return (block, input, bars, from, size) -> block.exact(input, ticks(bars, field), from, divisor);
        }
        long[] scratch = new long[Frame.BLOCK];
        return (block, input, bars, from, size) -> {
            long[] ticks = ticks(bars, field);
            for (int i = 0; i < size; i++) {
                scratch[i] = Math.multiplyExact(ticks[from + i], mantissa);
            }
            block.exact(input, scratch, 0, divisor);
        };
    }
}
