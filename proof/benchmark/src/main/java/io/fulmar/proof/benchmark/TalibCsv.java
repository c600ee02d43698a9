package io.fulmar.proof.benchmark;

import io.fulmar.indicator.Definition;
import io.fulmar.indicator.Evaluation;
import io.fulmar.indicator.Expression;
import io.fulmar.indicator.Field;
import io.fulmar.indicator.Indicators;
import io.fulmar.indicator.Parameter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes markets and every indicator over them as CSV, for {@code proof/benchmark/talib_check.py} to compare with TA-Lib's C library.
 * Arguments: the folder to write to.
 */
final class TalibCsv {
    private static final int BARS = 1500;
    /** So many that the rarest candle pattern is among them. */
    private static final int CANDLES = 100_000;

    private static final int PERIOD_MAXIMUM = 100;

    /** TA-Lib's numbers of the moving averages that exist. */
    private static final List<Double> AVERAGES =
            List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0);

    private TalibCsv() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        double[] scales = {1e-5, 0.01, 1, 100, 30000};
        for (int k = 0; k < scales.length; k++) {
            for (int stillness : new int[] {0, 80}) {
                for (boolean exact : new boolean[] {true, false}) {
                    GridMarket market = GridMarket.random(new SplittableRandom(k), BARS, scales[k], stillness);
                    String name = "market-%d-%d-%s.csv".formatted(k, stillness, exact ? "exact" : "doubles");
                    write(folder.resolve(name), market, exact, expressions(new SplittableRandom(name.hashCode())));
                }
            }
        }
        GridMarket candles = GridMarket.candles(new SplittableRandom(CANDLES), CANDLES);
        List<String> patterns = expressions(new SplittableRandom(CANDLES)).stream()
                .filter(text -> text.startsWith("cdl"))
                .toList();
        write(folder.resolve("candles-exact.csv"), candles, true, patterns);
        write(folder.resolve("candles-doubles.csv"), candles, false, patterns);
    }

    private static void write(Path file, GridMarket market, boolean exact, List<String> texts) throws IOException {
        List<Expression> expressions = texts.stream().map(Expression::parse).toList();
        int bars = market.values(Field.CLOSE).length;
        double[][] out = new double[expressions.size()][bars];
        Evaluation.of(expressions).take(market.bars(exact), out);
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.print("open,high,low,close,volume");
            texts.forEach(text -> csv.print(",\"" + text + "\""));
            csv.println();
            for (int i = 0; i < bars; i++) {
                StringBuilder row = new StringBuilder();
                for (Field field : Field.values()) {
                    row.append(row.isEmpty() ? "" : ",").append(market.values(field)[i]);
                }
                for (double[] column : out) {
                    row.append(',').append(Double.isNaN(column[i]) ? "" : Double.toString(column[i]));
                }
                csv.println(row);
            }
        }
    }

    /** Each definition with its defaults, with its smallest periods, with periods of its own, and with random ones. */
    private static List<String> expressions(SplittableRandom random) {
        List<String> texts = new ArrayList<>();
        for (Definition definition : Indicators.all()) {
            List<Parameter> parameters = definition.parameters();
            List<List<Double>> sets = new ArrayList<>();
            sets.add(parameters.stream().map(Parameter::preset).toList());
            sets.add(parameters.stream()
                    .map(p -> p.whole() && !average(p) ? p.minimum() : p.preset())
                    .toList());
            sets.add(parameters.stream()
                    .map(p -> average(p) ? 1 : p.whole() ? p.preset() * 2 + 3 : p.preset() * 0.75)
                    .toList());
            if (parameters.stream().anyMatch(TalibCsv::average)) {
                for (double kind : AVERAGES) {
                    sets.add(parameters.stream()
                            .map(p -> average(p) ? kind : p.preset())
                            .toList());
                }
            }
            for (int i = 0; i < 5; i++) {
                sets.add(parameters.stream().map(p -> any(p, random)).toList());
            }
            sets.stream().distinct().forEach(set -> calls(definition, set, texts));
        }
        return texts;
    }

    private static void calls(Definition definition, List<Double> arguments, List<String> texts) {
        // Volumes stand in for the windows that mavp reads.
        String series = definition.name().equals("mavp") ? "close,volume," : "";
        String numbers =
                series + String.join(",", arguments.stream().map(TalibCsv::text).toList());
        for (String output : definition.outputs()) {
            String end = definition.outputs().size() == 1 ? "" : "." + output;
            texts.add(definition.name() + "(" + numbers + ")" + end);
        }
    }

    private static double any(Parameter parameter, SplittableRandom random) {
        if (average(parameter)) {
            return AVERAGES.get(random.nextInt(AVERAGES.size()));
        }
        if (!parameter.whole()) {
            double wanted = parameter.preset() == 0
                    ? random.nextInt(-1, 2) * 0.01
                    : parameter.preset() * (1 + random.nextInt(3)) / 2;
            return Math.clamp(wanted, parameter.minimum(), parameter.maximum());
        }
        return parameter.minimum() + random.nextInt(random.nextBoolean() ? 3 : PERIOD_MAXIMUM);
    }

    private static boolean average(Parameter parameter) {
        return parameter.name().endsWith("matype");
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
