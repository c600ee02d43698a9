package io.fulmar.app.fulmar;

import java.nio.file.Path;

/** A text that a person wrote, and how to point into it. */
record TextFile(Path file, String text) {

    /** {@code file:line:column}, the line, and a caret under the column; both count from 1. */
    String place(int line, int column) {
        String shown = line(line);
        int before = Math.clamp(column - 1L, 0, shown.length());
        StringBuilder caret = new StringBuilder();
        for (int i = 0; i < before; i++) caret.append(shown.charAt(i) == '\t' ? '\t' : ' ');
        return file + ":" + line + ":" + column + "\n" + shown + "\n" + caret + "^";
    }

    /** {@code file:line} and the line. */
    String place(int line) {
        String shown = line(line).strip();
        return file + ":" + line + (shown.isEmpty() ? "" : "\n" + shown);
    }

    /** The place of a character. */
    String placeAt(int offset) {
        int end = Math.clamp(offset, 0, text.length());
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return place(line, end - start + 1);
    }

    private String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }
}
