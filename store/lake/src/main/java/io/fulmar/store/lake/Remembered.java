package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a dataset and its copy elsewhere were when they were last equal: without it nobody could tell which of two has gone on. */
final class Remembered {
    private static final String FILE = "copies.txt";

    private Remembered() {}

    static Optional<String> fingerprint(DatasetFolder folder, String place) {
        return Optional.ofNullable(all(folder).get(place));
    }

    private static Map<String, String> all(DatasetFolder folder) {
        Path file = folder.path().resolve(FILE);
        Map<String, String> all = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    all.put(line.substring(tab + 1), line.substring(0, tab));
                }
            }
            return all;
        } catch (NoSuchFileException e) {
            return all;
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    static void remember(DatasetFolder folder, String place, String fingerprint) {
        Map<String, String> all = all(folder);
        all.put(place, fingerprint);
        StringBuilder text = new StringBuilder();
        all.forEach(
                (where, print) -> text.append(print).append('\t').append(where).append('\n'));
        Path next = folder.path().resolve(FILE + "." + ProcessHandle.current().pid() + DatasetFolder.UNFINISHED);
        try {
            try (Disk.Growing out = folder.disk().open(next)) {
                out.cut(0);
                out.append(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                out.force();
            }
            folder.disk().rename(next, folder.path().resolve(FILE));
        } catch (IOException e) {
            throw LakeException.disk(next, e);
        }
    }
}
