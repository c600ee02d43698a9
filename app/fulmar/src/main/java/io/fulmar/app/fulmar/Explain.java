package io.fulmar.app.fulmar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code fulmar explain CODE}: the page of an error in docs/errors.md. */
final class Explain {
    private Explain() {}

    static CommandEntry command() {
        return new CommandEntry(
                "explain",
                "explain an error code and how to mend it",
                Argument.one("CODE", "the code in the brackets of an error, such as FUL-U002"),
                List.of(),
                List.of("fulmar explain FUL-U002"),
                (invocation, terminal) -> {
                    ErrorCode code = codeOf(invocation.arguments().getFirst());
                    String page = page(code);
                    terminal.out()
                            .println(
                                    terminal.json()
                                            ? "{\"code\":" + Json.text(code.label()) + ",\"exit\":"
                                                    + code.exit().number() + ",\"text\":" + Json.text(page) + "}"
                                            : page);
                    return ExitCode.DONE;
                });
    }

    private static ErrorCode codeOf(String label) {
        return ErrorCode.find(label).orElseThrow(() -> {
            Failure failure = new Failure(ErrorCode.BAD_VALUE, "unknown error code '" + label + "'");
            Suggestion.nearest(label, ErrorCode.labels()).ifPresent(near -> failure.help("did you mean " + near + "?"));
            return failure.help("all codes: " + String.join(" ", ErrorCode.labels()));
        });
    }

    /** The section of the page that starts with the code, without what follows it. */
    static String page(ErrorCode code) {
        String all = text();
        int start = all.indexOf("## " + code.label() + " ");
        if (start < 0) throw new IllegalStateException("docs/errors.md has no section " + code.label());
        int end = all.indexOf("\n## ", start);
        return all.substring(start + 3, end < 0 ? all.length() : end).strip();
    }

    private static String text() {
        try (InputStream in = Explain.class.getResourceAsStream("errors.md")) {
            if (in == null) throw new IllegalStateException("errors.md is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
