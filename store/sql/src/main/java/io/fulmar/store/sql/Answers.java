package io.fulmar.store.sql;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes what DuckDB answers: a JSON object a row, or columns for people. */
final class Answers {
    /** Rows that the widths of columns are taken from; later rows may be wider. */
    private static final int MEASURED = 1000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private Answers() {}

    static void json(ResultSet rows, Appendable out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        String[] keys = new String[columns.getColumnCount()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = quoted(columns.getColumnName(i + 1)) + ":";
        }
        StringBuilder line = new StringBuilder();
        while (rows.next()) {
            line.setLength(0);
            for (int i = 0; i < keys.length; i++) {
                line.append(i == 0 ? '{' : ',').append(keys[i]).append(json(rows, i + 1, columns.getColumnType(i + 1)));
            }
            out.append(line.append("}\n"));
        }
    }

    private static String json(ResultSet rows, int column, int type) throws SQLException {
        Object value = value(rows, column, type);
        return switch (value) {
            case Nothing _ -> "null";
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Float number -> Float.isFinite(number) ? number.toString() : "null";
            case BigDecimal number -> number.toPlainString();
            case Byte _, Short _, Integer _, Long _, BigInteger _, Boolean _ -> value.toString();
            default -> quoted(text(value));
        };
    }

    /** SQL's null. */
    private enum Nothing {
        NOTHING
    }

    private static Object value(ResultSet rows, int column, int type) throws SQLException {
        Object value = type == Types.TIMESTAMP ? rows.getObject(column, LocalDateTime.class) : rows.getObject(column);
        return value == null ? Nothing.NOTHING : value;
    }

    private static String text(Object value) {
        return switch (value) {
            case LocalDateTime time -> TIME.format(time) + "Z";
            case OffsetDateTime time -> TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
            case Date date -> date.toLocalDate().toString();
            default -> value.toString();
        };
    }

    static void table(ResultSet rows, Appendable out) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        int count = columns.getColumnCount();
        List<String[]> first = new ArrayList<>();
        String[] names = new String[count];
        int[] widths = new int[count];
        for (int i = 0; i < count; i++) {
            names[i] = columns.getColumnName(i + 1);
            widths[i] = names[i].length();
        }
        first.add(names);
        boolean more = rows.next();
        for (; more && first.size() < MEASURED; more = rows.next()) {
            String[] cells = cells(rows, columns, count);
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], cells[i].length());
            }
            first.add(cells);
        }
        for (String[] cells : first) {
            line(cells, widths, out);
        }
        for (; more; more = rows.next()) {
            line(cells(rows, columns, count), widths, out);
        }
    }

    private static String[] cells(ResultSet rows, ResultSetMetaData columns, int count) throws SQLException {
        String[] cells = new String[count];
        for (int i = 0; i < count; i++) {
            Object value = value(rows, i + 1, columns.getColumnType(i + 1));
            cells[i] = value instanceof Nothing ? "-" : text(value);
        }
        return cells;
    }

    private static void line(String[] cells, int[] widths, Appendable out) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : "  ").append(cells[i]);
            if (i < cells.length - 1) {
                out.append(" ".repeat(Math.max(0, widths[i] - cells[i].length())));
            }
        }
        out.append('\n');
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
