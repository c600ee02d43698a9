package io.fulmar.indicator;

/** An expression that cannot be read, and where. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    ExpressionException(String text, int position, String problem) {
        super("\"%s\", position %d: %s".formatted(text, position + 1, problem));
        this.position = position;
    }

    /** Index of the offending character, from 0. */
    public int position() {
        return position;
    }
}
