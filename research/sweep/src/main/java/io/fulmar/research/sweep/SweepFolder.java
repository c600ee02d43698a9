package io.fulmar.research.sweep;

import io.fulmar.store.lake.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a sweep, held by one process at a time.
 *
 * <pre>
 * sweep.json      what the sweep is: there before the first unit
 * units.log       what was done so far, in the order in which it was done
 * closing.json    what the second look came to, and the shortlist
 * results.arrow   all results by combination: there when the sweep is finished
 * holdout.log     each look at bars that were held out
 * lock            held by who runs the sweep, with that process's number
 * stop            somebody wants it to stop
 * </pre>
 */
public final class SweepFolder implements AutoCloseable {
    static final String MANIFEST = "sweep.json";
    static final String UNITS = "units.log";
    static final String RESULTS = "results.arrow";
    static final String CLOSING = "closing.json";
    static final String REPORT = "report.html";
    private static final String LOCK = "lock";
    private static final String STOP = "stop";
    private static final String PART = ".part";
    private static final Set<String> OURS = Set.of(
            MANIFEST,
            MANIFEST + PART,
            UNITS,
            RESULTS,
            RESULTS + PART,
            CLOSING,
            CLOSING + PART,
            LOCK,
            STOP,
            REPORT,
            REPORT + PART,
            HoldoutLog.NAME);
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 25;

    private final Path folder;
    private final Disk disk;
    private final FileChannel channel;

    private SweepFolder(Path folder, Disk disk, FileChannel channel) {
        this.folder = folder;
        this.disk = disk;
        this.channel = channel;
    }

    /** Takes the folder, which is made when it is not there; another process that holds it is an error. */
    public static SweepFolder claim(Path folder) {
        return claim(folder, Disk.REAL);
    }

    static SweepFolder claim(Path folder, Disk disk) {
        try {
            Files.createDirectories(folder);
            refuseForeign(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw held(folder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            Files.deleteIfExists(folder.resolve(STOP));
            return new SweepFolder(folder, disk, channel);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Who only looks holds the lock for a moment too, so that one refusal means little. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return true;
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (OverlappingFileLockException e) {
                return false; // by this very process
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (Files.exists(folder.resolve(MANIFEST))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> other = files.filter(file -> !OURS.contains(String.valueOf(file.getFileName())))
                    .findAny();
            if (other.isPresent()) {
                throw new SweepException(
                        SweepException.Fault.NOT_A_SWEEP,
                        folder + " holds something else: " + other.get().getFileName(),
                        "choose an empty folder, or one that is not there");
            }
        }
    }

    private static SweepException held(Path folder) throws IOException {
        String owner = Files.readString(folder.resolve(LOCK)).strip();
        return new SweepException(
                SweepException.Fault.HELD,
                "another process runs the sweep in " + folder + (owner.isEmpty() ? "" : ": " + owner),
                "wait for it, or end it: fulmar sweep stop " + folder);
    }

    static SweepException unwritable(Path folder, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new SweepException(
                SweepException.Fault.UNWRITABLE,
                "the sweep in " + folder + " cannot be written: " + why,
                "free space on that disk and go on: fulmar sweep resume " + folder,
                e);
    }

    /** Whether a process holds the folder. */
    static boolean running(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    Path folder() {
        return folder;
    }

    Disk disk() {
        return disk;
    }

    /** What was written into the folder before, if a sweep was. */
    public static Optional<Manifest> manifest(Path folder) {
        Path file = folder.resolve(MANIFEST);
        try {
            return Files.exists(file) ? Optional.of(Manifest.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (IllegalArgumentException e) {
            throw new SweepException(
                    SweepException.Fault.DAMAGED,
                    file + " cannot be read: " + e.getMessage(),
                    "begin the sweep anew in another folder",
                    e);
        }
    }

    /** Writes the manifest, or compares it with the one that is there. */
    void begin(Manifest manifest) throws IOException {
        Optional<Manifest> before = manifest(folder);
        if (before.isPresent()) {
            List<String> changes = before.get().changes(manifest);
            if (!changes.isEmpty()) {
                throw new SweepException(
                        SweepException.Fault.CHANGED,
                        "the sweep cannot go on, since its results would not fit together. Changed: "
                                + String.join("; ", changes),
                        "bring back what was, or begin anew in another folder");
            }
            return;
        }
        write(MANIFEST, manifest.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file that is there whole or not at all. */
    private void write(String name, byte[] content) throws IOException {
        Path part = folder.resolve(name + PART);
        try (Disk.Growing file = disk.open(part)) {
            file.cut(0);
            file.append(ByteBuffer.wrap(content));
            file.force();
        }
        disk.rename(part, folder.resolve(name));
        disk.forceFolder(folder);
    }

    void close(Closing.Closed closed) throws IOException {
        write(CLOSING, ClosingFile.json(closed).getBytes(StandardCharsets.UTF_8));
    }

    /** What the second look came to; nothing before the end. */
    public static Closing.Closed closing(Path folder) {
        Path file = folder.resolve(CLOSING);
        try {
            return Files.exists(file) ? ClosingFile.parse(Files.readString(file)) : Closing.Closed.NOTHING;
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (IllegalArgumentException e) {
            throw new SweepException(
                    SweepException.Fault.DAMAGED, file + " cannot be read: " + e.getMessage(), "remove the file", e);
        }
    }

    boolean finished() {
        return Files.exists(folder.resolve(RESULTS));
    }

    Path units() {
        return folder.resolve(UNITS);
    }

    Path results() {
        return folder.resolve(RESULTS);
    }

    Path unfinishedResults() {
        return folder.resolve(RESULTS + PART);
    }

    boolean stopWanted() {
        return Files.exists(folder.resolve(STOP));
    }

    /** Asks whoever runs the sweep to stop after the units at hand. */
    public static void askToStop(Path folder) {
        try {
            Files.write(folder.resolve(STOP), new byte[0]);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** SHA-256 of the results of a finished sweep. */
    public static String resultsHash(Path folder) {
        try {
            return Sha.of(folder.resolve(RESULTS));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }
}
