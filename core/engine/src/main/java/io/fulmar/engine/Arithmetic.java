package io.fulmar.engine;

import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Value;

/** Columns made of two others, value by value. */
final class Arithmetic {
    private Arithmetic() {}

    static Column column(ColumnGraph graph, Value.Operation operation, double[] left, double[] right) {
        double[] out = graph.buffer();
        graph.add(
                switch (operation) {
                    case PLUS ->
                        (bars, from, size) -> {
                            for (int i = Frame.HISTORY; i < Frame.HISTORY + size; i++) {
                                out[i] = left[i] + right[i];
                            }
                        };
                    case MINUS ->
                        (bars, from, size) -> {
                            for (int i = Frame.HISTORY; i < Frame.HISTORY + size; i++) {
                                out[i] = left[i] - right[i];
                            }
                        };
                    case TIMES ->
                        (bars, from, size) -> {
                            for (int i = Frame.HISTORY; i < Frame.HISTORY + size; i++) {
                                out[i] = left[i] * right[i];
                            }
                        };
                    case DIVIDED_BY ->
                        (bars, from, size) -> {
                            for (int i = Frame.HISTORY; i < Frame.HISTORY + size; i++) {
                                out[i] = left[i] / right[i];
                            }
                        };
                });
        return Column.of(out);
    }
}
