package io.fulmar.store.s3;

import io.fulmar.store.lake.Away;
import io.fulmar.store.lake.Keeper;
import io.fulmar.store.lake.SealedFile;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches the objects of a dataset into a lake, or only says where they are. */
final class Bringing implements Keeper.Source {
    private final S3Store store;
    private final RemoteManifest from;
    private final String folder;
    private final boolean lazily;
    private int files;
    private long bytes;

    Bringing(S3Store store, RemoteManifest from, String folder, boolean lazily) {
        this.store = store;
        this.from = from;
        this.folder = folder;
        this.lazily = lazily;
    }

    @Override
    public Optional<Away> bring(SealedFile file, Path to) {
        Away away = from.away(store, folder, file);
        files++;
        if (lazily) {
            return Optional.of(away);
        }
        new Download(store, away).into(to);
        bytes += away.bytes();
        return Optional.empty();
    }

    int files() {
        return files;
    }

    Transfer transfer() {
        long all = from.dataset().files().stream().mapToLong(SealedFile::bytes).sum();
        return new Transfer(
                from.dataset().dataset(), Transfer.Outcome.MOVED, from.dataset().rows(), files, bytes, all - bytes);
    }
}
