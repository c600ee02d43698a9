package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error has the same form: code and sentence, the place if it is in a file, and what to do. */
class ErrorFormTest {
    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private List<String> command(String words) {
        List<String> all = new ArrayList<>();
        for (String word : words.strip().split(" +")) {
            all.add(
                    switch (word) {
                        case "SMA" -> Playground.example("SmaCross").toString();
                        case "CSV" -> play.minutes(1, 30).toString();
                        case "HERE" -> folder.toString();
                        default -> word.replace("DIR", folder.toString());
                    });
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --risk DIR/none.json       | none.json   | --risk takes the word live
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --risk HERE                | HERE        | --risk takes the word live
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --risk DIR/rules.jso       | rules.jso   | did you mean DIR/rules.json?
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --risk DIR/rules.json      | rules.json  | docs/risk-file.md
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --instrument DIR/none.json | none.json   | docs/instrument-file.md
            64 | backtest SMA --csv CSV --symbol A/B --timeframe 1m --out DIR/o --instrument DIR/bytes     | bytes       | docs/instrument-file.md
            65 | backtest SMA --csv DIR/none.csv --symbol A/B --timeframe 1m --out DIR/o                   | none.csv    | check the path
            65 | backtest SMA --csv HERE --symbol A/B --timeframe 1m --out DIR/o                           | HERE        | give the path of a CSV file
            65 | backtest SMA --csv DIR/rules.json --symbol A/B --timeframe 1m --out DIR/o                 | rules.json  | the header needs
            1  | backtest DIR/Bytes.java --csv CSV --symbol A/B --timeframe 1m --out DIR/o                 | Bytes.java  | save it as UTF-8
            65 | backtest SMA --csv DIR/bare.csv --symbol A/B --timeframe 1m --out DIR/o                   | bare.csv line 1 | the header needs
            65 | metrics --csv DIR/none.csv                                                                | none.csv    | check the path
            65 | metrics --csv HERE                                                                        | HERE        | a CSV file that you may read
            65 | metrics --csv DIR/rules.json                                                              | rules.json line 1 | must name the columns
            65 | indicator eval --csv DIR/none.csv --expr sma(3)                                           | none.csv    | check the path
            2  | indicator eval --csv CSV --expr smaa(3)                                                   | --expr      | docs/indicators.md
            2  | indicator eval --csv CSV --expr sma(1,2,3)                                                | --expr      | docs/indicators.md
            64 | report DIR/none                                                                           |             | --out
            2  | version --json=yes                                                                        |             | write: --json
            2  | explain FUL-U01                                                                           |             | did you mean FUL-U001?
            """)
    void errorsNameTheirPlaceAndTheFix(int exit, String words, String place, String fix) {
        play.file("rules.json", "{\"controls\": }");
        play.file("bare.csv", "1704067200000,1,2,1,1,1\n1704067260000,1,2,1,1,1\n");
        noText("bytes");
        noText("Bytes.java");
        ExitCode code = play.enter(command(words).toArray(String[]::new));
        assertThat(code.number()).as(play.stderr()).isEqualTo(exit);
        assertThat(play.stderr()).startsWith("error[FUL-").containsPattern("\n  = help: .");
        assertThat(play.stderr()).contains(fix.replace("DIR", folder.toString()));
        if (place != null) {
            String end = place.equals("HERE") ? folder.toString() : place;
            assertThat(play.stderr().lines()).anyMatch(line -> line.startsWith("  --> ") && line.contains(end));
        }
        assertThat(folder.resolve("o")).doesNotExist();
        assertThat(play.stdout()).isEmpty();
    }

    private void noText(String name) {
        try {
            Files.write(folder.resolve(name), new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMissingImportIsOneErrorAndNotOneForEachWord() {
        Path bare = play.file("Bare.java", """
                public class Bare extends Strategy<Bare.P> {
                  public record P(@Range("1..9 default 3") int n) {}
                  final Series close = close();
                  @Override public void onBar(Bar bar) {}
                }
                """);
        assertThat(play.backtest(bare, play.minutes(1, 30))).isEqualTo(ExitCode.FAILED);
        assertThat(play.stderr()).containsOnlyOnce("error[").contains("import io.fulmar.strategy.*;", "Bare.java:1:");
    }

    @ParameterizedTest
    @CsvSource({"smaa(20).now(), sma", "clsoe().now(), close", "close.crossAbove(1), crossesAbove", "close.nwo(), now"})
    void aMistypedWordOfTheStrategyLanguageIsSuggested(String said, String meant) {
        Path typo = play.strategy("Typo", "  public void onBar(Bar bar) { var x = " + said + "; }");
        assertThat(play.backtest(typo, play.minutes(1, 30))).isEqualTo(ExitCode.FAILED);
        assertThat(play.stderr()).contains("did you mean '" + meant + "'?");
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        assertThat(play.enter("backtest", Playground.example("SmaCross").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("needs --csv, --symbol and --timeframe", "--timeframe 1m");
    }

    @Test
    void aStrategyThatThrowsIsToldItsLineAndWhatToDo() {
        Path throwing = play.strategy("Throws", "@Override public void onBar(Bar bar) { int[] a = {}; a[1]++; }");
        assertThat(play.backtest(throwing, play.minutes(1, 30))).isEqualTo(ExitCode.FAILED);
        assertThat(play.stderr())
                .contains("ArrayIndexOutOfBounds", "  --> ", "Throws.java:6", "= help: guard this line");
    }
}
