package io.fulmar.bus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * What a log says, in 64 hexadecimal digits of SHA-256. Only what happened counts: template, fixed fields and strings of the chosen
 * events in their order. The envelope does not, so that a second run at another hour, or with more events in between, compares equal.
 */
public final class Hashes {
    private static final int PREFIX = 6;

    private Hashes() {}

    /** Of all events of the chosen templates. */
    public static String of(Log log, Predicate<Template> chosen) {
        return of(log, 1, Long.MAX_VALUE, chosen);
    }

    /** Of those from one sequence to another, both included. */
    public static String of(Log log, long from, long until, Predicate<Template> chosen) {
        var digest = sha256();
        var codec = new Codec();
        var prefix = ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN);
        log.read(from, (sequence, bytes, offset, length) -> {
            if (sequence > until) {
                return false;
            }
            var template = codec.check(bytes, offset, length);
            if (chosen.test(template)) {
                prefix.putShort(0, (short) template.id()).putInt(2, length - Codec.BODY);
                digest.update(prefix.array());
                digest.update(bytes.slice(offset + Codec.BODY, length - Codec.BODY));
            }
            return true;
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of what was decided: orders intended, cancels and amends asked, and how far the market had been read for each. */
    public static String ofDecisions(Log log) {
        return of(log, Template::decision);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
