package io.fulmar.app.fulmar;

import io.fulmar.store.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code --lake DIR}, which all commands about data have. */
final class LakeOption {
    static final Option LAKE = Option.of("--lake", "DIR", "the folder of the lake (default lake)");

    private LakeOption() {}

    static Path folder(Invocation given) {
        return Values.path("--lake", given.value("--lake").orElse("lake"));
    }

    /** A lake to write to; it need not be there yet. */
    static Lake any(Invocation given) {
        Path folder = folder(given);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure(ErrorCode.BAD_VALUE, "--lake " + folder + " is no folder")
                    .help("give the folder that holds, or shall hold, the lake");
        }
        return Lake.open(folder);
    }

    /** A lake to read from. */
    static Lake existing(Invocation given) {
        Path folder = folder(given);
        if (Files.isDirectory(folder)) return Lake.open(folder);
        Failure failure = new Failure(ErrorCode.DATA_CANNOT_BE_READ, "--lake " + folder + ": there is no such folder");
        Folders.nearest(folder).ifPresent(near -> failure.help("did you mean " + near + "?"));
        throw failure.help("fill one: fulmar data import FILE --lake " + folder + " ..., or fulmar data synth");
    }
}
