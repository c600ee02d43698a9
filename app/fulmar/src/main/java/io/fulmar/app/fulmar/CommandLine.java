package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns words into an {@link Invocation}, or says what is wrong with them. {@code --name value} and {@code --name=value}
 * mean the same; after {@code --} every word is an argument. Names are not abbreviated: a script would break on the day
 * a second option starts with the same letters.
 */
final class CommandLine {
    private final CommandRegistry registry;

    CommandLine(CommandRegistry registry) {
        this.registry = registry;
    }

    Invocation read(List<String> words) {
        CommandEntry command = commandOf(words);
        int skip = command.name().indexOf(' ') < 0 ? 1 : 2;
        return options(command, words.subList(skip, words.size()));
    }

    private CommandEntry commandOf(List<String> words) {
        String first = words.getFirst();
        if (words.size() > 1) {
            Optional<CommandEntry> two = registry.find(first + " " + words.get(1));
            if (two.isPresent()) return two.get();
        }
        Optional<CommandEntry> one = registry.find(first);
        if (one.isPresent()) return one.get();
        List<CommandEntry> under = registry.under(first);
        if (!under.isEmpty()) throw incomplete(first, words, under);
        throw unknown(first);
    }

    private Failure unknown(String first) {
        Failure failure = new Failure(ErrorCode.UNKNOWN_COMMAND, "unknown command '" + first + "'");
        List<String> starts = registry.names().stream()
                .map(name -> name.split(" ")[0])
                .distinct()
                .toList();
        Suggestion.nearest(first, starts).ifPresent(name -> failure.help("did you mean 'fulmar " + name + "'?"));
        return failure.help("all commands: fulmar help");
    }

    private static Failure incomplete(String first, List<String> words, List<CommandEntry> under) {
        List<String> names = under.stream().map(CommandEntry::name).toList();
        String typed = words.size() > 1 && !words.get(1).startsWith("-") ? first + " " + words.get(1) : first;
        Failure failure = new Failure(ErrorCode.UNKNOWN_COMMAND, "unknown command '" + typed + "'");
        String nearest = Suggestion.nearest(typed, names).orElse(names.getFirst());
        return failure.help("did you mean 'fulmar " + nearest + "'?");
    }

    private static Invocation options(CommandEntry command, List<String> words) {
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        boolean onlyArguments = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (onlyArguments || !word.startsWith("-") || word.equals("-")) {
                arguments.add(word);
            } else if (word.equals("--")) {
                onlyArguments = true;
            } else {
                int equals = word.startsWith("--") ? word.indexOf('=') : -1;
                Option option = optionOf(command, equals < 0 ? word : word.substring(0, equals));
                String value = "";
                if (!option.takesValue()) {
                    if (equals >= 0)
                        throw new Failure(ErrorCode.UNEXPECTED_VALUE, option.name() + " takes no value")
                                .help("write: " + option.name());
                } else if (equals >= 0) {
                    value = word.substring(equals + 1);
                } else if (i + 1 < words.size() && !isOption(command, words.get(i + 1))) {
                    value = words.get(++i);
                }
                put(options, option, value);
            }
        }
        if (!options.containsKey("--help")) check(command, arguments);
        return new Invocation(command, List.copyOf(arguments), options);
    }

    /** A value may start with one dash, since it may be a negative number. */
    private static boolean isOption(CommandEntry command, String word) {
        return word.startsWith("--")
                || command.allOptions().stream()
                        .anyMatch(option ->
                                !option.letter().isEmpty() && option.letter().equals(word));
    }

    private static void put(Map<String, List<String>> options, Option option, String value) {
        if (option.takesValue() && value.isEmpty()) {
            throw new Failure(ErrorCode.MISSING_VALUE, option.name() + " needs a value")
                    .help("write: " + option.name() + " " + option.value());
        }
        List<String> values = options.computeIfAbsent(option.name(), name -> new ArrayList<>());
        if (!values.isEmpty() && option.takesValue() && !option.repeatable()) {
            throw new Failure(ErrorCode.REPEATED_OPTION, option.name() + " is given twice")
                    .help("it was '" + values.getFirst() + "', then '" + value + "': keep one");
        }
        values.add(value);
    }

    private static Option optionOf(CommandEntry command, String name) {
        for (Option option : command.allOptions()) {
            if (option.name().equals(name) || option.letter().equals(name)) return option;
        }
        Failure failure =
                new Failure(ErrorCode.UNKNOWN_OPTION, "unknown option '" + name + "' of fulmar " + command.name());
        List<String> names = command.allOptions().stream().map(Option::name).toList();
        Suggestion.nearest(name, names).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
        throw failure.help("its options: fulmar help " + command.name());
    }

    private static void check(CommandEntry command, List<String> arguments) {
        Argument argument = command.argument();
        if (arguments.size() < argument.least()) {
            throw new Failure(ErrorCode.WRONG_ARGUMENTS, "fulmar " + command.name() + " needs " + argument.name())
                    .help(argument.name() + ": " + argument.summary())
                    .help("usage: " + command.usage());
        }
        if (arguments.size() > argument.most()) {
            throw new Failure(ErrorCode.WRONG_ARGUMENTS, "unexpected word '" + arguments.get(argument.most()) + "'")
                    .help("usage: " + command.usage());
        }
    }
}
