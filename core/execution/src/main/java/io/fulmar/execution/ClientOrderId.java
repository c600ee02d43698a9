package io.fulmar.execution;

/**
 * The name an order carries to a venue: 128 bits that no other desk, epoch or order has, as 26 characters of Crockford's base 32. Their
 * order as text is their order as numbers.
 *
 * @param desk 32 bits
 * @param epoch 32 bits, so a venue can tell a zombie's order from its successor's
 * @param sequence the order's id at its desk
 */
public record ClientOrderId(long desk, long epoch, long sequence) implements Comparable<ClientOrderId> {
    public static final int LENGTH = 26;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int DIGIT_MASK = 31;
    private static final long PART_MAX = 0xffff_ffffL;

    public ClientOrderId {
        if (desk < 0 || desk > PART_MAX || epoch < 0 || epoch > PART_MAX || sequence < 0) {
            throw new IllegalArgumentException(
                    "desk " + desk + " and epoch " + epoch + " need 32 bits each, sequence " + sequence + " 63");
        }
    }

    /** Reads what {@link #toString} writes, in either case; {@link IllegalArgumentException} for anything else. */
    public static ClientOrderId parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a client order id of " + LENGTH + " characters");
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(upper(text.charAt(i)));
            if (digit < 0 || high >>> (Long.SIZE - BITS) != 0) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a client order id: see character " + (i + 1));
            }
            high = high << BITS | low >>> (Long.SIZE - BITS);
            low = low << BITS | digit;
        }
        return new ClientOrderId(high >>> Integer.SIZE, high & PART_MAX, low);
    }

    @Override
    public int compareTo(ClientOrderId other) {
        int byDesk = Long.compare(desk, other.desk);
        int byEpoch = byDesk != 0 ? byDesk : Long.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        long high = desk << Integer.SIZE | epoch;
        long low = sequence;
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) low & DIGIT_MASK);
            low = low >>> BITS | high << (Long.SIZE - BITS);
            high >>>= BITS;
        }
        return new String(text);
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }
}
