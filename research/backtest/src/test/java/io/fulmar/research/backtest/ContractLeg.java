package io.fulmar.research.backtest;

import java.math.BigInteger;

/** One side's position and orders, for the slow twin of contracts. */
final class ContractLeg {
    long lots;
    BigInteger cost = BigInteger.ZERO;
    BigInteger margin = BigInteger.ZERO;
    long stop;
    boolean leaving;
    String wish = "";
    long wishLots;
    long wishStop;

    /** The fill at this open left no margin. */
    boolean arrivedDead;

    boolean open() {
        return lots != 0;
    }
}
