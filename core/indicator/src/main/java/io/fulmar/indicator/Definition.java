package io.fulmar.indicator;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What an indicator is, before any bar: its name, what it takes, what it gives, and how far its values may be trusted.
 *
 * @param inputs what a block given to its fold must hold, in this order
 * @param outputs the names of the columns it fills; a single one is called {@code value}
 * @param base its exactness for exact inputs, before what a chosen kind of moving average takes away
 * @param seed how it starts at the anchor
 * @param description one line for people
 */
public record Definition(
        String name,
        List<Input> inputs,
        List<Parameter> parameters,
        List<String> outputs,
        Exactness base,
        String seed,
        String description,
        Memory bars,
        Maker maker) {

    /** Bars after which the anchor no longer shows, from complete arguments. */
    @FunctionalInterface
    interface Memory {
        long bars(double[] arguments);
    }

    /** Makes a fold from complete, checked arguments. */
    @FunctionalInterface
    interface Maker {
        Fold fold(double[] arguments);
    }

    public Definition {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** The arguments in full: what was given, then the defaults; refuses too many and values out of range. */
    public double[] complete(double... given) {
        if (given.length > parameters.size()) {
            throw new IllegalArgumentException("%s takes at most %d numbers (%s), not %d"
                    .formatted(name, parameters.size(), names(), given.length));
        }
        double[] all = new double[parameters.size()];
        for (int i = 0; i < all.length; i++) {
            Parameter parameter = parameters.get(i);
            if (i < given.length) {
                all[i] = given[i];
            } else if (parameter.like() >= 0 && parameter.like() < given.length) {
                all[i] = given[parameter.like()];
            } else {
                all[i] = parameter.preset();
            }
            if (parameter.average() && all[i] == MovingAverage.DEFAULT) {
                all[i] = parameter.preset();
            }
            parameter.check(name, all[i]);
        }
        return all;
    }

    /** A fresh fold; arguments left out take their defaults. */
    public Fold fold(double... arguments) {
        Fold fold = maker.fold(complete(arguments));
        return inputs.stream().anyMatch(Input::replaceable) ? new LeadIn(fold, inputs.size()) : fold;
    }

    /** Bars after which another anchor agrees (bits for windows, 1e-12 for recursions); empty when it never need. */
    public OptionalInt memory(double... arguments) {
        double[] all = complete(arguments);
        return exactness(all) == Exactness.PATH
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, bars.bars(all)));
    }

    /**
     * The exactness with these arguments, for exact inputs; with inexact ones {@code WINDOW_EXACT} falls to {@code WINDOW}. Kinds of
     * moving average among the arguments count too.
     */
    public Exactness exactness(double... arguments) {
        double[] all = complete(arguments);
        Exactness worst = base;
        for (int i = 0; i < all.length; i++) {
            if (parameters.get(i).average()) {
                Exactness kind = MovingAverage.of(all[i]).exactness();
                worst = kind.compareTo(worst) > 0 ? kind : worst;
            }
        }
        return worst;
    }

    public boolean single() {
        return outputs.size() == 1;
    }

    private String names() {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
