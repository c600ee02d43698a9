package io.fulmar.app.fulmar;

/**
 * One option of a command.
 *
 * @param name with its dashes, such as {@code --csv}
 * @param letter a short form such as {@code -q}, or empty
 * @param value what stands for its value in the help, such as {@code FILE}; empty for a switch
 * @param repeatable whether it may be given more than once
 * @param summary one line, with the default where there is one
 */
record Option(String name, String letter, String value, boolean repeatable, String summary) {

    static Option flag(String name, String summary) {
        return new Option(name, "", "", false, summary);
    }

    static Option of(String name, String value, String summary) {
        return new Option(name, "", value, false, summary);
    }

    static Option repeated(String name, String value, String summary) {
        return new Option(name, "", value, true, summary);
    }

    Option withLetter(String shortForm) {
        return new Option(name, shortForm, value, repeatable, summary);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** As the help shows it: {@code -q, --quiet} or {@code --csv [SYMBOL=]FILE}. */
    String form() {
        return (letter.isEmpty() ? "" : letter + ", ") + name + (takesValue() ? " " + value : "");
    }
}
