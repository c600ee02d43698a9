package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.ReturnSeries;
import io.fulmar.research.sweep.SweepException;
import io.fulmar.store.lake.LakeException;
import io.fulmar.store.s3.RemoteException;
import java.util.List;
import java.util.Optional;

/** Reads the words, runs the command, and turns every way it can end into an exit code. No stack trace leaves here. */
final class FrontDoor {
    private final CommandRegistry registry;
    private final CrashReports crashes;

    FrontDoor(CommandRegistry registry, CrashReports crashes) {
        this.registry = registry;
        this.crashes = crashes;
    }

    ExitCode enter(List<String> words, Terminal terminal) {
        ExitCode code = attempt(words, terminal);
        Optional<String> lost = terminal.out().lost();
        if (lost.isPresent()) {
            ExitCode unheard = end(unwritten(lost.get()), terminal);
            code = code == ExitCode.DONE ? unheard : code;
        }
        terminal.err().flush();
        return code;
    }

    private static Failure unwritten(String why) {
        return new Failure(ErrorCode.OUTPUT_CANNOT_BE_WRITTEN, "the result cannot be written to stdout: " + why)
                .help("send stdout to where there is room and you may write, then run it again")
                .help("what was printed is not whole; files that the command wrote are");
    }

    private ExitCode attempt(List<String> words, Terminal terminal) {
        try {
            return run(words, terminal);
        } catch (Failure failure) {
            return end(failure, terminal);
        } catch (DataException error) {
            return end(of(error), terminal);
        } catch (ReturnSeries.Unreadable error) {
            return end(of(error), terminal);
        } catch (SweepException error) {
            return end(of(error), terminal);
        } catch (LakeException error) {
            return end(of(error), terminal);
        } catch (RemoteException error) {
            return end(of(error), terminal);
        } catch (OutOfMemoryError error) {
            return end(
                    new Failure(ErrorCode.STRATEGY_ATE_THE_MEMORY, "out of memory")
                            .help("give it more: FULMAR_JAVA_OPTS=-Xmx8g fulmar ..."),
                    terminal);
        } catch (RuntimeException | Error error) {
            return end(crashes.write(words, error), terminal);
        }
    }

    private ExitCode run(List<String> words, Terminal terminal) {
        if (words.isEmpty()
                || words.getFirst().equals("--help")
                || words.getFirst().equals("-h")) {
            terminal.out().println(Help.overview(registry, terminal));
            return ExitCode.DONE;
        }
        String first = words.getFirst();
        List<String> meant = first.equals("--version") || first.equals("-V") ? List.of("version") : words;
        Invocation invocation = new CommandLine(registry).read(meant);
        Terminal chosen =
                terminal.with(color(invocation, terminal.color()), invocation.has("--quiet"), invocation.has("--json"));
        if (invocation.has("--help")) {
            chosen.out().println(Help.page(invocation.command(), chosen));
            return ExitCode.DONE;
        }
        return invocation.command().action().run(invocation, chosen);
    }

    private static boolean color(Invocation invocation, boolean automatic) {
        String when = invocation.value("--color").orElse("auto");
        return switch (when) {
            case "auto" -> automatic;
            case "always" -> true;
            case "never" -> false;
            default ->
                throw new Failure(ErrorCode.BAD_VALUE, "--color " + when + " is not known")
                        .help("it is auto, always or never");
        };
    }

    private static Failure of(DataException error) {
        ErrorCode code = switch (error.fault()) {
            case FILE_MISSING, FILE_NOT_REGULAR, FILE_UNREADABLE -> ErrorCode.DATA_CANNOT_BE_READ;
            default -> ErrorCode.DATA_IS_WRONG;
        };
        return new Failure(code, error.problem())
                .at(error.place())
                .help(error.fault().fix());
    }

    private static Failure of(SweepException error) {
        ErrorCode code = switch (error.fault()) {
            case SPACE -> ErrorCode.BAD_SPACE;
            case NOT_A_SWEEP -> ErrorCode.NOT_A_SWEEP;
            case CHANGED -> ErrorCode.SWEEP_CHANGED;
            case HELD -> ErrorCode.SWEEP_IS_HELD;
            case DAMAGED -> ErrorCode.SWEEP_IS_DAMAGED;
            case DIFFERENT -> ErrorCode.SWEEP_DIFFERS;
            case UNWRITABLE -> ErrorCode.OUTPUT_CANNOT_BE_WRITTEN;
        };
        return new Failure(code, String.valueOf(error.getMessage())).help(error.fix());
    }

    static Failure of(LakeException error) {
        ErrorCode code = switch (error.fault()) {
            case DATASET_MISSING -> ErrorCode.DATASET_MISSING;
            case DATASET_HELD -> ErrorCode.DATASET_IS_HELD;
            case ROWS_UNSORTED, NUMBER_INEXACT -> ErrorCode.LAKE_REFUSES;
            case FILE_DAMAGED -> ErrorCode.LAKE_IS_DAMAGED;
            case FILE_FOREIGN -> ErrorCode.DATA_IS_WRONG;
            case FILE_AWAY -> ErrorCode.REMOTE_MISSING;
            case DISK -> ErrorCode.LAKE_CANNOT_BE_WRITTEN;
        };
        return new Failure(code, error.problem()).at(error.place()).help(error.fix());
    }

    static Failure of(RemoteException error) {
        ErrorCode code = switch (error.fault()) {
            case KEY_MISSING, KEY_REFUSED, NOT_ALLOWED -> ErrorCode.REMOTE_NOT_ALLOWED;
            case BUCKET_MISSING, MISSING -> ErrorCode.REMOTE_MISSING;
            case CHANGED, DIVERGED -> ErrorCode.REMOTE_CHANGED;
            case DAMAGED -> ErrorCode.REMOTE_IS_DAMAGED;
            case UNREACHABLE, REFUSED -> ErrorCode.REMOTE_CANNOT_BE_REACHED;
            case DISK -> ErrorCode.LAKE_CANNOT_BE_WRITTEN;
        };
        return new Failure(code, error.problem()).at(error.place()).help(error.fix());
    }

    private static Failure of(ReturnSeries.Unreadable error) {
        ErrorCode code = error.getCause() == null ? ErrorCode.DATA_IS_WRONG : ErrorCode.DATA_CANNOT_BE_READ;
        return new Failure(code, error.problem()).at(error.place()).help(error.fix());
    }

    private static ExitCode end(Failure failure, Terminal terminal) {
        terminal.show(failure);
        return failure.code().exit();
    }
}
