package io.fulmar.store.sql;

import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.LakeException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Where the process begins that the command line starts for SQL and Parquet. The first word says what is wanted; what the answer is goes
 * to stdout, what is wrong to stderr.
 */
public final class SqlProcess {
    /** The query or the file is refused; stderr says why. */
    public static final int REFUSED = 3;

    /** The lake cannot be read; stderr says why. */
    public static final int LAKE = 4;

    private static final int BUFFER = 1 << 16;

    private SqlProcess() {}

    /** {@code json|table LAKE QUERY}, {@code write LAKE QUERY FILE.parquet} and more of the last two, or {@code feather FILE.parquet FILE.feather}. */
    public static void main(String[] words) throws IOException {
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = 0;
        try (LakeSql sql = LakeSql.open();
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
                        BUFFER)) {
            run(sql, words, out);
        } catch (SQLException e) {
            errors.println(cause(e));
            code = REFUSED;
        }
        System.exit(code);
    }

    private static String cause(SQLException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof LakeException) {
                return String.valueOf(at.getMessage());
            }
        }
        return String.valueOf(e.getMessage());
    }

    private static void run(LakeSql sql, String[] words, Writer out) throws SQLException, IOException {
        switch (words[0]) {
            case "json", "table" -> {
                sql.show(Lake.open(Path.of(words[1])), words[2]);
                sql.shut();
                boolean json = words[0].equals("json");
                sql.ask(words[2], rows -> {
                    if (json) {
                        Answers.json(rows, out);
                    } else {
                        Answers.table(rows, out);
                    }
                });
            }
            case "write" -> {
                Lake lake = Lake.open(Path.of(words[1]));
                List<DatasetState> catalogue = lake.catalogue();
                for (int i = 2; i < words.length; i += 2) {
                    sql.show(lake, catalogue, words[i]);
                    ParquetFiles.write(sql, words[i], Path.of(words[i + 1]));
                }
            }
            case "feather" -> ParquetFiles.toFeather(sql, Path.of(words[1]), Path.of(words[2]));
            default -> throw new SQLException("nothing is called " + words[0]);
        }
    }
}
