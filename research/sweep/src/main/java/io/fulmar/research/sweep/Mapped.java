package io.fulmar.research.sweep;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The rows of {@code units.log} in the order of their combinations, whatever the order of the frames; memory is one cursor a frame. */
final class Mapped {
    private Mapped() {}

    private static final class Cursor {
        private final MemorySegment rows;
        private final long end;
        private long at;
        private Row row;

        Cursor(MemorySegment rows) {
            this.rows = rows;
            this.end = rows.byteSize();
            this.row = read(0);
        }

        private Row read(long from) {
            return Row.get(rows.asSlice(from, Row.BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN));
        }

        boolean advance() {
            at += Row.BYTES;
            if (at == end) {
                return false;
            }
            row = read(at);
            return true;
        }
    }

    /** Shows each combination once. Two rows of one combination must be equal, since a combination has one result. */
    static void inOrder(Path log, List<UnitsLog.Place> places, Consumer<Row> consumer) throws IOException {
        try (FileChannel channel = FileChannel.open(log);
                Arena arena = Arena.ofConfined()) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            PriorityQueue<Cursor> cursors =
                    new PriorityQueue<>((a, b) -> Long.compare(a.row.combination(), b.row.combination()));
            for (UnitsLog.Place place : places) {
                if (place.rows() > 0) {
                    cursors.add(new Cursor(file.asSlice(place.at(), (long) place.rows() * Row.BYTES)));
                }
            }
            merge(log, cursors, consumer);
        }
    }

    private static void merge(Path log, PriorityQueue<Cursor> cursors, Consumer<Row> consumer) {
        Row last = null;
        for (Cursor first = cursors.poll(); first != null; first = cursors.poll()) {
            Row row = first.row;
            if (last == null || last.combination() != row.combination()) {
                consumer.accept(row);
                last = row;
            } else if (!last.equals(row)) {
                throw UnitsLog.damaged(log, 0, "combination " + row.combination() + " has two different results");
            }
            if (first.advance()) {
                cursors.add(first);
            }
        }
    }
}
