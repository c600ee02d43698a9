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

    private Lake(Path folder, Disk disk, InstantSource clock) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    /** The lake in that folder, which is made when something is written. */
    public static Lake open(Path folder) {
        return open(folder, Disk.REAL, InstantSource.system());
    }

    static Lake open(Path folder, Disk disk, InstantSource clock) {
        return new Lake(folder, disk, clock);
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
                    DatasetFolder place = new DatasetFolder(symbol, disk);
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
        return new DatasetFolder(folder.resolve(dataset.folder()), disk);
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

    private interface Opening<T> {
        T open(DatasetFolder place, DatasetLock lock, Manifest manifest) throws IOException;
    }

    private <T> T held(Dataset dataset, Scales scales, Opening<T> opening) {
        DatasetFolder place = place(dataset);
        try {
            Files.createDirectories(place.path());
            DatasetLock lock = DatasetLock.take(place.path());
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
