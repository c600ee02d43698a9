package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Refusal;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events as lines, and two outcomes compared line by line. */
final class Events {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");

    private Events() {}

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String line(Fill f) {
        String side = f.side().name().toLowerCase(Locale.ROOT);
        String kind = f.kind().name().toLowerCase(Locale.ROOT);
        return "fill " + f.bar() + " " + side + " " + plain(f.quantity()) + " at " + plain(f.price()) + " " + kind
                + " fee " + plain(f.fee());
    }

    static String line(Trade t) {
        String side = t.side() == Side.BUY ? "long" : "short";
        return "trade " + t.entryBar() + "-" + t.exitBar() + " " + side + " " + plain(t.quantity()) + " from "
                + plain(t.entryPrice()) + " to " + plain(t.exitPrice()) + " pnl " + plain(t.pnl());
    }

    static String line(Refusal r) {
        return "refused " + r.bar() + " " + r.reason();
    }

    /** Everything two engines must agree on to the last digit, in the order of its importance. */
    private static List<String> lines(Outcome o) {
        List<String> lines = new ArrayList<>();
        o.fills().forEach(f -> lines.add(line(f)));
        o.refusals().forEach(r -> lines.add(line(r)));
        o.trades().forEach(t -> lines.add(line(t)));
        for (int i = 0; i < o.equity().size(); i++)
            lines.add("equity " + i + " " + plain(o.equity().get(i)));
        lines.add("cash " + plain(o.cash()) + " position " + plain(o.position()) + " fees " + plain(o.fees()));
        lines.add("cancelled " + o.cancelled());
        return lines;
    }

    /** The first few lines in which two outcomes differ; empty when they agree. */
    static List<String> differences(Outcome expected, Outcome actual) {
        List<String> left = lines(expected);
        List<String> right = lines(actual);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()) && found.size() < 3; i++) {
            String want = i < left.size() ? left.get(i) : "nothing";
            String have = i < right.size() ? right.get(i) : "nothing";
            if (!want.equals(have)) found.add("expected " + want + " but was " + have);
        }
        if (apart(expected.netReturn(), actual.netReturn())) found.add("netReturn");
        if (apart(expected.maxDrawdown(), actual.maxDrawdown())) found.add("maxDrawdown");
        boolean counted = expected.overdrawn() >= 0 && actual.overdrawn() >= 0;
        if (counted && expected.overdrawn() != actual.overdrawn()) found.add("overdrawn");
        return found;
    }

    private static boolean apart(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(TOLERANCE) > 0;
    }
}
