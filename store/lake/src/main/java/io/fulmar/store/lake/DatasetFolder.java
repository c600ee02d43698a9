package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a dataset's files lie, and the one way in which its manifest changes. */
record DatasetFolder(Path path, Disk disk, AwayFiles away) {
    static final String UNFINISHED = ".new";
    private static final Pattern OURS =
            Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?(\\.\\d+)?\\.arrows?(\\.away)?(\\.new)?|manifest\\.txt\\.new");

    DatasetFolder(Path path, Disk disk) {
        this(path, disk, AwayFiles.NONE);
    }

    /** Empty when there is no such dataset. */
    Optional<Manifest> manifest() {
        Path file = path.resolve(Manifest.FILE);
        try {
            return Optional.of(ManifestText.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw LakeException.damaged(file, "the manifest cannot be read: " + e.getMessage());
        }
    }

    /** The manifest is this one from now on, also after a crash; until the rename the old one counts. */
    void swap(Manifest manifest) throws IOException {
        Path next = path.resolve(Manifest.FILE + UNFINISHED);
        try (Disk.Growing file = disk.open(next)) {
            file.cut(0);
            file.append(ByteBuffer.wrap(ManifestText.write(manifest)));
            file.force();
        }
        disk.rename(next, path.resolve(Manifest.FILE));
        disk.forceFolder(path);
    }

    /** Takes away what a crash left behind: files of ours that the manifest does not know. Only for who holds the dataset. */
    void clean(Manifest manifest) throws IOException {
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            String of =
                    name.endsWith(AwayNote.ENDING) ? name.substring(0, name.length() - AwayNote.ENDING.length()) : name;
            if (OURS.matcher(name).matches() && !manifest.uses(of)) {
                disk.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(path)) {
            all.forEach(files::add);
        }
        files.sort(null);
        return files;
    }
}
