package io.fulmar.research.sweep;

import io.fulmar.strategy.ParameterException;
import io.fulmar.strategy.ParameterSpec;
import io.fulmar.strategy.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All combinations of a strategy's parameters that a sweep may look at. A combination's number is its place when all are written down
 * in the order in which the record declares its parameters, the last one changing first. Combinations that the record's constructor
 * refuses keep their number and have no result.
 */
public final class Space {
    /** Numbers stay clear of the sign, and of sums that could reach it. */
    private static final long SIZE_MAX = 1L << 62;

    private static final long TRIES_MAX = 20_000;

    private final Class<? extends Record> type;
    private final List<Axis> axes;
    private final long[] weights;
    private final long size;

    private Space(Class<? extends Record> type, List<Axis> axes) {
        this.type = type;
        this.axes = List.copyOf(axes);
        this.weights = new long[axes.size()];
        long product = 1;
        for (int i = axes.size() - 1; i >= 0; i--) {
            weights[i] = product;
            if (product > SIZE_MAX / axes.get(i).size()) {
                throw new SweepException(
                        SweepException.Fault.SPACE,
                        "the space has more than 2^62 combinations",
                        "use fewer parameters or wider steps");
            }
            product *= axes.get(i).size();
        }
        this.size = product;
    }

    /** The record's parameters: those of {@code grids} vary, those of {@code fixed} have that value, the rest their default. */
    public static Space of(
            Class<? extends Record> type, Map<String, String> fixed, SequencedMap<String, String> grids) {
        List<ParameterSpec> specs = Parameters.specs(type);
        for (String name : grids.keySet()) {
            if (fixed.containsKey(name)) {
                throw new SweepException(
                        SweepException.Fault.SPACE,
                        "parameter '" + name + "' has a --grid and a --param",
                        "keep one of the two");
            }
        }
        Map<String, String> named = new LinkedHashMap<>(fixed);
        grids.keySet().forEach(name -> named.put(name, ""));
        Parameters.requireKnown(specs, named.keySet());
        List<Axis> axes = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            axes.add(
                    grids.containsKey(spec.name())
                            ? Axis.of(
                                    spec,
                                    Optional.ofNullable(grids.get(spec.name())).orElse(""))
                            : Axis.fixed(spec, Parameters.textOf(spec, fixed)));
        }
        return new Space(type, axes);
    }

    /** Combinations, those included that the record refuses. */
    public long size() {
        return size;
    }

    /** Every parameter in declared order. */
    public List<Axis> axes() {
        return axes;
    }

    /** The parameters that vary, in declared order. */
    public List<Axis> varied() {
        return axes.stream().filter(axis -> axis.size() > 1).toList();
    }

    /** Which of the axis's values the combination has. */
    public int index(long number, int axis) {
        return (int) (number / weights[axis] % axes.get(axis).size());
    }

    /** The number of the combination that has these values of the axes. */
    long number(int[] indices) {
        long number = 0;
        for (int i = 0; i < indices.length; i++) {
            number += indices[i] * weights[i];
        }
        return number;
    }

    /** The combination's parameters; empty when their relations forbid it. */
    public Optional<Record> parameters(long number) {
        Object[] values = new Object[axes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = axes.get(i).values().get(index(number, i));
        }
        try {
            return Optional.of(Parameters.of(type, values));
        } catch (ParameterException e) {
            return Optional.empty(); // fast < slow and the like: the record's own words are not needed here
        }
    }

    /** Some combination that the record takes: the first of all, or where it refuses the first many, one of as many drawn by chance. */
    public Optional<Record> any() {
        long tries = Math.min(size, TRIES_MAX);
        Shuffle drawn = new Shuffle(size, 0);
        for (long i = 0; i < 2 * tries; i++) {
            Optional<Record> found = parameters(i < tries ? i : drawn.at(i - tries));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Every parameter in declared order with its values, as {@code --param} would give them. */
    public SequencedMap<String, List<String>> values() {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        axes.forEach(axis -> values.put(axis.name(), axis.texts()));
        return values;
    }

    /** SHA-256 over names and values. */
    public String hash() {
        StringBuilder words = new StringBuilder();
        for (Axis axis : axes) {
            words.append(axis.name())
                    .append('=')
                    .append(String.join(",", axis.texts()))
                    .append('\n');
        }
        return Sha.of(words.toString());
    }
}
