package io.fulmar.research.sweep;

import io.fulmar.store.lake.Disk;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code units.log}: the results of a sweep's units in the order in which they were done. It only grows; each frame is on the disk
 * before the next begins, so that only the last can be torn. A torn one is cut off, its unit is done again.
 */
final class UnitsLog implements AutoCloseable {
    private static final byte[] MAGIC = "FULMAR-UNITS-1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;
    static final int START = MAGIC.length + ID_BYTES;

    /** Where a unit's rows lie. */
    record Place(int unit, int refused, long at, int rows) {}

    /** Shown every whole frame of a log. */
    interface Visitor {
        void see(Place place, ByteBuffer rows);
    }

    private final Disk.Growing file;

    private UnitsLog(Disk.Growing file) {
        this.file = file;
    }

    /** Opens the log for more frames, of that sweep only; a torn end is cut off. {@code end} is where {@link #scan} stopped. */
    static UnitsLog open(Disk disk, Path folder, Path path, String sweep, long end) throws IOException {
        Disk.Growing file = disk.open(path);
        try {
            if (end < START) {
                file.cut(0);
                file.append(ByteBuffer.wrap(start(sweep)));
                file.force();
                disk.forceFolder(folder);
            } else if (file.size() > end) {
                file.cut(end);
                file.force();
            }
            return new UnitsLog(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static byte[] start(String sweep) {
        byte[] start = Arrays.copyOf(MAGIC, START);
        byte[] id = sweep.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(id, 0, start, MAGIC.length, ID_BYTES);
        return start;
    }

    /** Returns when the frame is on the disk. */
    void append(Frame frame) throws IOException {
        file.append(frame.bytes());
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Shows every whole frame; returns where the last one ends, 0 when not even the log's start is there. */
    static long scan(Path path, String sweep, Visitor visitor) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            byte[] start = new byte[START];
            if (in.length() < START) {
                return 0;
            }
            in.readFully(start);
            if (!Arrays.equals(start, start(sweep))) {
                throw damaged(path, 0, "it belongs to another sweep, or to another version");
            }
            return frames(in, path, visitor);
        }
    }

    private static long frames(RandomAccessFile in, Path path, Visitor visitor) throws IOException {
        byte[] bytes = new byte[Frame.HEAD];
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = START;
        while (in.length() - at >= Frame.HEAD) {
            in.seek(at);
            in.readFully(bytes);
            int length = head.getInt(Integer.BYTES);
            long unit = head.getLong(2 * Integer.BYTES);
            boolean whole = head.getInt(0) == Frame.MARK
                    && length >= 0
                    && length % Row.BYTES == 0
                    && length <= in.length() - at - Frame.HEAD;
            byte[] rows = whole ? read(in, length) : new byte[0];
            if (!whole || !Frame.fits(bytes, rows)) {
                onlyAtTheEnd(in, path, at);
                return at;
            }
            Place place = new Place(
                    Math.toIntExact(unit), head.getInt(4 * Integer.BYTES), at + Frame.HEAD, length / Row.BYTES);
            visitor.see(place, ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN));
            at += Frame.HEAD + length;
        }
        return at;
    }

    private static byte[] read(RandomAccessFile in, int length) throws IOException {
        byte[] rows = new byte[length];
        try {
            in.readFully(rows);
        } catch (EOFException e) {
            return new byte[0]; // cut by its writer between two looks
        }
        return rows;
    }

    /** A frame that is not whole may be the last one only: one in the middle was changed by somebody. */
    private static void onlyAtTheEnd(RandomAccessFile in, Path path, long at) throws IOException {
        in.seek(at + 1);
        byte[] rest = new byte[(int) Math.min(in.length() - at - 1, 1 << 24)];
        in.readFully(rest);
        ByteBuffer words = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + Frame.HEAD <= rest.length; i++) {
            if (words.getInt(i) != Frame.MARK) {
                continue;
            }
            int length = words.getInt(i + Integer.BYTES);
            if (length < 0 || length > rest.length - i - Frame.HEAD) {
                continue;
            }
            byte[] head = Arrays.copyOfRange(rest, i, i + Frame.HEAD);
            if (Frame.fits(head, Arrays.copyOfRange(rest, i + Frame.HEAD, i + Frame.HEAD + length))) {
                throw damaged(path, at, "a frame in the middle does not match its checksum");
            }
        }
    }

    static SweepException damaged(Path path, long at, String why) {
        return new SweepException(
                SweepException.Fault.DAMAGED,
                path + " is damaged at byte " + at + ": " + why,
                "restore the file from a copy, or begin the sweep anew in another folder");
    }

    /** Where the frames of all units lie, one a unit; frames of one unit must be equal. Ends a list by the place of the log's end. */
    static List<Place> places(Path path, String sweep) throws IOException {
        List<Place> places = new ArrayList<>();
        scan(path, sweep, (place, rows) -> places.add(place));
        return places;
    }
}
