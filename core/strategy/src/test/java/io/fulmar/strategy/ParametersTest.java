package io.fulmar.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    public record P(
            @Range("1..20000 default 20") int fast,
            @Range("1..20000 default 100") int slow,
            @Range("0..99 % default 0") double stop,
            @Range("1..5 step 0.5 default 2") double factor,
            @Range("default true") boolean shorts,
            @Range("default BUY") Side side,
            @Range("default close") String source) {
        public P {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be below slow");
            }
        }
    }

    public record Must(@Range("1..9") int given, long free) {}

    public record Odd(@Range("1..9 default 3") Integer boxed) {}

    public record Written(@Range("1 to 9") int badly) {}

    private static P bind(String... pairs) {
        Map<String, String> given = new java.util.LinkedHashMap<>();
        for (String pair : pairs) {
            given.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return (P) Parameters.bind(P.class, given);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(bind()).isEqualTo(new P(20, 100, 0, 2, true, Side.BUY, "close"));
    }

    @Test
    void everyTypeIsRead() {
        assertThat(bind("fast=5", "stop=1.25%", "factor=2.5", "shorts=off", "side=sell", "source= high "))
                .isEqualTo(new P(5, 100, 1.25, 2.5, false, Side.SELL, "high"));
    }

    @Test
    void percentMeansPercentWithAndWithoutTheSign() {
        assertThat(bind("stop=0.6").stop()).isEqualTo(bind("stop=0.6 %").stop()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast=0        | parameter 'fast' cannot be '0': it must lie within 1..20000",
                "fast=20001    | it must lie within 1..20000",
                "fast=2.5      | it must be a whole number",
                "fast=many     | it is not a number",
                "fast=NaN      | it is not a number",
                "fast=3%       | it is not a number",
                "stop=-0.1     | it must lie within 0..99 %",
                "stop=0.00001  | percent are kept as whole parts per million: at most 4 decimals",
                "stop=99.0001  | it must lie within 0..99 %",
                "factor=1.2    | it must be 1 plus a multiple of 0.5",
                "factor=1e-999999999 | no double is that large or that fine",
                "factor=1e999999999  | no double is that large or that fine",
                "shorts=maybe  | it must be true or false",
                "side=up       | it must be one of [BUY, SELL]",
                "fats=3        | unknown parameter 'fats': did you mean 'fast'?",
                "Slow=3        | unknown parameter 'Slow': did you mean 'slow'?",
                "sto=3         | did you mean 'stop'?",
                "window=3      | unknown parameter 'window': it has fast, slow, stop, factor, shorts, side, source",
                "fast=100      | the parameters do not go together: fast must be below slow (fast=100, slow=100"
            })
    void whatIsWrongIsNamedWithItsFix(String given, String error) {
        assertThatThrownBy(() -> bind(given))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(error);
    }

    @Test
    void aParameterWithoutADefaultMustBeGiven() {
        assertThatThrownBy(() -> Parameters.bind(Must.class, Map.of("free", "1")))
                .isInstanceOf(ParameterException.class)
                .hasMessage("parameter 'given' has no default: give it with --param given=... (1..9)");
        assertThatThrownBy(() -> Parameters.bind(Must.class, Map.of("given", "1")))
                .hasMessage("parameter 'free' has no default: give it with --param free=...");
        assertThat(Parameters.bind(Must.class, Map.of("given", "9", "free", "-1e3")))
                .isEqualTo(new Must(9, -1000));
        assertThatThrownBy(() -> Parameters.bind(Must.class, Map.of("given", "9", "free", "1e19")))
                .hasMessageContaining("it must be a whole number");
    }

    @Test
    void aDeclarationThatCannotWorkIsTheStrategysFault() {
        assertThatThrownBy(() -> Parameters.bind(Odd.class, Map.of()))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("has type Integer: use int, long, double, boolean, String or an enum");
        assertThatThrownBy(() -> Parameters.specs(Written.class))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("@Range(\"1 to 9\") of parameter 'badly' cannot be read");
    }

    @Test
    void theirDeclarationAndTheirValuesCanBeListed() {
        List<ParameterSpec> specs = Parameters.specs(P.class);
        assertThat(specs).extracting(ParameterSpec::name).startsWith("fast", "slow", "stop");
        assertThat(specs.get(0).range()).isEqualTo("1..20000");
        assertThat(specs.get(2).range()).isEqualTo("0..99 %");
        assertThat(specs.get(4).range()).isEmpty();
        assertThat(Parameters.texts(bind("fast=7"))).containsEntry("fast", "7").containsEntry("stop", "0.0");
    }
}
