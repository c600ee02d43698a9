package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final String OURS = "{\"engine\":\"fulmar 0.1.0\"}";

    @TempDir
    Path parent;

    @Test
    void resultsAppearWholeInAFolderThatWasNotThere() throws IOException {
        Path target = parent.resolve("deep/er/results");
        try (OutputFolder out = OutputFolder.claim(target)) {
            out.write("run.json", stream -> stream.write(OURS.getBytes(StandardCharsets.UTF_8)));
            assertThat(target).doesNotExist();
            out.finish();
        }
        assertThat(target.resolve("run.json")).hasContent(OURS);
        assertThat(names(target.resolveSibling("."))).containsExactly("results");
    }

    @Test
    void emptyFolderIsReplaced() throws IOException {
        Path target = Files.createDirectory(parent.resolve("empty"));
        write(target);
        assertThat(names(target)).containsExactly("run.json");
    }

    @Test
    void earlierResultIsReplacedAsAWhole() throws IOException {
        Path target = Files.createDirectory(parent.resolve("run"));
        Files.writeString(target.resolve("run.json"), "{ \"engine\": \"fulmar 0.0.9\" }");
        Files.writeString(target.resolve("old.csv"), "old");
        write(target);
        assertThat(names(target)).containsExactly("run.json");
        assertThat(names(parent)).containsExactly("run");
    }

    @Test
    void folderOfSomethingElseIsLeftAlone() throws IOException {
        Path target = Files.createDirectory(parent.resolve("photos"));
        Files.writeString(target.resolve("cat.jpg"), "cat");
        assertThat(refused(target).code()).isEqualTo(ErrorCode.OUTPUT_HOLDS_SOMETHING_ELSE);
        Files.writeString(target.resolve("run.json"), "{\"engine\":\"other\"}");
        assertThat(refused(target).text()).contains("its run.json is not ours");
        assertThat(names(target)).containsExactly("cat.jpg", "run.json");
        assertThat(names(parent)).containsExactly("photos");
    }

    @Test
    void fileIsLeftAlone() throws IOException {
        Path target = Files.writeString(parent.resolve("notes"), "dear diary");
        assertThat(refused(target).text()).contains("it is a file");
        assertThat(target).hasContent("dear diary");
    }

    @Test
    void linkLeadsToTheFolderThatIsReplaced() throws IOException {
        Path real = Files.createDirectory(parent.resolve("real"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), real);
        write(link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real.resolve("run.json")).hasContent(OURS);
    }

    @Test
    void unfinishedResultsLeaveNothingAndTheOldOnesStay() throws IOException {
        Path target = Files.createDirectory(parent.resolve("run"));
        Files.writeString(target.resolve("run.json"), OURS);
        try (OutputFolder out = OutputFolder.claim(target)) {
            out.write("trades.csv", stream -> stream.write('x'));
        }
        assertThat(names(parent)).containsExactly("run");
        assertThat(target.resolve("run.json")).hasContent(OURS);
    }

    @Test
    void foldersMadeOnTheWayGoAgainIfNothingIsFinished() throws IOException {
        Files.createDirectory(parent.resolve("a"));
        try (OutputFolder out = OutputFolder.claim(parent.resolve("a/b/c/run"))) {
            out.write("trades.csv", stream -> stream.write('x'));
            assertThat(parent.resolve("a/b/c")).exists();
        }
        assertThat(parent.resolve("a")).isEmptyDirectory();
    }

    @Test
    void fullDiskIsToldWithoutLeavingAnything() throws IOException {
        Path target = parent.resolve("run");
        Failure failure = catchThrowableOfType(Failure.class, () -> {
            try (OutputFolder out = OutputFolder.claim(target)) {
                out.write("trades.csv", stream -> {
                    throw new IOException("No space left on device");
                });
            }
        });
        assertThat(failure.code()).isEqualTo(ErrorCode.OUTPUT_CANNOT_BE_WRITTEN);
        assertThat(failure.text()).contains("No space left on device");
        assertThat(names(parent)).isEmpty();
    }

    @Test
    void parentThatIsAFileCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "x");
        assertThat(refused(file.resolve("run")).code()).isEqualTo(ErrorCode.OUTPUT_CANNOT_BE_WRITTEN);
    }

    private static void write(Path target) {
        try (OutputFolder out = OutputFolder.claim(target)) {
            out.write("run.json", stream -> stream.write(OURS.getBytes(StandardCharsets.UTF_8)));
            out.finish();
        }
    }

    private static Failure refused(Path target) {
        return catchThrowableOfType(
                Failure.class, () -> OutputFolder.claim(target).close());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
