package io.fulmar.execution;

/** The bar a venue inside the desk's own time is looking at: a cursor, valid during the call. Prices in ticks. */
public interface CurrentBar {
    long instrument();

    long openTime();

    long closeTime();

    long open();

    long high();

    long low();

    long close();

    double volume();
}
