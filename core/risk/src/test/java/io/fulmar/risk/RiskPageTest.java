package io.fulmar.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RiskPageTest {
    @Test
    void pageListsTheControlsAsTheyAre() throws IOException {
        var page = Files.readString(root().resolve("docs").resolve("risk.md"));
        assertThat(page).contains("\n\n" + expected() + "\n\n");
    }

    private static String expected() {
        return Stream.concat(
                        Stream.of(
                                "| number | control | what it bounds | live | backtest | refusal |",
                                "|---|---|---|---|---|---|"),
                        Stream.of(Control.values()).map(RiskPageTest::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Control control) {
        return "| %s | `%s` | %s | %s | %s | `%s` |"
                .formatted(
                        control.number(),
                        control,
                        control.sentence(),
                        control.describe(control.live()),
                        control.describe(control.backtest()),
                        control.refusal());
    }

    private static Path root() throws IOException {
        var folder = Path.of("").toAbsolutePath();
        while (!isRoot(folder)) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IOException("no pom.xml of fulmar above the working directory");
            }
        }
        return folder;
    }

    private static boolean isRoot(Path folder) throws IOException {
        var pom = folder.resolve("pom.xml");
        if (!Files.exists(pom)) {
            return false;
        }
        var text = Files.readString(pom);
        return text.contains("<artifactId>fulmar</artifactId>") && text.contains("<modules>");
    }
}
