package io.fulmar.app.fulmar;

import java.util.Locale;

/** {@code fulmar sweep run --dry-run}: what a sweep would take. */
final class SweepForecast {
    private static final long ROW_BYTES = 64;

    private SweepForecast() {}

    static ExitCode print(SweepInputs inputs, Terminal terminal) {
        long planned = inputs.planned();
        JsonValue.Fields json = new JsonValue.Fields()
                .put("combinations", planned)
                .put("space", inputs.space().size())
                .put("units", inputs.drawing().units())
                .put("markets", inputs.studies().size())
                .put("diskBytes", planned * ROW_BYTES * 2);
        terminal.out()
                .println(
                        terminal.json()
                                ? json.onOneLine()
                                : String.format(
                                        Locale.ROOT,
                                        "%,d combinations in %d units on %d markets; about %,d MiB of disk",
                                        planned,
                                        inputs.drawing().units(),
                                        inputs.studies().size(),
                                        planned * ROW_BYTES * 2 / (1 << 20) + 1));
        return ExitCode.DONE;
    }
}
