package io.fulmar.research.sweep;

import io.fulmar.store.lake.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A disk that counts what is done to it and stops at a given act. When the process is killed, what was written stays, and the write at
 * hand is there in part. When the power fails, what was not forced is gone: bytes at the end of files, names in folders.
 */
final class CrashingDisk implements Disk {
    /** How the end comes. */
    enum End {
        KILLED,
        KILLED_IN_THE_MIDDLE,
        WITHOUT_POWER
    }

    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int last;
    private final End end;
    private final Map<Path, Long> forced = new HashMap<>();
    private final List<Runnable> undo = new ArrayList<>();
    private int acts;

    CrashingDisk(int last, End end) {
        this.last = last;
        this.end = end;
    }

    /** A disk that only counts. */
    static CrashingDisk counting() {
        return new CrashingDisk(Integer.MAX_VALUE, End.KILLED);
    }

    int acts() {
        return acts;
    }

    private void act(Optional<Runnable> half) {
        if (acts++ < last) {
            return;
        }
        switch (end) {
            case KILLED -> {}
            case KILLED_IN_THE_MIDDLE -> half.ifPresent(Runnable::run);
            case WITHOUT_POWER -> fail();
        }
        throw new Crash();
    }

    private void fail() {
        forced.forEach((path, size) -> io(() -> {
            if (Files.exists(path)) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.truncate(size);
                }
            }
        }));
        undo.reversed().forEach(Runnable::run);
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void io(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public Growing open(Path file) throws IOException {
        act(Optional.empty());
        if (!Files.exists(file)) {
            undo.add(() -> io(() -> Files.deleteIfExists(file)));
        }
        Growing real = Disk.REAL.open(file);
        forced.put(file, real.size());
        return new Counted(file, real);
    }

    @Override
    public void delete(Path file) {
        throw new AssertionError("a sweep takes no file away, not " + file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        act(Optional.empty());
        Disk.REAL.rename(from, to);
        long size = Optional.ofNullable(forced.remove(from)).orElseThrow();
        forced.put(to, size);
        undo.add(() -> io(() -> Files.move(to, from, StandardCopyOption.REPLACE_EXISTING)));
    }

    @Override
    public void forceFolder(Path folder) {
        act(Optional.empty());
        undo.clear();
    }

    private final class Counted implements Growing {
        private final Path path;
        private final Growing real;

        Counted(Path path, Growing real) {
            this.path = path;
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            act(Optional.of(() ->
                    io(() -> real.append(bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2)))));
            real.append(bytes);
        }

        @Override
        public void force() throws IOException {
            act(Optional.empty());
            forced.put(path, real.size());
        }

        @Override
        public void cut(long size) throws IOException {
            act(Optional.empty());
            real.cut(size);
            forced.merge(path, size, Math::min);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
