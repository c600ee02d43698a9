package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of docs/backtesting.md hold. */
class DocumentedTablesTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "backtesting.md");
    private static final Pattern TABLE = Pattern.compile("```table\n(.*?)```", Pattern.DOTALL);

    @Test
    void whatThePageShowsIsWhatEveryEngineDoes() throws IOException {
        List<HandTable> tables = TABLE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(HandTable::all)
                .toList();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(3);
        for (HandTable table : tables) {
            Engines.of(table.rules())
                    .forEach((name, engine) -> assertThat(
                                    table.differences(engine.run(table.market(), table.costs(), table.rules())))
                            .as("%s: %s", name, table.sentence())
                            .isEmpty());
        }
    }
}
