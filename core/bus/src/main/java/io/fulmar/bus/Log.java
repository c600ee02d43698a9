package io.fulmar.bus;

import java.nio.ByteBuffer;

/**
 * An append-only sequence of records, the commit point of whoever writes it. One thread writes; what a record says is not the
 * log's business. In memory here, on disk or in a cluster elsewhere.
 */
public interface Log {
    /** Takes over: from now on only {@code epoch} may append. Refused unless it is higher than all before. */
    void claim(long epoch);

    /** Copies the bytes to the end and returns the record's sequence: 1, 2, 3 and so on without a gap. */
    long append(long epoch, byte[] bytes, int offset, int length);

    /** The sequence of the last record appended, 0 in an empty log. */
    long last();

    /** The sequence up to which records are durable: effects of these may leave the house. */
    long committed();

    /** Shows the records from that sequence on, in order, until there are no more or the reader has enough. */
    void read(long from, Reader reader);

    /** Sees records where they lie. */
    @FunctionalInterface
    interface Reader {
        /** The bytes, little endian, are lent until the call returns and must not be changed. Returns whether to go on. */
        boolean record(long sequence, ByteBuffer bytes, int offset, int length);
    }
}
