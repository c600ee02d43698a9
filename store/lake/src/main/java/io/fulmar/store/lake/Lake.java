package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with market data of any number of instruments, each dataset in a folder of its own. Where to start: {@link #catalogue} says
 * what is there, {@link #read} reads it, {@link #write} adds to it, {@link #record} adds as it happens.
 */
public final class Lake {
    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;
    private final AwayFiles away;

    private Lake(Path folder, Disk disk, InstantSource clock, AwayFiles away) {
        this.away = away;
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    /** The lake in that folder, which is made when something is written. */
    public static Lake open(Path folder) {
        return open(folder, Disk.REAL, InstantSource.system());
    }

    static Lake open(Path folder, Disk disk, InstantSource clock) {
        return new Lake(folder, disk, clock, AwayFiles.NONE);
    }

    /** The lake in that folder, some of whose files may lie elsewhere. */
    public static Lake open(Path folder, AwayFiles away) {
        return new Lake(folder, Disk.REAL, InstantSource.system(), away);
    }

    public Path folder() {
        return folder;
    }

    /** Every dataset, sorted by venue, kind and symbol. */
    public List<DatasetState> catalogue() {
        List<DatasetState> all = new ArrayList<>();
        for (Path venue : folders(folder, "venue=")) {
            for (Path kind : folders(venue, "kind=")) {
                for (Path symbol : folders(kind, "symbol=")) {
                    DatasetFolder place = new DatasetFolder(symbol, disk, away);
                    place.manifest().ifPresent(manifest -> all.add(DatasetState.of(place, manifest)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Path> folders(Path in, String prefix) {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw LakeException.disk(in, e);
        }
    }

    /** What is known of one dataset; empty when there is none. */
    public Optional<DatasetState> state(Dataset dataset) {
        DatasetFolder place = place(dataset);
        return place.manifest().map(manifest -> DatasetState.of(place, manifest));
    }

    private DatasetFolder place(Dataset dataset) {
        return new DatasetFolder(folder.resolve(dataset.folder()), disk, away);
    }

    /** All rows of a dataset. */
    public DatasetReader read(Dataset dataset) {
        return read(dataset, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Rows of a dataset with times in {@code [from, to)}, in nanoseconds. */
    public DatasetReader read(Dataset dataset, long from, long to) {
        DatasetFolder place = place(dataset);
        Manifest manifest = place.manifest()
                .orElseThrow(() -> new LakeException(
                        LakeException.Fault.DATASET_MISSING,
                        folder.toString(),
                        "there is no " + dataset,
                        "see what there is: fulmar data ls --lake " + folder));
        return DatasetReader.of(place, manifest, from, to);
    }

    /** Begins to add to a dataset, which is made if it is not there, uncompressed. */
    public DatasetWriter write(Dataset dataset, Scales scales) {
        return write(dataset, scales, Compression.NONE);
    }

    /** Begins to add to a dataset; what is there already stays packed, or not, as it is. */
    public DatasetWriter write(Dataset dataset, Scales scales, Compression compression) {
        return held(
                dataset,
                scales,
                (place, lock, manifest) -> new DatasetWriter(place, lock, manifest, compression, clock));
    }

    /** Begins to record a dataset as it happens. */
    public Recording record(Dataset dataset, Scales scales) {
        try {
            return new Recording(
                    dataset,
                    scales.max(state(dataset).map(DatasetState::scales).orElse(scales)),
                    () -> held(dataset, scales, (place, lock, manifest) -> new Day(place, lock, manifest, clock)));
        } catch (IOException e) {
            throw LakeException.disk(dataset, e);
        }
    }

    /** What of a dataset is whole and never changes; empty when there is no such dataset. */
    public Optional<SealedDataset> sealed(Dataset dataset) {
        return place(dataset).manifest().map(SealedDataset::of);
    }

    /** Where a sealed file lies when it is not on this disk. */
    public Optional<Away> away(Dataset dataset, SealedFile file) {
        Path path = path(dataset, file);
        try {
            return Files.exists(path) ? Optional.empty() : AwayNote.read(path);
        } catch (IOException e) {
            throw LakeException.disk(path, e);
        }
    }

    /** Where a sealed file lies, or would if it is away. */
    public Path path(Dataset dataset, SealedFile file) {
        return place(dataset).path().resolve(file.name());
    }

    /** Takes hold of a dataset to change where and how its files lie. */
    public Keeper keep(Dataset dataset) {
        return held(dataset, new Scales(0, 0, 0), (place, lock, manifest) -> new Keeper(place, lock, manifest, clock));
    }

    /** What a dataset was when it and its copy in that place were last equal. */
    public Optional<String> remembered(Dataset dataset, String place) {
        return Remembered.fingerprint(place(dataset), place);
    }

    /** A dataset and its copy in that place are equal now. */
    public void remember(Dataset dataset, String place, String fingerprint) {
        Remembered.remember(place(dataset), place, fingerprint);
    }

    private interface Opening<T> {
        T open(DatasetFolder place, DatasetLock lock, Manifest manifest) throws IOException;
    }

    private <T> T held(Dataset dataset, Scales scales, Opening<T> opening) {
        DatasetFolder place = place(dataset);
        try {
            Files.createDirectories(place.path());
            DatasetLock lock = DatasetLock.take(folder, dataset);
            boolean opened = false;
            try {
                Manifest manifest = place.manifest().orElseGet(() -> Manifest.begin(dataset, scales));
                T work = opening.open(
                        place, lock, manifest.with(manifest.scales().max(scales)));
                opened = true;
                return work;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw LakeException.disk(place.path(), e);
        }
    }
}
