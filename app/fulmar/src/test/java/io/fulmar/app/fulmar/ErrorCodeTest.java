package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPageThatNamesItsExitCode(ErrorCode code) {
        String page = Explain.page(code);

        assertThat(page).startsWith(code.label() + " ");
        assertThat(page.lines().findFirst().orElseThrow())
                .endsWith("(exit " + code.exit().number() + ")");
        assertThat(page.lines().count()).isGreaterThan(2);
    }
}
