package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.List;

/** Why a candidate is not worth a Monte Carlo: what luck alone makes too often. A candidate may fail several. */
public enum Gate {
    FEW_TRADES(1, "few-trades", "fewer closed trades than ask for a judgement"),
    ONE_TRADE_MATTERS(2, "one-trade-matters", "the best trade made too much of the gross profit"),
    FEW_TRADES_MATTER(4, "few-trades-matter", "nothing is left without the best trades"),
    DRAWDOWN(8, "drawdown", "the worst drawdown is too deep"),
    TOTAL_LOSS(16, "total-loss", "one trade, its costs stressed, lost all there was"),
    SHORT(32, "short", "the window is too short");

    /** Its place in a mask; stored with results, so it never changes. */
    private final int bit;

    private final String word;
    private final String sentence;

    Gate(int bit, String word, String sentence) {
        this.bit = bit;
        this.word = word;
        this.sentence = sentence;
    }

    /** As it stands in results, such as {@code few-trades}. */
    public String word() {
        return word;
    }

    public String sentence() {
        return sentence;
    }

    int bit() {
        return bit;
    }

    /** The gates of a mask as {@link Score#reasons} holds it. */
    public static List<Gate> of(int reasons) {
        List<Gate> gates = new ArrayList<>();
        for (Gate gate : values()) {
            if ((reasons & gate.bit) != 0) gates.add(gate);
        }
        return List.copyOf(gates);
    }
}
