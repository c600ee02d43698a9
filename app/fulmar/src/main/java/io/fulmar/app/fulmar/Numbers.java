package io.fulmar.app.fulmar;

/** Options that are statistics rather than money: doubles are good enough for them. */
final class Numbers {
    private static final int PERCENT = 100;

    private Numbers() {}

    /** {@code 5%} or {@code 5} as 0.05; from 0 to 100. */
    static double percent(String option, String text) {
        String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        double percent = number(option, text, bare);
        if (percent < 0 || percent > PERCENT) throw bad(option, text, "it lies between 0% and 100%");
        return percent / PERCENT;
    }

    static double notNegative(String option, String text) {
        double number = number(option, text, text);
        if (number < 0) throw bad(option, text, "it must not be negative");
        return number;
    }

    static int count(String option, String text, int most) {
        int count = Values.count(option, text);
        if (count > most) throw bad(option, text, "it is at most " + most);
        return count;
    }

    static long seed(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw bad(option, text, "it must be a whole number");
        }
    }

    /** Two words with a colon between them. */
    static String[] pair(String option, String text, String example) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
            throw bad(option, text, "write two numbers with a colon between them, such as " + example);
        }
        return new String[] {text.substring(0, colon), text.substring(colon + 1)};
    }

    private static double number(String option, String text, String bare) {
        try {
            double number = Double.parseDouble(bare);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(option, text, "'" + bare + "' is no number");
    }

    private static Failure bad(String option, String text, String help) {
        return new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used").help(help);
    }
}
