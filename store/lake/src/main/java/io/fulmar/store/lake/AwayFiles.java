package io.fulmar.store.lake;

import java.nio.file.Path;

/** Brings files back that have left the local disk, for as long as they are read. */
public interface AwayFiles {
    /** A local file with that content, which has been checked. */
    Path fetch(Away file);

    /** For who cannot fetch any. */
    AwayFiles NONE = file -> {
        throw new LakeException(
                LakeException.Fault.FILE_AWAY,
                file.place(),
                "this file of the lake is not on the local disk",
                "bring it back: fulmar data pull");
    };
}
