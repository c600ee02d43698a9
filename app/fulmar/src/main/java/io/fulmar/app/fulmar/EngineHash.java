package io.fulmar.app.fulmar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * SHA-256 over the classes that compute results: all of the program's own but the command line's. Two builds of one source have the
 * same hash, whenever and wherever they were made; another Java has another, since its StrictMath and compiler are part of the result.
 */
final class EngineHash {
    private static final String OURS = "io/fulmar/";
    private static final String FRONT = "io/fulmar/app/";

    private EngineHash() {}

    /** Of the program that runs. */
    static String here() {
        return of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    static String of(List<Path> classPath) {
        Map<String, String> classes = new TreeMap<>();
        try {
            for (Path entry : classPath) {
                if (Files.isDirectory(entry)) folder(entry, classes);
                else if (String.valueOf(entry.getFileName()).startsWith("fulmar-")) jar(entry, classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder words = new StringBuilder(Runtime.version().feature() + "\n");
        classes.forEach((name, content) ->
                words.append(name).append(' ').append(content).append('\n'));
        return StrategySource.sha256(words.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean counts(String name) {
        return name.startsWith(OURS) && !name.startsWith(FRONT) && name.endsWith(".class");
    }

    private static void jar(Path file, Map<String, String> classes) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = new ArrayList<>(jar.stream().toList());
            for (ZipEntry entry : entries) {
                if (counts(entry.getName())) {
                    classes.put(
                            entry.getName(),
                            StrategySource.sha256(jar.getInputStream(entry).readAllBytes()));
                }
            }
        }
    }

    private static void folder(Path root, Map<String, String> classes) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (counts(name)) classes.put(name, StrategySource.sha256(Files.readAllBytes(file)));
        }
    }
}
