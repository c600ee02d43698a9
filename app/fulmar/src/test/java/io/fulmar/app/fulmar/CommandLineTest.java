package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final CommandEntry SAIL = new CommandEntry(
            "sail",
            "sail somewhere",
            new Argument("PORT", 1, 2, "where to"),
            List.of(
                    Option.of("--speed", "KNOTS", "how fast"),
                    Option.repeated("--sail", "NAME", "a sail to set"),
                    Option.flag("--night", "by night")),
            List.of(),
            (invocation, terminal) -> ExitCode.DONE);
    private static final CommandEntry DRY_DOCK = new CommandEntry(
            "dock dry", "dock", Argument.NONE, List.of(), List.of(), (invocation, terminal) -> ExitCode.DONE);

    @Test
    void valueFollowsItsOptionOrAnEqualsSign() {
        assertThat(read("sail", "Oban", "--speed", "7").value("--speed")).contains("7");
        assertThat(read("sail", "--speed=7", "Oban").value("--speed")).contains("7");
        assertThat(read("sail", "--speed=a=b", "Oban").value("--speed")).contains("a=b");
    }

    @Test
    void repeatableOptionKeepsAllValuesInOrder() {
        assertThat(read("sail", "Oban", "--sail", "main", "--sail=jib").values("--sail"))
                .containsExactly("main", "jib");
    }

    @Test
    void commandOfTwoWordsIsFound() {
        assertThat(read("dock", "dry").command()).isEqualTo(DRY_DOCK);
    }

    @Test
    void negativeNumberIsAValue() {
        assertThat(read("sail", "Oban", "--speed", "-0.5").value("--speed")).contains("-0.5");
    }

    @Test
    void afterTwoDashesEveryWordIsAnArgument() {
        assertThat(read("sail", "--", "--speed", "-q").arguments()).containsExactly("--speed", "-q");
    }

    @Test
    void shortFormMeansTheLongOne() {
        assertThat(read("sail", "Oban", "-q").has("--quiet")).isTrue();
    }

    @Test
    void missingValueIsRefused() {
        for (String[] words : List.of(
                new String[] {"sail", "Oban", "--speed"},
                new String[] {"sail", "Oban", "--speed", "--night"},
                new String[] {"sail", "Oban", "--speed", "-q"},
                new String[] {"sail", "Oban", "--speed="})) {
            assertThat(refused(words).code()).isEqualTo(ErrorCode.MISSING_VALUE);
        }
    }

    @Test
    void unknownOptionNamesTheNearestOne() {
        Failure failure = refused("sail", "Oban", "--sped", "7");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_OPTION);
        assertThat(failure.help()).contains("did you mean '--speed'?");
    }

    @Test
    void abbreviatedOptionIsUnknown() {
        assertThat(refused("sail", "Oban", "--spe", "7").code()).isEqualTo(ErrorCode.UNKNOWN_OPTION);
    }

    @Test
    void switchTakesNoValue() {
        assertThat(refused("sail", "Oban", "--night=yes").code()).isEqualTo(ErrorCode.UNEXPECTED_VALUE);
    }

    @Test
    void optionGivenTwiceIsRefused() {
        Failure failure = refused("sail", "Oban", "--speed", "7", "--speed", "8");

        assertThat(failure.code()).isEqualTo(ErrorCode.REPEATED_OPTION);
        assertThat(failure.help()).contains("it was '7', then '8': keep one");
    }

    @Test
    void tooFewAndTooManyArgumentsAreRefused() {
        assertThat(refused("sail").code()).isEqualTo(ErrorCode.WRONG_ARGUMENTS);
        assertThat(refused("sail", "Oban", "Mull", "Skye").text()).isEqualTo("unexpected word 'Skye'");
    }

    @Test
    void helpIsGivenEvenIfArgumentsAreMissing() {
        assertThat(read("sail", "--help").has("--help")).isTrue();
    }

    private static Invocation read(String... words) {
        return new CommandLine(new CommandRegistry(List.of(SAIL, DRY_DOCK))).read(List.of(words));
    }

    private static Failure refused(String... words) {
        return catchThrowableOfType(Failure.class, () -> read(words));
    }
}
