package io.fulmar.app.fulmar;

import io.fulmar.research.sweep.Forecast;
import io.fulmar.research.sweep.Gauge;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.SequencedMap;

/** {@code fulmar sweep run --dry-run}: what a sweep would take, from doing one of its units and keeping nothing. */
final class SweepForecast {
    /** A row in units.log and about as much in results.arrow. */
    private static final long ROW_BYTES = 2 * 64;

    private static final long MIB = 1L << 20;
    private static final double SECOND = 1e9;
    private static final int DAY_SECONDS = 86_400;

    private SweepForecast() {}

    static ExitCode print(SweepInputs inputs, Terminal terminal) {
        Gauge gauge = new Gauge();
        Supervisor supervisor = new Supervisor(inputs.compiled(), Duration.ofSeconds(DAY_SECONDS));
        Forecast forecast = supervisor.call(
                () -> Forecast.of(
                        inputs.manifest(),
                        inputs.drawing(),
                        inputs.worker(gauge),
                        ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime),
                gauge::evaluated,
                (done, taken) -> {});
        Runtime memory = Runtime.getRuntime();
        long used = memory.totalMemory() - memory.freeMemory();
        long planned = inputs.planned();
        double seconds = forecast.nanosEach() * planned / SECOND;
        if (!terminal.json()) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d combinations in %,d units on %d market%s, tier %s%n"
                                    + "about %,.0f core-seconds, at least %,d MiB of memory a process, %,d MiB of disk",
                            planned,
                            inputs.drawing().units(),
                            inputs.studies().size(),
                            inputs.studies().size() == 1 ? "" : "s",
                            tiers(forecast.tiers()),
                            seconds,
                            used / MIB + 1,
                            planned * ROW_BYTES / MIB + 1));
            return ExitCode.DONE;
        }
        JsonValue.Fields tiers = new JsonValue.Fields();
        forecast.tiers().forEach((tier, count) -> tiers.put(tier, count));
        terminal.out()
                .println(new JsonValue.Fields()
                        .put("combinations", planned)
                        .put("space", inputs.space().size())
                        .put("units", inputs.drawing().units())
                        .put("markets", inputs.studies().size())
                        .put("tiers", tiers)
                        .put("coreSeconds", seconds)
                        .put("memoryBytes", used)
                        .put("diskBytes", planned * ROW_BYTES)
                        .onOneLine());
        return ExitCode.DONE;
    }

    private static String tiers(SequencedMap<String, Integer> tiers) {
        StringBuilder words = new StringBuilder();
        tiers.forEach((tier, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(tier)
                .append(tiers.size() == 1 ? "" : " (" + count + ")"));
        return words.toString();
    }
}
