package io.fulmar.research.backtest;

/** How the rows of a file are laid out; made by whoever read its beginning, which leaves the input at the first row. */
final class CsvLayout {
    /** What each cell of a row is to us, one of {@link CsvHeader}. */
    final int[] roles;

    /** The number of the first row's line. */
    final long line;

    final CsvTimes times;

    CsvLayout(int[] roles, long line, CsvTimes times) {
        this.roles = roles;
        this.line = line;
        this.times = times;
    }

    /** The one shape that a backtest takes: a header with our names, commas, nothing before it but blank lines. */
    static CsvLayout strict(CsvInput input) {
        input.openText();
        long line = 1;
        while (input.blankUntil(input.position) > 0) {
            input.position = input.blankUntil(input.position);
            line++;
            if (!input.hasLine(line)) {
                throw DataException.in(input.file, DataFault.FILE_EMPTY, "is empty");
            }
        }
        int end = input.lineFeed(input.position);
        if (end - input.position > CsvInput.LINE_BYTES_MAX) {
            throw input.tooLong(line);
        }
        byte[] bytes = input.bytes;
        int textEnd = end > input.position && bytes[end - 1] == '\r' ? end - 1 : end;
        int[] roles = CsvHeader.roles(input.file, line, bytes, input.position, textEnd);
        input.position = end + 1;
        return new CsvLayout(roles, line + 1, CsvTimes.STRICT);
    }

    boolean has(int role) {
        for (int each : roles) {
            if (each == role) {
                return true;
            }
        }
        return false;
    }
}
