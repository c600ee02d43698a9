package io.fulmar.store.lake;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of one kind as columns, so many that they fit into memory. Times, whole numbers and flags are longs, all else doubles; what is
 * undefined is NaN.
 *
 * <p>The column methods hand out the arrays themselves, valid up to {@link #size()}. Whoever fills them by column says the
 * {@link #size(int)} at the end; the methods named after a kind add one row.
 */
public final class Rows {
    /** Rows of a batch, here and in files. */
    public static final int BATCH = 65_536;

    /** The number of a bar's trades when nobody counted them; null in the file. */
    public static final long UNKNOWN = -1;

    // ---- flags of a bar ----

    /** Data was missing while the bar was built. */
    public static final int INCOMPLETE = 1;

    /** Made by a repair, not by trading. */
    public static final int REPAIRED = 2;

    /** A price was moved to the nearest decimal when it was imported. */
    public static final int SNAPPED = 4;

    private static final int ROOM_FIRST = 1_024;

    private final Kind kind;
    private final long[][] wholes;
    private final double[][] numbers;
    private final boolean[] isNumber;
    private final int capacity;
    private int size;

    public Rows(Kind kind) {
        this(kind, BATCH);
    }

    public Rows(Kind kind, int capacity) {
        this(kind, capacity, capacity);
    }

    private Rows(Kind kind, int capacity, int room) {
        List<ArrowField> fields = kind.fields();
        this.kind = kind;
        this.capacity = capacity;
        wholes = new long[fields.size()][];
        numbers = new double[fields.size()][];
        isNumber = new boolean[fields.size()];
        for (int i = 0; i < wholes.length; i++) {
            isNumber[i] = fields.get(i).type() == ArrowField.Type.FLOAT64;
            wholes[i] = new long[isNumber[i] ? 0 : room];
            numbers[i] = new double[isNumber[i] ? room : 0];
        }
    }

    /** Of a batch at most, with memory for no more than there are. */
    static Rows growing(Kind kind) {
        return new Rows(kind, BATCH, ROOM_FIRST);
    }

    private void reach(int rows) {
        int room = wholes[0].length;
        if (rows > room) {
            int wider = Math.min(capacity, Math.max(rows, 2 * room));
            for (int i = 0; i < wholes.length; i++) {
                wholes[i] = Arrays.copyOf(wholes[i], isNumber[i] ? 0 : wider);
                numbers[i] = Arrays.copyOf(numbers[i], isNumber[i] ? wider : 0);
            }
        }
    }

    public Kind kind() {
        return kind;
    }

    public int capacity() {
        return capacity;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == capacity;
    }

    /** There are so many rows now; their columns are filled. */
    public void size(int now) {
        if (now < 0 || now > capacity) {
            throw new IllegalArgumentException(now + " rows in a room for " + capacity);
        }
        reach(now);
        size = now;
    }

    public void clear() {
        size = 0;
    }

    /** Nanoseconds since 1970 UTC; a bar's is when it opens. */
    public long[] times() {
        return wholes[0];
    }

    /** A column of doubles. */
    public double[] numbers(String column) {
        return numbers(Columns.indexOf(kind, column));
    }

    /** A column of whole numbers. */
    public long[] wholes(String column) {
        return wholes(Columns.indexOf(kind, column));
    }

    /** By the column's place; empty where it holds whole numbers. */
    public double[] numbers(int column) {
        return numbers[column];
    }

    /** By the column's place; empty where it holds doubles. */
    public long[] wholes(int column) {
        return wholes[column];
    }

    int columns() {
        return wholes.length;
    }

    /** Adds a bar; {@code quoteVolume} is NaN where it is not known, and so is the number of trades until {@link #told}. */
    public void candle(
            long time, double open, double high, double low, double close, double volume, double quoteVolume) {
        wholes[0][size] = time;
        numbers[1][size] = open;
        numbers[2][size] = high;
        numbers[3][size] = low;
        numbers[4][size] = close;
        numbers[5][size] = volume;
        numbers[6][size] = quoteVolume;
        wholes[7][size] = UNKNOWN;
        wholes[8][size] = 0;
        size++;
    }

    /** The bar added last had so many trades, or {@link #UNKNOWN}, and these flags. */
    public void told(long trades, int flags) {
        wholes[7][size - 1] = trades;
        wholes[8][size - 1] = flags;
    }

    /** Adds a trade; {@code side} is 1 where a buyer took, -1 where a seller did, 0 where nobody knows. */
    public void trade(long time, long received, double price, double quantity, int side, long id) {
        wholes[0][size] = time;
        wholes[1][size] = received;
        numbers[2][size] = price;
        numbers[3][size] = quantity;
        wholes[4][size] = side;
        wholes[5][size] = id;
        size++;
    }

    /** Adds a quote. */
    public void quote(long time, long received, double bid, double bidQuantity, double ask, double askQuantity) {
        wholes[0][size] = time;
        wholes[1][size] = received;
        numbers[2][size] = bid;
        numbers[3][size] = bidQuantity;
        numbers[4][size] = ask;
        numbers[5][size] = askQuantity;
        size++;
    }

    /** Adds a change of the book; {@code event} is one of market data's kinds with its marks. */
    public void book(long time, long received, int event, double price, double quantity, long sequence) {
        wholes[0][size] = time;
        wholes[1][size] = received;
        wholes[2][size] = event;
        numbers[3][size] = price;
        numbers[4][size] = quantity;
        wholes[5][size] = sequence;
        size++;
    }

    /** Adds a settlement of funding; {@code mark} is NaN where it is not known. */
    public void funding(long time, double rate, double mark) {
        pair(time, rate, mark);
    }

    /** Adds a mark price; {@code index} is NaN where it is not known. */
    public void mark(long time, double mark, double index) {
        pair(time, mark, index);
    }

    private void pair(long time, double first, double second) {
        wholes[0][size] = time;
        numbers[1][size] = first;
        numbers[2][size] = second;
        size++;
    }

    /** The first row, from that one on, that is not before this time. */
    int firstAtOrAfter(long time, int from) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wholes[0][middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Copies rows of another of the same kind to the end of this one. */
    void append(Rows from, int first, int count) {
        reach(size + count);
        for (int i = 0; i < wholes.length; i++) {
            if (!isNumber[i]) {
                System.arraycopy(from.wholes[i], first, wholes[i], size, count);
            } else {
                System.arraycopy(from.numbers[i], first, numbers[i], size, count);
            }
        }
        size += count;
    }
}
