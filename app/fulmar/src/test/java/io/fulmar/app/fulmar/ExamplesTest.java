package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example, and every strategy shown in README and docs, compiles as it stands and runs. */
class ExamplesTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public class (\\w+) extends");

    @TempDir
    Path folder;

    @Test
    void everyExampleRunsAndTrades() throws IOException {
        Playground play = new Playground(folder);
        Path csv = play.minutes(20_240_101, 30_000);
        try (Stream<Path> files = Files.list(Playground.ROOT.resolve("examples"))) {
            List<Path> examples = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
            for (Path example : examples) {
                ExitCode ended = switch (example.getFileName().toString()) {
                    case "Grid.java", "MarketMaker.java" -> between(play, example, "l2");
                    case "Squeeze.java" -> between(play, example, "trades");
                    case "Pairs.java" -> pair(play, example);
                    default -> play.backtest(example, csv, "--timeframe", "15m", "--json");
                };
                assertThat(ended).as(example + "\n" + play.stderr()).isEqualTo(ExitCode.DONE);
                assertThat(play.number("trades")).as(example.toString()).isPositive();
            }
        }
    }

    private static ExitCode pair(Playground play, Path example) {
        String made = "synth:3,kind=bars,days=10,markets=2";
        String out = play.out().toString();
        return play.enter("backtest", example.toString(), "--data", made, "--timeframe", "15m", "--json", "--out", out);
    }

    private static ExitCode between(Playground play, Path example, String kind) {
        String made = "synth:3,kind=" + kind + ",days=1";
        String out = play.out().toString();
        return play.enter(
                "backtest", example.toString(), "--data", made, "--symbol", "BTC/USDT:USDT", "--json", "--out", out);
    }

    @Test
    void everyStrategyInTheDocsRuns() throws IOException {
        Playground play = new Playground(folder);
        Path csv = play.minutes(1, 3000);
        for (String snippet : snippets()) {
            Matcher name = CLASS.matcher(snippet);
            if (!name.find()) continue;
            String text = snippet.contains("import io.fulmar") ? snippet : "import io.fulmar.strategy.*;\n" + snippet;
            Path file = play.file(name.group(1) + ".java", text);
            assertThat(play.backtest(file, csv))
                    .as(snippet + "\n" + play.stderr())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void whatTheDocsShowAsAPlanAndAsCodeTradesTheSame() throws IOException {
        Playground play = new Playground(folder);
        Path csv = play.minutes(2, 20_000);
        Map<String, String> hashes = new TreeMap<>();
        for (String snippet : snippets()) {
            Matcher name = CLASS.matcher(snippet);
            if (!name.find() || !snippets().toString().contains("class " + bare(name.group(1)) + "Code")) continue;
            String text = snippet.contains("import io.fulmar") ? snippet : "import io.fulmar.strategy.*;\n" + snippet;
            play.backtest(play.file(name.group(1) + ".java", text), csv, "--json", "--fee-bps", "2.5");
            assertThat(play.number("trades")).as(name.group(1)).isGreaterThan(10);
            hashes.put(name.group(1), play.value("hash"));
        }
        assertThat(hashes).hasSizeGreaterThanOrEqualTo(4);
        hashes.forEach((name, hash) -> assertThat(hash).as(name).isEqualTo(hashes.get(bare(name))));
    }

    private static String bare(String name) {
        return name.replaceFirst("Code$", "");
    }

    private static List<String> snippets() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Playground.ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(Playground.ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        List<String> snippets = new ArrayList<>();
        for (Path page : pages) {
            SNIPPET.matcher(Files.readString(page)).results().forEach(match -> snippets.add(match.group(1)));
        }
        return snippets;
    }
}
