package io.fulmar.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expressions at work: takes bars block by block and fills a column for each expression. What several expressions share is computed
 * once.
 */
public final class Evaluation {
    private static final double[] NONE = {};

    /** Where numbers come from: a bar's field, or an output of an earlier step. */
    private sealed interface Source {}

    private record OfBar(Field field) implements Source {}

    private record OfStep(Step step, int output) implements Source {}

    private static final class Step {
        final Fold fold;
        final Block in;
        final List<Source> sources;
        final double[][] out;

        Step(Fold fold, List<Source> sources, int outputs) {
            this.fold = fold;
            this.sources = sources;
            in = new Block(sources.size());
            out = new double[outputs][];
            Arrays.fill(out, NONE);
        }

        void take(Block bars) {
            int size = bars.size();
            in.resize(size);
            for (int input = 0; input < sources.size(); input++) {
                switch (sources.get(input)) {
                    case OfBar(Field field) -> in.same(input, bars, field.column());
                    case OfStep(Step step, int output) -> in.inexact(input, step.out[output]);
                }
            }
            for (int o = 0; o < out.length && out[o].length < size; o++) {
                out[o] = new double[size];
            }
            fold.take(in, out);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<Expression.Call, Step> known = new HashMap<>();
    private final List<Source> results = new ArrayList<>();

    private Evaluation(List<Expression> expressions) {
        for (Expression expression : expressions) {
            results.add(source(expression));
        }
    }

    /** A fresh evaluation; the first bar it takes is the anchor of all. */
    public static Evaluation of(List<Expression> expressions) {
        return new Evaluation(expressions);
    }

    /** Takes the next bars, whose inputs stand as {@link Field#column} says, and fills {@code out[expression][bar]}. */
    public void take(Block bars, double[][] out) {
        for (Step step : steps) {
            step.take(bars);
        }
        for (int i = 0; i < results.size(); i++) {
            double[] column = switch (results.get(i)) {
                case OfBar(Field field) -> bars.values(field.column());
                case OfStep(Step step, int output) -> step.out[output];
            };
            System.arraycopy(column, 0, out[i], 0, bars.size());
        }
    }

    private Source source(Expression expression) {
        return switch (expression) {
            case Expression.FieldRef(Field field) -> new OfBar(field);
            case Expression.Call call -> new OfStep(step(call.whole()), call.output());
        };
    }

    private Step step(Expression.Call call) {
        Step there = known.get(call);
        if (there != null) {
            return there;
        }
        List<Source> sources = call.inputs().stream().map(this::source).toList();
        Definition definition = call.definition();
        Step step = new Step(
                definition.fold(call.numbers()), sources, definition.outputs().size());
        steps.add(step);
        known.put(call, step);
        return step;
    }
}
