package io.fulmar.proof.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house as it stands: its compiled classes and its files. */
final class House {
    static final Path ROOT =
            Path.of(System.getProperty("fulmar.root", "../..")).toAbsolutePath().normalize();

    private static final List<String> SHELVES =
            List.of("core", "venue", "simulation", "store", "research", "live", "control", "app", "proof");

    private House() {}

    /** What the rooms are built of, without their tests. */
    static JavaClasses classes() {
        return Classes.ALL;
    }

    private static final class Classes {
        static final JavaClasses ALL = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.fulmar");
    }

    /** Folders that hold a module: those with a pom, below the root. */
    static List<Path> modules() {
        return files("pom.xml").stream().map(Path::getParent).toList();
    }

    /** Java sources of all modules, tests among them where asked. */
    static List<Path> sources(boolean withTests) {
        return files(".java").stream()
                .filter(file -> withTests || file.toString().contains("/src/main/"))
                .toList();
    }

    private static List<Path> files(String ending) {
        return SHELVES.stream()
                .map(ROOT::resolve)
                .filter(Files::isDirectory)
                .flatMap(House::walk)
                .filter(file ->
                        file.toString().endsWith(ending) && !file.toString().contains("/target/"))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code core/risk} is "risk"; every other module is called by its path. */
    static String roomOf(Path module) {
        String path = ROOT.relativize(module).toString();
        return path.startsWith("core/") ? path.substring("core/".length()) : path.replace("-", "");
    }
}
