package io.fulmar.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.CsvSource;

/** Which oracles agree with each indicator: what the tests compare, and what {@code talib_check.py --record} wrote down. */
final class Checks {
    private static final String RECORD = "talib-0.8.2.txt";

    /** Columns compared, and the worst error, of TA-Lib's C library. */
    record Library(int columns, String worst) {}

    private final Map<String, Library> library;
    private final Set<String> jar;
    private final Set<String> lean;

    private Checks(Map<String, Library> library, Set<String> jar, Set<String> lean) {
        this.library = library;
        this.jar = jar;
        this.lean = lean;
    }

    static Checks read() {
        Set<String> jar = TalibJarTest.inTheJar().map(Definition::name).collect(Collectors.toSet());
        return new Checks(library(), jar, lean());
    }

    Map<String, Library> recorded() {
        return library;
    }

    /** In words: {@code C 2e-16, jar, LEAN}. */
    String of(Definition definition) {
        String name = definition.name();
        List<String> oracles = new ArrayList<>();
        if (library.containsKey(name)) {
            String worst = library.get(name).worst();
            oracles.add("C " + (worst.equals("0e+00") ? "equal" : worst));
        }
        if (jar.contains(name) || CandleJarTest.knows(name)) {
            oracles.add("jar");
        }
        if (lean.contains(name) || name.startsWith("cdl") || name.equals("zigzag")) {
            oracles.add("LEAN");
        }
        if (OwnTest.NAMES.contains(name) || ExactTest.NAMES.contains(name)) {
            oracles.add("twin");
        }
        return String.join(", ", oracles);
    }

    private static Map<String, Library> library() {
        try (InputStream in = Checks.class.getResourceAsStream(RECORD)) {
            if (in == null) throw new IllegalStateException(RECORD + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0], words -> new Library(Integer.parseInt(words[1]), words[2])));
        } catch (IOException e) {
            throw new IllegalStateException(RECORD, e);
        }
    }

    /** The indicators in the rows of the reference test. */
    private static Set<String> lean() {
        return Arrays.stream(ReferenceTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(CsvSource.class).value()))
                .map(row -> row.split("\\|")[2].strip().split("[(.]")[0])
                .collect(Collectors.toSet());
    }
}
