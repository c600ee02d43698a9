package io.fulmar.indicator;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to compute, as users write it: {@code close}, {@code sma(high,14)}, {@code macd(12,26,9).signal}, {@code sma(rsi(14),5)}. */
public sealed interface Expression {

    /** One number of each bar. */
    record FieldRef(Field field) implements Expression {
        @Override
        public String toString() {
            return field.word();
        }
    }

    /**
     * One output of an indicator.
     *
     * @param arguments in full, defaults included
     * @param inputs one for each of the definition's, in order
     * @param output which of the definition's outputs
     */
    record Call(Definition definition, List<Double> arguments, List<Expression> inputs, int output)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            inputs = List.copyOf(inputs);
        }

        /** The whole indicator, whichever output is meant: equal for outputs that can share one fold. */
        Call whole() {
            return new Call(definition, arguments, inputs, 0);
        }

        double[] numbers() {
            return arguments.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public String toString() {
            Stream<String> replaced = Stream.iterate(0, i -> i < inputs.size(), i -> i + 1)
                    .filter(i -> definition.inputs().get(i).replaceable())
                    .map(i -> inputs.get(i).toString());
            String all = Stream.concat(replaced, arguments.stream().map(Parameter::text))
                    .collect(Collectors.joining(","));
            return "%s(%s)%s"
                    .formatted(
                            definition.name(),
                            all,
                            definition.single()
                                    ? ""
                                    : "." + definition.outputs().get(output));
        }
    }

    /** Reads an expression, or throws {@link ExpressionException} that says where and what is wrong. */
    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /** How far values may be trusted when the anchor is another one: the worst of all that takes part. */
    default Exactness exactness() {
        return switch (this) {
            case FieldRef _ -> Exactness.WINDOW_EXACT;
            case Call call -> {
                Exactness worst = call.definition().exactness(call.numbers());
                for (Expression input : call.inputs()) {
                    Exactness inner = input instanceof Call ? Exactness.WINDOW : Exactness.WINDOW_EXACT;
                    inner = input.exactness().compareTo(inner) > 0 ? input.exactness() : inner;
                    worst = inner.compareTo(worst) > 0 ? inner : worst;
                }
                yield worst;
            }
        };
    }

    /** Bars after which another anchor agrees as {@link #exactness} promises; empty when it never need. */
    default OptionalLong memory() {
        return switch (this) {
            case FieldRef _ -> OptionalLong.of(1);
            case Call call -> {
                if (call.definition().memory(call.numbers()).isEmpty()) {
                    yield OptionalLong.empty();
                }
                long inner = 0;
                for (Expression input : call.inputs()) {
                    if (input.memory().isEmpty()) {
                        yield OptionalLong.empty();
                    }
                    inner = Math.max(
                            inner, input instanceof Call ? input.memory().getAsLong() : 0);
                }
                yield OptionalLong.of(
                        inner + call.definition().memory(call.numbers()).getAsInt());
            }
        };
    }
}
