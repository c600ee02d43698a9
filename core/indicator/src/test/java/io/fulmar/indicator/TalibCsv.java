package io.fulmar.indicator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes markets and every indicator over them as CSV, for {@code proof/benchmark/talib_check.py} to compare with TA-Lib's C library.
 * Arguments: the folder to write to.
 */
public final class TalibCsv {
    private TalibCsv() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        double[] scales = {1e-5, 0.01, 1, 100, 30000};
        for (int k = 0; k < scales.length; k++) {
            for (int stillness : new int[] {0, 80}) {
                for (boolean exact : new boolean[] {true, false}) {
                    Market market = Market.random(new SplittableRandom(k), 1500, scales[k], stillness);
                    write(
                            folder.resolve("market-%d-%d-%s.csv".formatted(k, stillness, exact ? "exact" : "doubles")),
                            market,
                            exact);
                }
            }
        }
    }

    private static void write(Path file, Market market, boolean exact) throws IOException {
        List<String> texts =
                expressions(new SplittableRandom(file.getFileName().toString().hashCode()));
        List<Expression> expressions = texts.stream().map(Expression::parse).toList();
        double[][] out = new double[expressions.size()][market.size];
        Evaluation.of(expressions).take(market.bars(0, market.size, exact), out);
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.print("open,high,low,close,volume");
            texts.forEach(text -> csv.print(",\"" + text + "\""));
            csv.println();
            for (int i = 0; i < market.size; i++) {
                StringBuilder row = new StringBuilder();
                for (double[] column : market.values) {
                    row.append(row.isEmpty() ? "" : ",").append(column[i]);
                }
                for (double[] column : out) {
                    row.append(',').append(Double.isNaN(column[i]) ? "" : Double.toString(column[i]));
                }
                csv.println(row);
            }
        }
    }

    /** Each definition with its defaults, with its smallest periods, with periods of its own, and with random ones. */
    static List<String> expressions(SplittableRandom random) {
        List<String> texts = new ArrayList<>();
        for (Definition definition : Indicators.all()) {
            List<List<Double>> sets = new ArrayList<>();
            sets.add(definition.parameters().stream().map(Parameter::preset).toList());
            sets.add(definition.parameters().stream()
                    .map(p -> p.whole() && !p.average() ? p.minimum() : p.preset())
                    .toList());
            sets.add(definition.parameters().stream()
                    .map(p -> p.average() ? 1 : p.whole() ? p.preset() * 2 + 3 : p.preset() * 0.75)
                    .toList());
            if (definition.parameters().stream().anyMatch(Parameter::average)) {
                for (MovingAverage kind : MovingAverage.values()) {
                    sets.add(definition.parameters().stream()
                            .map(p -> p.average() ? (double) kind.number() : p.preset())
                            .toList());
                }
            }
            for (int i = 0; i < 5; i++) {
                sets.add(Arrays.stream(Arguments.random(definition, random, 100))
                        .boxed()
                        .toList());
            }
            sets.stream()
                    .distinct()
                    .forEach(set -> definition.outputs().forEach(output -> {
                        String numbers = String.join(
                                ",", set.stream().map(Parameter::text).toList());
                        texts.add("%s(%s)%s"
                                .formatted(definition.name(), numbers, definition.single() ? "" : "." + output));
                    }));
        }
        return texts;
    }
}
