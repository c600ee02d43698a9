package io.fulmar.research.sweep;

import io.fulmar.research.robustness.TrialLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * {@code trials.log}: what was ever tried, by whichever command, in the order in which it was tried. It only grows: a frame (mark, length, checksum, the
 * bytes of a {@link TrialLedger}) for whoever tried something new. A crash can tear the last frame alone, which the next writer cuts off. Several
 * processes may write: each holds a lock while it does.
 */
public final class TrialLog {
    /** Its name beside the folders of sweeps and backtests. */
    public static final String NAME = "trials.log";

    private static final int MARK = 0x4C545246;
    private static final int HEAD = 3 * Integer.BYTES;
    private static final int FRAME_MAX = 1 << 28;

    private TrialLog() {}

    /** All that is in the log; nothing where there is none. */
    public static TrialLedger read(Path file) {
        TrialLedger all = new TrialLedger();
        if (!Files.exists(file)) {
            return all;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            scan(channel, file, all);
            return all;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Adds what is not there yet and returns when it is on the disk; whether anything was added. */
    public static boolean append(Path file, TrialLedger more) {
        try (SharedLog log = SharedLog.open(file)) {
            TrialLedger all = new TrialLedger();
            long end = scan(log.channel(), file, all);
            if (all.covers(more)) {
                return false;
            }
            byte[] bytes = more.bytes();
            ByteBuffer frame = ByteBuffer.allocate(HEAD + bytes.length);
            frame.putInt(MARK).putInt(bytes.length).putInt(checksum(bytes)).put(bytes);
            log.append(end, frame.array());
            return true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Takes in every whole frame; returns where the last one ends. */
    private static long scan(FileChannel channel, Path file, TrialLedger into) throws IOException {
        long size = channel.size();
        long at = 0;
        while (size - at >= HEAD) {
            ByteBuffer head = read(channel, at, HEAD);
            int mark = head.getInt();
            int length = head.getInt();
            int sum = head.getInt();
            boolean whole = mark == MARK && length >= 0 && length <= FRAME_MAX && length <= size - at - HEAD;
            byte[] bytes = whole ? read(channel, at + HEAD, length).array() : new byte[0];
            if (!whole || checksum(bytes) != sum) {
                if (whole && at + HEAD + length < size) {
                    throw damaged(file, at);
                }
                return at;
            }
            into.merge(TrialLedger.read(bytes));
            at += HEAD + length;
        }
        return at;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, at + bytes.position());
        }
        return bytes.flip().limit(length);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static SweepException damaged(Path file, long at) {
        return new SweepException(
                SweepException.Fault.DAMAGED,
                file + " is damaged at byte " + at + ": a frame does not match its checksum",
                "restore the file from a copy, or move it away: what was tried before is then no longer known");
    }

    private static SweepException unwritable(Path file, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new SweepException(
                SweepException.Fault.UNWRITABLE,
                "the ledger of trials " + file + " cannot be used: " + why,
                "name another file: --trials FILE",
                e);
    }
}
