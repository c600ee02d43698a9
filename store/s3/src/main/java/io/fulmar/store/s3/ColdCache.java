package io.fulmar.store.s3;

import io.fulmar.store.lake.Away;
import io.fulmar.store.lake.AwayFiles;
import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Files that are away, for as long as there is room: a folder of so many bytes at most, out of which goes what was not read for longest.
 * Each file is named after its hash, which is compared when it comes and when a program meets it first.
 */
public final class ColdCache implements AwayFiles, AutoCloseable {
    private static final String WHOLE = ".arrow";
    private static final String PART = ".part";

    private final Path folder;
    private final long bytesMax;
    private final InstantSource clock;
    private final BiFunction<S3Place, String, S3Store> opening;
    private final Map<String, S3Store> stores = new HashMap<>();
    private final Set<String> checked = new HashSet<>();

    /** Opens stores with the keys and the region of these surroundings, each at the server that its files name. */
    public ColdCache(Path folder, long bytesMax, S3Server usual) {
        this(
                folder,
                bytesMax,
                InstantSource.system(),
                (place, endpoint) -> S3Store.open(
                        place,
                        endpoint.isEmpty() ? usual : S3Server.of(Optional.of(endpoint), usual.region(), Map.of())));
    }

    ColdCache(Path folder, long bytesMax, InstantSource clock, BiFunction<S3Place, String, S3Store> opening) {
        this.folder = folder;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.opening = opening;
    }

    @Override
    public synchronized Path fetch(Away file) {
        Path whole = folder.resolve(file.sha256() + WHOLE);
        try {
            Files.createDirectories(folder);
            // Several programs may share the folder; none may throw out what another is about to open.
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("cache.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid() || !isHere(whole, file)) {
                    download(file, whole);
                }
                Files.setLastModifiedTime(whole, FileTime.from(clock.instant()));
                return whole;
            }
        } catch (IOException e) {
            throw RemoteException.disk(folder, e);
        }
    }

    private boolean isHere(Path whole, Away file) throws IOException {
        if (!Files.exists(whole)) {
            return false;
        }
        if (checked.contains(file.sha256())) {
            return Files.size(whole) == file.bytes();
        }
        if (Files.size(whole) == file.bytes() && Hash.sha256(whole).equals(file.sha256())) {
            checked.add(file.sha256());
            return true;
        }
        Files.delete(whole); // it rotted
        return false;
    }

    private void download(Away file, Path whole) throws IOException {
        if (file.bytes() > bytesMax) {
            throw new RemoteException(
                    Fault.DISK,
                    folder.toString(),
                    "a file of " + file.bytes() + " bytes does not fit into a cache of " + bytesMax,
                    "give it more: FULMAR_S3_CACHE_SIZE=20GB");
        }
        Path part = folder.resolve(file.sha256() + PART);
        makeRoom(file.bytes(), part);
        new Download(store(file), file).into(part);
        Files.move(part, whole);
        checked.add(file.sha256());
    }

    /** What was read last stays longest; what was cut short and is not wanted now goes first. */
    private void makeRoom(long bytes, Path part) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> isOurs(file) && !file.equals(part)).forEach(files::add);
        }
        Map<Path, FileTime> read = new HashMap<>();
        long used = 0;
        for (Path file : files) {
            read.put(file, file.toString().endsWith(PART) ? FileTime.fromMillis(0) : Files.getLastModifiedTime(file));
            used += Files.size(file);
        }
        files.sort(Comparator.<Path, FileTime>comparing(read::get).thenComparing(Comparator.naturalOrder()));
        for (Path oldest : files) {
            if (used + bytes <= bytesMax) {
                return;
            }
            used -= Files.size(oldest);
            Files.delete(oldest);
        }
    }

    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(WHOLE) || name.endsWith(PART);
    }

    private S3Store store(Away file) {
        S3Place bucket = new S3Place(S3Place.parse(file.place()).bucket(), "");
        return stores.computeIfAbsent(bucket + " " + file.endpoint(), name -> opening.apply(bucket, file.endpoint()));
    }

    @Override
    public synchronized void close() {
        stores.values().forEach(S3Store::close);
        stores.clear();
    }
}
