package io.fulmar.app.fulmar;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a backtest that was done earlier, read through its run.json. */
record FinishedFolder(Path folder, JsonFile.Fields fields) {

    /** Refuses what is no result of ours. */
    static FinishedFolder of(Path folder) {
        Path run = folder.resolve("run.json");
        if (!Files.isRegularFile(run)) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, folder + " holds no finished run: run.json is missing")
                    .help("name the folder given to --out: fulmar backtest ... --out " + folder);
        }
        JsonFile.Fields fields = JsonFile.of(run, "run the backtest again: its run.json was changed")
                .readAny();
        FinishedFolder finished = new FinishedFolder(folder, fields);
        if (!finished.text("engine").equals("fulmar")) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, run + " is no result of fulmar's")
                    .help("name a folder that a backtest wrote");
        }
        return finished;
    }

    /** A text, empty if there is none. */
    String text(String key) {
        return fields.find(key).orElse(null) instanceof JsonFile.Text(int ignored, String text) ? text : "";
    }

    double cash() {
        if (fields.find("cash").orElse(null) instanceof JsonFile.Numeral(int ignored, String text)) {
            return Double.parseDouble(text);
        }
        throw new Failure(ErrorCode.BAD_CONFIGURATION, folder.resolve("run.json") + " does not say its cash")
                .help("run the backtest again: its run.json was changed");
    }
}
