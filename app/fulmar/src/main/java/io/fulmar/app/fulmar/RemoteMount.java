package io.fulmar.app.fulmar;

import io.fulmar.store.lake.Lake;
import io.fulmar.store.s3.RemoteException;
import io.fulmar.store.s3.RemoteLake;
import io.fulmar.store.s3.S3Place;
import io.fulmar.store.s3.S3Server;
import io.fulmar.store.s3.S3Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A lake on S3 as a folder here: its manifests, and notes of where its files lie. */
final class RemoteMount {
    private static final int THREADS = 16;

    private RemoteMount() {}

    /** The folder, as the place is now. */
    static Path folder(String text) {
        S3Place place = RemoteOptions.place("--lake", text);
        S3Server server = RemoteOptions.server(Optional.empty(), Optional.empty());
        String name = UUID.nameUUIDFromBytes((place + " " + server.endpoint()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Path folder =
                RemoteOptions.cacheFolder(System.getenv()).resolve("lakes").resolve(name);
        Lake notes = LakeOption.open(folder);
        try (S3Store store = S3Store.open(place, server)) {
            RemoteLake remote = new RemoteLake(store);
            List<String> all = remote.folders();
            if (all.isEmpty()) {
                throw new Failure(ErrorCode.REMOTE_MISSING, "no dataset lies there")
                        .at(text)
                        .help("check the prefix; fulmar data push sends a lake there");
            }
            refresh(all, remote, notes);
        }
        return folder;
    }

    private static void refresh(List<String> all, RemoteLake remote, Lake notes) {
        try (ExecutorService crew = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = all.stream()
                    .<Future<?>>map(each -> crew.submit(() -> remote.pull(notes, each, true)))
                    .toList();
            for (Future<?> one : running) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a lake on S3 was looked at", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteException own) throw own;
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw new IllegalStateException("a lake on S3 could not be looked at", e);
        }
    }
}
