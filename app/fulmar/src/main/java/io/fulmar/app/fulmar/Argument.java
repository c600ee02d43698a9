package io.fulmar.app.fulmar;

/** The words of a command that are no options: how many there may be, and what they mean. */
record Argument(String name, int least, int most, String summary) {
    static final Argument NONE = new Argument("", 0, 0, "");

    static Argument one(String name, String summary) {
        return new Argument(name, 1, 1, summary);
    }

    static Argument optional(String name, String summary) {
        return new Argument(name, 0, 1, summary);
    }

    static Argument some(String name, String summary) {
        return new Argument(name, 1, Integer.MAX_VALUE, summary);
    }

    static Argument any(String name, String summary) {
        return new Argument(name, 0, Integer.MAX_VALUE, summary);
    }

    String form() {
        if (most == 0) return "";
        String word = most > 1 ? name + "..." : name;
        return least == 0 ? "[" + word + "]" : word;
    }
}
