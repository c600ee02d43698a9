package io.fulmar.store.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is done to the disk, each act a point at which the machine may stop. Nothing else writes into a dataset or a sweep's folder, so that
 * a test can count the acts and stop at every one.
 */
public interface Disk {
    /** A file that grows. */
    interface Growing extends Closeable {
        long size() throws IOException;

        /** Adds the bytes at the end; after a crash some of them may be missing. */
        void append(ByteBuffer bytes) throws IOException;

        /** Returns when all that was appended is on the disk. */
        void force() throws IOException;

        void cut(long size) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Opens the file, which is made when it is not there. */
    Growing open(Path file) throws IOException;

    /** Gives a file its final name in one step, in place of what had it. */
    void rename(Path from, Path to) throws IOException;

    /** Takes a file away; one that is not there is fine. */
    void delete(Path file) throws IOException;

    /** Returns when names given and taken in the folder are on the disk. */
    void forceFolder(Path folder) throws IOException;

    /** The disk as it is. */
    Disk REAL = new Disk() {
        @Override
        public Growing open(Path file) throws IOException {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            channel.position(channel.size());
            return new RealFile(channel);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            if (System.getProperty("os.name", "").startsWith("Windows")) {
                return; // folders cannot be opened there; a rename is in the file system's own journal
            }
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    };

    /** A file on a real disk. */
    record RealFile(FileChannel channel) implements Growing {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void cut(long size) throws IOException {
            channel.truncate(size);
            channel.position(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
