package io.fulmar.indicator;

/**
 * One thing an indicator is computed from.
 *
 * @param field the bar's number it takes by default
 * @param replaceable whether another series may stand in: {@code sma(high,14)}, {@code sma(rsi(14),5)}
 */
public record Input(Field field, boolean replaceable) {
    static Input bar(Field field) {
        return new Input(field, false);
    }

    static Input series(Field preset) {
        return new Input(preset, true);
    }
}
