package io.fulmar.store.s3;

import io.fulmar.store.lake.Away;
import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Fetches one object, whole, and compares its hash. What an earlier try left behind is gone on with. */
final class Download {
    private final S3Store store;
    private final Away object;
    private final String key;

    Download(S3Store store, Away object) {
        this.store = store;
        this.object = object;
        this.key = object.place().substring(store.place().address("").length());
    }

    /** The whole object is in that file when this returns, and on the disk. */
    void into(Path file) {
        try {
            long here = Files.exists(file) ? Files.size(file) : 0;
            if (here > object.bytes()) {
                Files.delete(file);
                here = 0;
            }
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                store.read(key, here, object.bytes() - here, (bytes, count) -> {
                    ByteBuffer some = ByteBuffer.wrap(bytes, 0, count);
                    while (some.hasRemaining()) {
                        out.write(some);
                    }
                });
                out.force(false);
            }
            if (!Hash.sha256(file).equals(object.sha256())) {
                Files.delete(file);
                throw damaged();
            }
        } catch (IOException e) {
            throw RemoteException.disk(file, e);
        }
    }

    /** Reads it without keeping it. */
    void verify() {
        MessageDigest digest = Hash.sha256();
        try {
            store.read(key, 0, object.bytes(), (bytes, count) -> digest.update(bytes, 0, count));
        } catch (IOException e) {
            throw RemoteException.disk(object.place(), e);
        }
        if (!Hash.text(digest.digest()).equals(object.sha256())) {
            throw damaged();
        }
    }

    private RemoteException damaged() {
        return new RemoteException(
                Fault.DAMAGED,
                object.place(),
                "its content is not what was sent: the hash differs",
                "push the dataset again from where it is whole, under another prefix");
    }
}
