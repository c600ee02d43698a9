package io.fulmar.research.backtest;

import java.nio.file.Path;

/** The data cannot be used. The message names the file, the place in it and the fix, and needs no stack trace. */
public final class DataException extends RuntimeException {
    private final DataFault fault;
    private final String place;
    private final String problem;

    private DataException(DataFault fault, String place, String problem) {
        super(place + ": " + problem + "; " + fault.fix());
        this.fault = fault;
        this.place = place;
        this.problem = problem;
    }

    /** About the file as a whole. */
    public static DataException in(Path file, DataFault fault, String problem) {
        return new DataException(fault, file.toString(), problem);
    }

    static DataException at(Path file, long line, DataFault fault, String problem) {
        return new DataException(fault, file + " line " + line, problem);
    }

    static DataException at(Path file, long line, String column, DataFault fault, String problem) {
        return new DataException(fault, file + " line " + line + ", column " + column, problem);
    }

    /** In a file that has rows but no lines. */
    public static DataException atRow(Path file, long row, String column, DataFault fault, String problem) {
        return new DataException(fault, file + " row " + row + ", column " + column, problem);
    }

    /** The same, where a line of the text we read is a row of a file without lines. */
    public DataException inRows() {
        return new DataException(fault, place.replace(" line ", " row "), problem);
    }

    public DataFault fault() {
        return fault;
    }

    /** File, line and column, as far as there are such. */
    public String place() {
        return place;
    }

    /** What is wrong, without place and fix. */
    public String problem() {
        return problem;
    }
}
