package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A dataset has one writer: whoever holds the lock on this file, which goes when its process does. */
final class DatasetLock implements AutoCloseable {
    private static final String FILE = "writer.lock";
    private static final int TRIES = 100;

    private final Path file;
    private final FileChannel channel;

    private DatasetLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DatasetLock take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        for (int i = 0; i < TRIES; i++) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(channel)) {
                channel.close();
                throw new LakeException(
                        LakeException.Fault.DATASET_HELD,
                        folder.toString(),
                        "another writer is at work on this dataset",
                        "wait until it has ended, or end it");
            }
            // Who held it before may have removed the file that we locked: then the name means another one, or none.
            if (named(file, channel)) {
                return new DatasetLock(file, channel);
            }
            channel.close();
        }
        throw new IOException("the lock " + file + " is taken and given again and again");
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    /** A mark of our own in the file tells whether the name still leads to it. */
    private static boolean named(Path file, FileChannel channel) throws IOException {
        byte[] mark = (ProcessHandle.current().pid() + " " + System.identityHashCode(channel) + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(java.nio.ByteBuffer.wrap(mark), 0);
        return Files.exists(file) && java.util.Arrays.equals(mark, Files.readAllBytes(file));
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(file); // before the lock goes, so that nobody else's is removed
        }
    }
}
