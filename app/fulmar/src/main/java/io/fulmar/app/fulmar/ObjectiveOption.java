package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.ObjectiveFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code --objective}: one of the library by name, or a file of the user's. */
final class ObjectiveOption {
    private static final long BYTES_MAX = 1 << 16;

    private ObjectiveOption() {}

    /** The objective as one line of text that stands for all of it, so that a sweep does not depend on the file afterwards. */
    static String text(String given) {
        if (!given.endsWith(".yaml") && !given.endsWith(".yml")) return given;
        Path file = Values.path("--objective", given);
        try {
            if (!Files.isRegularFile(file)) {
                Failure failure = new Failure(ErrorCode.BAD_CONFIGURATION, "there is no file " + given);
                Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
                throw failure.help("or a name: " + String.join(", ", Objective.names()));
            }
            if (Files.size(file) > BYTES_MAX) {
                throw new Failure(ErrorCode.BAD_CONFIGURATION, "an objective takes a few lines, not over 64 KiB")
                        .at(given);
            }
            return read(new TextFile(file, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "the file cannot be read as UTF-8 text")
                    .at(given)
                    .help("docs/robustness.md shows one");
        }
    }

    private static String read(TextFile file) {
        try {
            return ObjectiveFile.read(file.text()).text();
        } catch (ObjectiveFile.Fault fault) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, String.valueOf(fault.getMessage()))
                    .at(file.place(fault.line()))
                    .help(fault.help());
        }
    }
}
