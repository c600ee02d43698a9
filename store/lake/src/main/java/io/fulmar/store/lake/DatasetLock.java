package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * A dataset has one writer: whoever holds the lock on its byte of one file in the lake's folder. The lock goes when its process does.
 *
 * <p>The file is never removed, and stays open for as long as the program runs: where POSIX locks are used, closing it in one place
 * would give back all that the program holds in it.
 */
final class DatasetLock implements AutoCloseable {
    static final String FILE = "writers.lock";
    private static final Map<Path, FileChannel> OPEN = new HashMap<>();
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final FileLock lock;

    private DatasetLock(FileLock lock) {
        this.lock = lock;
    }

    static DatasetLock take(Path lake, Dataset dataset) throws IOException {
        try {
            FileLock lock = open(lake.toRealPath().resolve(FILE)).tryLock(place(dataset), 1, false);
            if (lock != null) {
                return new DatasetLock(lock);
            }
        } catch (OverlappingFileLockException e) {
            throw held(lake, dataset); // by this program
        }
        throw held(lake, dataset);
    }

    private static LakeException held(Path lake, Dataset dataset) {
        return new LakeException(
                LakeException.Fault.DATASET_HELD,
                lake + " " + dataset,
                "another writer is at work on this dataset",
                "wait until it has ended, or end it");
    }

    private static FileChannel open(Path file) throws IOException {
        synchronized (OPEN) {
            FileChannel channel = OPEN.get(file);
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                OPEN.put(file, channel);
            }
            return channel;
        }
    }

    /** FNV-1a of its folder: of 100,000 datasets two have the same byte once in a billion lakes. */
    private static long place(Dataset dataset) {
        long hash = OFFSET_BASIS;
        for (byte b : dataset.folder().toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return hash >>> 2;
    }

    @Override
    public void close() throws IOException {
        lock.release();
    }
}
