package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.Objective;
import io.fulmar.research.robustness.ObjectiveFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --objective} names: one of the library, or a YAML file. */
final class ObjectiveOption {
    private static final long BYTES_MAX = 1 << 16;

    private ObjectiveOption() {}

    static Objective read(String text) {
        if (isFile(text)) return file(Values.path("--objective", text));
        return Objective.named(text).orElseThrow(() -> {
            Failure failure = new Failure(ErrorCode.BAD_VALUE, "--objective " + text + " is not known");
            Suggestion.nearest(text, Objective.names()).ifPresent(near -> failure.help("did you mean " + near + "?"));
            return failure.help(
                    "there are: " + String.join(", ", Objective.names()) + "; or a file of yours, NAME.yaml");
        });
    }

    private static boolean isFile(String text) {
        return text.endsWith(".yaml") || text.endsWith(".yml");
    }

    private static Objective file(Path file) {
        try {
            if (!Files.isRegularFile(file)) throw unreadable(file, "there is no such file");
            if (Files.size(file) > BYTES_MAX) throw unreadable(file, "it is over 64 KiB: that is no objective");
            return ObjectiveFile.read(Files.readString(file));
        } catch (ObjectiveFile.Fault fault) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, String.valueOf(fault.getMessage()))
                    .at(file + ":" + fault.line())
                    .help(fault.help());
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, "it cannot be read");
        }
    }

    private static Failure unreadable(Path file, String why) {
        Failure failure = new Failure(ErrorCode.BAD_CONFIGURATION, why).at(file.toString());
        Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
        return failure.help("an objective has a name and terms: docs/robustness.md");
    }
}
