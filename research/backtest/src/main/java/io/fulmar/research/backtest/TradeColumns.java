package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.List;

/** Which column of a file of trades is which. */
final class TradeColumns {
    final int[] roles;

    /** The number of the first row's line. */
    final long line;

    static final int IGNORED = 0;
    static final int TIME = 1;
    static final int PRICE = 2;
    static final int QUANTITY = 3;
    static final int SIDE = 4;
    static final int BUYER_IS_MAKER = 5;
    static final int ID = 6;

    private static final List<List<String>> NAMES = List.of(
            List.of(),
            List.of("time", "transact_time", "timestamp", "ts", "datetime", "date"),
            List.of("price", "p"),
            List.of("quantity", "qty", "amount", "size", "q"),
            List.of("side"),
            List.of("is_buyer_maker", "isbuyermaker", "m"),
            List.of("agg_trade_id", "trade_id", "id", "a"));

    /** Binance's archive without headers, by how many cells there are and which of them is true or false. */
    private static final List<List<Integer>> BINANCE = List.of(
            List.of(ID, PRICE, QUANTITY, IGNORED, IGNORED, TIME, BUYER_IS_MAKER, IGNORED),
            List.of(ID, PRICE, QUANTITY, IGNORED, IGNORED, TIME, BUYER_IS_MAKER),
            List.of(ID, PRICE, QUANTITY, IGNORED, TIME, BUYER_IS_MAKER, IGNORED),
            List.of(ID, PRICE, QUANTITY, IGNORED, TIME, BUYER_IS_MAKER));

    private TradeColumns(int[] roles, long line) {
        this.roles = roles;
        this.line = line;
    }

    static TradeColumns look(CsvInput input, CsvHints hints) {
        var sniffer = new CsvSniffer(input, hints);
        var first = sniffer.firstCells(3);
        int[] roles;
        if (CsvNames.areValues(first) || first.stream().anyMatch(TradeColumns::isBoolean)) {
            roles = byPlace(first);
        } else {
            roles = byName(first);
            sniffer.next();
        }
        for (int role : new int[] {TIME, PRICE, QUANTITY}) {
            if (Arrays.stream(roles).noneMatch(each -> each == role)) {
                throw DataException.at(
                        input.file,
                        sniffer.line(),
                        DataFault.TRADE_COLUMNS,
                        "there is no column of " + NAMES.get(role).getFirst() + "s among " + String.join(", ", first));
            }
        }
        return new TradeColumns(roles, sniffer.line());
    }

    private static int[] byPlace(List<String> first) {
        for (List<Integer> known : BINANCE) {
            int maker = known.indexOf(BUYER_IS_MAKER);
            if (known.size() == first.size() && isBoolean(first.get(maker)) && !isBoolean(first.get(maker - 1))) {
                return known.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return new int[first.size()];
    }

    private static boolean isBoolean(String cell) {
        return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
    }

    private static int[] byName(List<String> header) {
        var names = header.stream().map(CsvNames::plain).toList();
        int[] roles = new int[names.size()];
        for (int role = TIME; role <= ID; role++) {
            for (String name : NAMES.get(role)) {
                int column = names.indexOf(name);
                if (column >= 0 && roles[column] == IGNORED) {
                    roles[column] = role;
                    break;
                }
            }
        }
        return roles;
    }
}
