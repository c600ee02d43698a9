package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a dataset in order to change where and how its files lie, never its rows. What it does counts as soon as it returns. */
public final class Keeper implements AutoCloseable {
    /** Brings files of another copy of the dataset. */
    public interface Source {
        /** Writes the whole file there, checked; or says where it lies instead, and then it stays away. */
        Optional<Away> bring(SealedFile file, Path to);
    }

    private final DatasetFolder folder;
    private final DatasetLock lock;
    private final InstantSource clock;
    private Manifest manifest;

    Keeper(DatasetFolder folder, DatasetLock lock, Manifest manifest, InstantSource clock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.manifest = manifest;
        this.clock = clock;
        folder.clean(manifest);
    }

    public SealedDataset sealed() {
        return SealedDataset.of(manifest);
    }

    /** Whether rows of today lie beside what is sealed. */
    public boolean isRecording() {
        return manifest.segment().isPresent();
    }

    /** The dataset is what that other copy is from now on. Files that are here already are not brought. */
    public void adopt(SealedDataset other, Source source) {
        Manifest wanted = other.manifest();
        List<Part> parts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        try {
            for (Part part : wanted.parts()) {
                Part mine = same(part).orElseGet(() -> renamed(part, taken));
                if (same(part).isEmpty()) {
                    bring(mine, source);
                }
                taken.add(mine.file());
                parts.add(mine);
            }
            folder.disk().forceFolder(folder.path());
            Manifest next = manifest.next(parts, Optional.empty(), false, clock.millis());
            manifest = new Manifest(
                    wanted.dataset(),
                    Math.max(next.version(), wanted.version()),
                    wanted.revision(),
                    wanted.scales(),
                    wanted.facts(),
                    parts,
                    Optional.empty(),
                    next.dropped());
            folder.swap(manifest);
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }

    private Optional<Part> same(Part other) {
        String identity = SealedFile.of(other).identity();
        return manifest.parts().stream()
                .filter(part -> SealedFile.of(part).identity().equals(identity))
                .findFirst();
    }

    /** A name that no file here has: another file of ours may have the same. */
    private Part renamed(Part part, Set<String> taken) {
        String name = part.file();
        for (long number = manifest.version() + 1; manifest.uses(name) || taken.contains(name); number++) {
            name = part.period() + "." + number + ".arrow";
        }
        return new Part(name, part.period(), part.bytes(), part.compression(), part.batches());
    }

    private void bring(Part part, Source source) throws IOException {
        Path file = folder.path().resolve(part.file());
        Path unfinished = folder.path().resolve(part.file() + DatasetFolder.UNFINISHED);
        Optional<Away> away = source.bring(SealedFile.of(part), unfinished);
        if (away.isPresent()) {
            AwayNote.write(folder.disk(), file, away.get());
            return;
        }
        try (Disk.Growing written = folder.disk().open(unfinished)) {
            written.force();
        }
        folder.disk().rename(unfinished, file);
        verify(part);
    }

    private void verify(Part part) {
        try (DatasetReader reader = DatasetReader.ofParts(folder, manifest, List.of(part))) {
            reader.verify();
        }
    }

    /** Writes a file anew, packed; the plain one is dropped once the packed one has been read back. */
    public void pack(String name) {
        Part plain = part(name);
        String packed = plain.period() + "." + (manifest.version() + 1) + ".arrow";
        Period period = new Period(plain.period(), plain.first(), plain.last());
        try (PartWriter writer = new PartWriter(folder, packed, period, manifest, Compression.ZSTD)) {
            copy(plain, writer);
            Part written = writer.finish();
            verify(written);
            if (written.rows() != plain.rows() || written.last() != plain.last()) {
                throw LakeException.damaged(folder.path().resolve(name), "it could not be packed without loss");
            }
            List<Part> parts = new ArrayList<>(manifest.parts());
            parts.set(parts.indexOf(plain), written);
            folder.disk().forceFolder(folder.path());
            manifest = manifest.next(parts, manifest.segment(), false, clock.millis());
            folder.swap(manifest);
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }

    private void copy(Part from, PartWriter to) throws IOException {
        try (DatasetReader reader = DatasetReader.ofParts(folder, manifest, List.of(from))) {
            reader.verify();
            Rows rows = new Rows(manifest.dataset().kind());
            while (reader.next(rows)) {
                to.add(rows, 0, rows.size());
            }
        }
    }

    /** Takes files off the disk that were replaced a day ago, as a writer does when it commits. */
    public void forget() {
        List<Manifest.Dropped> old = manifest.dropped().stream()
                .filter(file -> clock.millis() - file.timeMillis() > DatasetWriter.DROPPED_KEPT_MILLIS)
                .toList();
        if (old.isEmpty()) {
            return;
        }
        try {
            for (Manifest.Dropped file : old) {
                folder.disk().delete(folder.path().resolve(file.file()));
            }
            Manifest left = manifest.without(old);
            folder.swap(left);
            manifest = left;
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }

    /** Leaves a note of where the file lies and takes it off this disk. Only for who has read it back from there. */
    public void sendAway(String name, Away where) {
        Part part = part(name);
        if (part.bytes() != where.bytes()) {
            throw new IllegalArgumentException(where.place() + " is not " + name + ": it has another size");
        }
        Path file = folder.path().resolve(name);
        try {
            AwayNote.write(folder.disk(), file, where);
            folder.disk().forceFolder(folder.path());
            folder.disk().delete(file);
            folder.disk().forceFolder(folder.path());
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    /** Brings a file back to this disk for good. */
    public void bringBack(String name, Source source) {
        Part part = part(name);
        Path file = folder.path().resolve(name);
        try {
            if (!Files.exists(file)) {
                bring(part, source);
                folder.disk().forceFolder(folder.path());
                folder.disk().delete(AwayNote.of(file));
            }
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    private Part part(String name) {
        return manifest.parts().stream()
                .filter(part -> part.file().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(manifest.dataset() + " has no file " + name));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw LakeException.disk(folder.path(), e);
        }
    }
}
