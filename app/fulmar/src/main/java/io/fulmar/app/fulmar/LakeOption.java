package io.fulmar.app.fulmar;

import io.fulmar.store.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code --lake DIR}, which all commands about data have. */
final class LakeOption {
    static final Option LAKE =
            Option.of("--lake", "DIR", "the folder of the lake (default lake), or s3://bucket/prefix to read from");
    private static final String REMOTE = "s3://";

    private LakeOption() {}

    /** The lake's folder; of one on S3 the folder of notes about what lies there, brought up to date. */
    static Path folder(Invocation given) {
        String text = given.value("--lake").orElse("lake");
        return text.startsWith(REMOTE) ? RemoteMount.folder(text) : Values.path("--lake", text);
    }

    /** The lake in that folder. Files of it that lie on S3 are fetched when they are read. */
    static Lake open(Path folder) {
        return Lake.open(folder, RemoteOptions.cache());
    }

    /** A lake to write to; it need not be there yet. */
    static Lake any(Invocation given) {
        Path folder = ownFolder(given);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure(ErrorCode.BAD_VALUE, "--lake " + folder + " is no folder")
                    .help("give the folder that holds, or shall hold, the lake");
        }
        return open(folder);
    }

    /** A lake on this disk, whose files may be changed. */
    static Lake local(Invocation given) {
        ownFolder(given);
        return existing(given);
    }

    private static Path ownFolder(Invocation given) {
        String text = given.value("--lake").orElse("lake");
        if (!text.startsWith(REMOTE)) return Values.path("--lake", text);
        throw new Failure(ErrorCode.BAD_VALUE, "--lake " + text + " cannot be written to")
                .help("work in a folder, and send it: fulmar data pull --from " + text
                        + " --lake DIR, then fulmar data push --lake DIR --to " + text);
    }

    /** A lake to read from. */
    static Lake existing(Invocation given) {
        Path folder = folder(given);
        if (Files.isDirectory(folder)) return open(folder);
        Failure failure = new Failure(ErrorCode.DATA_CANNOT_BE_READ, "--lake " + folder + ": there is no such folder");
        Folders.nearest(folder).ifPresent(near -> failure.help("did you mean " + near + "?"));
        throw failure.help("fill one: fulmar data import FILE --lake " + folder + " ..., or fulmar data synth");
    }
}
