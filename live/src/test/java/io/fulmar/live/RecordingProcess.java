package io.fulmar.live;

import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Records trades as fast as it can until it is killed, and notes in a mapped file, which outlives it, how many it was told. */
final class RecordingProcess {
    static final Recorder.Bounds BOUNDS = new Recorder.Bounds(1_000, 300);

    private RecordingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long[] now = {MadeUpFeed.START};
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("told"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                Recorder recorder = new Recorder(Lake.open(folder), MadeUpFeed.MARKETS, BOUNDS, () -> now[0])) {
            ByteBuffer told = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            for (long id = 1; id < Long.MAX_VALUE; id++) {
                now[0] += 1_000;
                recorder.trade(0, now[0], now[0], 1, id, 1, id);
                told.putLong(0, id);
            }
        }
    }
}
