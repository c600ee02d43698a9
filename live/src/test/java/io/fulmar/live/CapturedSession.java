package io.fulmar.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What Binance may say of BTCUSDT for a while, made up: trades, best prices, a snapshot of the book and its changes, each heard 5 ms later. */
final class CapturedSession {
    static final long MILLI = 1_000_000L;
    static final long START_MILLIS = 1_740_873_000_000L;

    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private long millis = START_MILLIS;
    private long trade = 1_000;
    private long update = 50_000;

    CapturedSession(long seed) {
        random = new SplittableRandom(seed);
    }

    /** So many lines, the first of them a snapshot. */
    static List<String> lines(long seed, int count) {
        CapturedSession session = new CapturedSession(seed);
        session.say(snapshot(session.millis, session.update));
        while (session.lines.size() < count) {
            session.millis += session.random.nextInt(1, 40);
            session.one();
        }
        return session.lines;
    }

    private void one() {
        int tenths = random.nextInt(100, 900);
        switch (random.nextInt(3)) {
            case 0 -> say(trade(millis, ++trade, "6300" + tenths / 100 + "." + tenths % 10, "0.0" + tenths));
            case 1 -> say(best(millis, "63000.1", "63000." + random.nextInt(2, 10)));
            default -> {
                long before = update;
                update += random.nextInt(1, 50);
                say(depth(millis, before, update, "62990." + random.nextInt(10), "63100.0"));
            }
        }
    }

    private void say(String message) {
        lines.add(heard(millis + 5, message));
    }

    static String heard(long millis, String message) {
        return millis * MILLI + " " + message;
    }

    static String trade(long millis, long id, String price, String quantity) {
        return ("{'e':'aggTrade','E':%d,'s':'BTCUSDT','a':%d,'p':'%s','q':'%s','f':%d,'l':%d,'T':%d,'m':%s}")
                .formatted(millis + 2, id, price, quantity, 2 * id, 2 * id + 1, millis, id % 2 == 0)
                .replace('\'', '"');
    }

    static String best(long millis, String bid, String ask) {
        return ("{'e':'bookTicker','u':%d,'s':'BTCUSDT','b':'%s','B':'1.5','a':'%s','A':'2.25','T':%d,'E':%d}")
                .formatted(millis, bid, ask, millis, millis + 1)
                .replace('\'', '"');
    }

    static String depth(long millis, long before, long update, String bid, String ask) {
        return ("{'e':'depthUpdate','E':%d,'T':%d,'s':'BTCUSDT','U':%d,'u':%d,'pu':%d,'b':[['%s','0.5']],'a':[['%s','0.000']]}")
                .formatted(millis + 1, millis, before + 1, update, before, bid, ask)
                .replace('\'', '"');
    }

    static String snapshot(long millis, long update) {
        return "{'lastUpdateId':%d,'E':%d,'T':%d,'bids':[['63000.0','1'],['62999.5','2']],'asks':[['63000.5','3']]}"
                .formatted(update, millis, millis)
                .replace('\'', '"');
    }
}
