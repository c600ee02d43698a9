package io.fulmar.app.fulmar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error the program can end with. Each has a page in docs/errors.md, which {@code fulmar explain} prints. */
enum ErrorCode {
    UNKNOWN_COMMAND("FUL-U001", ExitCode.USAGE),
    UNKNOWN_OPTION("FUL-U002", ExitCode.USAGE),
    MISSING_VALUE("FUL-U003", ExitCode.USAGE),
    UNEXPECTED_VALUE("FUL-U004", ExitCode.USAGE),
    REPEATED_OPTION("FUL-U005", ExitCode.USAGE),
    WRONG_ARGUMENTS("FUL-U006", ExitCode.USAGE),
    MISSING_OPTION("FUL-U007", ExitCode.USAGE),
    BAD_VALUE("FUL-U008", ExitCode.USAGE),
    BAD_PARAMETER("FUL-U009", ExitCode.USAGE),
    STRATEGY_NOT_FOUND("FUL-U010", ExitCode.USAGE),
    STRATEGY_DOES_NOT_COMPILE("FUL-S001", ExitCode.FAILED),
    STRATEGY_THREW("FUL-S002", ExitCode.FAILED),
    STRATEGY_MAKES_NO_PROGRESS("FUL-S003", ExitCode.FAILED),
    STRATEGY_ATE_THE_MEMORY("FUL-S004", ExitCode.FAILED),
    NOT_A_STRATEGY("FUL-S005", ExitCode.FAILED),
    OUTPUT_HOLDS_SOMETHING_ELSE("FUL-C001", ExitCode.CONFIGURATION),
    OUTPUT_CANNOT_BE_WRITTEN("FUL-C002", ExitCode.CONFIGURATION),
    BAD_CONFIGURATION("FUL-C003", ExitCode.CONFIGURATION),
    NUMBERS_DO_NOT_FIT("FUL-C004", ExitCode.CONFIGURATION),
    BAD_SPACE("FUL-W001", ExitCode.USAGE),
    NOT_A_SWEEP("FUL-W002", ExitCode.CONFIGURATION),
    SWEEP_CHANGED("FUL-W003", ExitCode.CONFIGURATION),
    SWEEP_IS_HELD("FUL-W004", ExitCode.HELD),
    SWEEP_IS_DAMAGED("FUL-W005", ExitCode.DATA),
    SWEEP_DIFFERS("FUL-W006", ExitCode.INTERNAL),
    HOLDOUT_STAYS_LOCKED("FUL-W007", ExitCode.CONFIGURATION),
    DATA_CANNOT_BE_READ("FUL-D001", ExitCode.DATA),
    DATA_IS_WRONG("FUL-D002", ExitCode.DATA),
    DATASET_MISSING("FUL-L001", ExitCode.DATA),
    DATASET_IS_HELD("FUL-L002", ExitCode.HELD),
    LAKE_IS_DAMAGED("FUL-L003", ExitCode.DATA),
    LAKE_REFUSES("FUL-L004", ExitCode.DATA),
    LAKE_CANNOT_BE_WRITTEN("FUL-L005", ExitCode.CONFIGURATION),
    QUERY_IS_WRONG("FUL-L006", ExitCode.USAGE),
    REMOTE_NOT_ALLOWED("FUL-R001", ExitCode.CONFIGURATION),
    REMOTE_MISSING("FUL-R002", ExitCode.DATA),
    REMOTE_CHANGED("FUL-R003", ExitCode.HELD),
    REMOTE_IS_DAMAGED("FUL-R004", ExitCode.DATA),
    REMOTE_CANNOT_BE_REACHED("FUL-R005", ExitCode.CONFIGURATION),
    INTERNAL("FUL-X001", ExitCode.INTERNAL);

    private final String label;
    private final ExitCode exit;

    ErrorCode(String label, ExitCode exit) {
        this.label = label;
        this.exit = exit;
    }

    String label() {
        return label;
    }

    ExitCode exit() {
        return exit;
    }

    static Optional<ErrorCode> find(String label) {
        String wanted = label.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(code -> code.label.equals(wanted)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(ErrorCode::label).toList();
    }
}
