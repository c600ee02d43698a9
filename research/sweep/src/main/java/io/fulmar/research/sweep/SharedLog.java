package io.fulmar.research.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that only grows and that several processes write: whoever has it open is the only one until it is closed. */
final class SharedLog implements Closeable {
    private static final int TRIES = 400;
    private static final long PAUSE_MILLIS = 25;

    private final FileChannel channel;

    private SharedLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for whoever has it, ten seconds at most; the file and its folder are made when they are not there. */
    static SharedLog open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (locked(channel)) {
                return new SharedLog(channel);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        channel.close();
        throw new SweepException(
                SweepException.Fault.HELD, "another process holds " + file, "try again when that one has ended");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by another thread of this process
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Cuts off what stands behind the last whole entry, adds one, and returns when it is on the disk. */
    void append(long end, byte[] bytes) throws IOException {
        channel.truncate(end);
        channel.position(end);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** The lock goes with it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
