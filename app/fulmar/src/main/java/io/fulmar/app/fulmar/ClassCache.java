package io.fulmar.app.fulmar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Classes of strategies that were compiled before: a second run of the same source saves the compiler. The name of an
 * entry is a hash of the sources, of our own jars and of Java, and an entry carries a hash of its content; who can write
 * into the program's own folder can also change the program. A cache that cannot be read or written is no error.
 */
final class ClassCache {
    private static final int ENTRIES_MAX = 100;
    private static final int CLASSES_MAX = 10_000;
    private static final int HASH_CHARS = 64;

    private final Path file;

    private ClassCache(Path file) {
        this.file = file;
    }

    /** The place of these sources; none when our classes are not in jars, as in tests. */
    static Optional<ClassCache> of(Path folder, List<StrategySource> sources, List<Path> jars) {
        StringBuilder key = new StringBuilder(Runtime.version().toString());
        try {
            for (Path jar : jars) {
                if (!Files.isRegularFile(jar)) return Optional.empty();
                key.append('\n').append(jar).append(' ').append(Files.size(jar)).append(' ');
                key.append(Files.getLastModifiedTime(jar).toMillis());
            }
        } catch (IOException e) {
            return Optional.empty(); // compiling works without
        }
        sources.forEach(
                source -> key.append('\n').append(source.name()).append(' ').append(source.codeHash()));
        String name = StrategySource.sha256(key.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(new ClassCache(folder.resolve(name)));
    }

    /** What was kept for these sources, if anything whole was. */
    Optional<CompiledStrategies> find(List<StrategySource> sources) {
        try {
            byte[] entry = Files.readAllBytes(file);
            byte[] content = new byte[Math.max(0, entry.length - HASH_CHARS)];
            System.arraycopy(entry, entry.length - content.length, content, 0, content.length);
            String hash = new String(entry, 0, entry.length - content.length, StandardCharsets.US_ASCII);
            if (!hash.equals(StrategySource.sha256(content))) return Optional.empty();
            Map<String, byte[]> classes = new HashMap<>();
            Map<String, StrategySource> origins = new HashMap<>();
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    String name = in.readUTF();
                    origins.put(name, sources.get(in.readInt()));
                    classes.put(name, in.readNBytes(in.readInt()));
                }
            }
            return Optional.of(CompiledStrategies.of(sources, classes, origins));
        } catch (IOException e) {
            return Optional.empty(); // not there, most of the time
        }
    }

    void keep(List<StrategySource> sources, Map<String, byte[]> classes, Map<String, StrategySource> origins) {
        if (classes.size() > CLASSES_MAX) return;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> one : classes.entrySet()) {
                StrategySource origin = origins.get(one.getKey());
                if (origin == null) return;
                out.writeUTF(one.getKey());
                out.writeInt(sources.indexOf(origin));
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
            String hash = StrategySource.sha256(bytes.toByteArray());
            Path folder = Files.createDirectories(file.resolveSibling("."));
            Path partial = Files.createTempFile(folder, "new", ".part");
            try (var whole = Files.newOutputStream(partial)) {
                whole.write(hash.getBytes(StandardCharsets.US_ASCII));
                bytes.writeTo(whole);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            tidy(folder);
        } catch (IOException e) {
            return; // the next run compiles again
        }
    }

    /** The oldest go when there are too many. */
    private static void tidy(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(entries::add);
        }
        if (entries.size() <= ENTRIES_MAX) return;
        entries.sort(Comparator.comparingLong(entry -> entry.toFile().lastModified()));
        for (Path old : entries.subList(0, entries.size() - ENTRIES_MAX)) Files.deleteIfExists(old);
    }
}
