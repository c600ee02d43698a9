package io.fulmar.app.fulmar;

import java.util.List;
import java.util.function.Supplier;

/** {@code fulmar completion SHELL}: a script that lets the shell complete commands and options. */
final class Completion {
    private Completion() {}

    static CommandEntry command(Supplier<CommandRegistry> registry) {
        return new CommandEntry(
                "completion",
                "print a script for the shell's completion",
                Argument.one("SHELL", "bash or zsh"),
                List.of(),
                List.of("source <(fulmar completion bash)"),
                (invocation, terminal) -> {
                    String shell = Values.oneOf("SHELL", invocation.arguments().getFirst(), List.of("bash", "zsh"));
                    String start = shell.equals("zsh") ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
                    terminal.out().print(start + script(registry.get()));
                    return ExitCode.DONE;
                });
    }

    private static String script(CommandRegistry registry) {
        StringBuilder cases = new StringBuilder();
        for (CommandEntry command : registry.commands()) {
            String options = String.join(
                    " ", command.allOptions().stream().map(Option::name).toList());
            cases.append("    \"")
                    .append(command.name())
                    .append("\"*) words='")
                    .append(options)
                    .append("' ;;\n");
        }
        String names = String.join(
                " ",
                registry.commands().stream()
                        .map(command -> command.name().split(" ")[0])
                        .distinct()
                        .toList());
        return """
                _fulmar() {
                  local word=${COMP_WORDS[COMP_CWORD]} words=''
                  case "${COMP_WORDS[*]:1:COMP_CWORD-1} " in
                    ' ') words='NAMES' ;;
                CASES  esac
                  case $word in -*) ;; *) [ "$COMP_CWORD" -eq 1 ] || words='' ;; esac
                  COMPREPLY=($(compgen -W "$words" -- "$word"))
                  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
                }
                complete -o filenames -F _fulmar fulmar ./fulmar
                """.replace("NAMES", names).replace("CASES", cases);
    }
}
