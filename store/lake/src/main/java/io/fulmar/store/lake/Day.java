package io.fulmar.store.lake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** A dataset that is held for recording, and the stream of one day in it. */
final class Day implements AutoCloseable {
    private final DatasetFolder folder;
    private final DatasetLock lock;
    private final InstantSource clock;
    private Manifest manifest;
    private Optional<Disk.Growing> file = Optional.empty();
    private Optional<BatchWriter> out = Optional.empty();
    private Period period = new Period("none", 0, 0);
    private OptionalLong last = OptionalLong.empty();

    Day(DatasetFolder folder, DatasetLock lock, Manifest manifest, InstantSource clock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.manifest = manifest;
        this.clock = clock;
        folder.clean(manifest);
        if (!manifest.parts().isEmpty()) {
            last = OptionalLong.of(manifest.parts().getLast().last());
        }
        if (manifest.segment().isPresent()) {
            resume(manifest.segment().get());
        }
    }

    OptionalLong last() {
        return last;
    }

    boolean isBegun() {
        return out.isPresent();
    }

    boolean holds(long time) {
        return out.isPresent() && time < period.to();
    }

    /** Goes on behind the last batch that is whole. */
    private void resume(String name) throws IOException {
        Path path = folder.path().resolve(name);
        Ipc ipc;
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(path)) {
            ipc = Ipc.stream(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw LakeException.damaged(path, "it is no Arrow stream: " + e.getMessage());
        }
        try (DatasetReader reader = DatasetReader.ofSegment(folder, manifest)) {
            Rows rows = Rows.growing(manifest.dataset().kind());
            while (reader.next(rows)) {
                last = OptionalLong.of(rows.times()[rows.size() - 1]);
            }
        }
        open(name);
        file.orElseThrow().cut(ipc.end());
        if (ipc.fields().isEmpty()) {
            out.orElseThrow().beginStream();
        } else {
            out.orElseThrow().resumeStream(ipc.end());
        }
    }

    private void open(String name) throws IOException {
        long from = java.time.LocalDate.parse(name.substring(0, 10)).toEpochDay() * 86_400_000_000_000L;
        period = Period.day(from);
        file = Optional.of(folder.disk().open(folder.path().resolve(name)));
        out = Optional.of(
                new BatchWriter(file.get(), manifest.dataset().kind(), PartWriter.words(manifest), Compression.NONE));
    }

    /** Begins the stream of the day of that time. */
    void begin(long time) throws IOException {
        Period wanted = Period.day(time);
        String plain = wanted.name() + ".arrows";
        String name = manifest.uses(plain) ? wanted.name() + "." + (manifest.version() + 1) + ".arrows" : plain;
        open(name);
        file.orElseThrow().cut(0);
        out.orElseThrow().beginStream();
        file.orElseThrow().force();
        folder.disk().forceFolder(folder.path());
        manifest = manifest.next(manifest.parts(), Optional.of(name), false, clock.millis());
        folder.swap(manifest);
    }

    /** Adds a batch; of one that the disk refuses nothing stays, so that the next lies behind the last whole one. */
    void write(Rows rows) throws IOException {
        BatchWriter stream = out.orElseThrow();
        long whole = stream.written();
        try {
            stream.write(rows, 0, rows.size());
            stream.forgetBlocks();
        } catch (IOException e) {
            try {
                file.orElseThrow().cut(whole);
                stream.resumeStream(whole);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    void force() throws IOException {
        if (file.isPresent()) {
            file.get().force();
        }
    }

    /** The day becomes part of its month, and the dataset is given back. */
    void end() throws IOException {
        force();
        closeFiles();
        try (DatasetWriter writer = new DatasetWriter(folder, lock, manifest, Compression.NONE, clock)) {
            writer.commit();
        }
    }

    private void closeFiles() throws IOException {
        if (out.isPresent()) {
            out.get().close();
            file.orElseThrow().close();
        }
        out = Optional.empty();
        file = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            closeFiles();
        }
    }
}
