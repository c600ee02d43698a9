package io.fulmar.live;

import io.fulmar.market.Impossible;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which messages lie that were refused, each with its reason and its bytes as they came: where it stood, the reason, what was
 * wrong, how many bytes, and the bytes, with tabs between and an end of line behind. It holds a stated number of bytes at most; what
 * no longer fits is counted. There is no file while nothing was refused.
 */
final class Quarantine implements AutoCloseable {
    /** What a capture's file may hold. */
    static final long BYTES_USUAL = 64L << 20;

    private final Path file;
    private final long bytesMax;
    private Optional<OutputStream> out = Optional.empty();
    private long bytes;
    private long kept;
    private long dropped;

    /** A file of an earlier try goes: it is about the same messages. */
    Quarantine(Path file, long bytesMax) throws IOException {
        this.file = file;
        this.bytesMax = bytesMax;
        Files.deleteIfExists(file);
    }

    void keep(long line, Impossible reason, String detail, byte[] raw, int from, int to) throws IOException {
        byte[] head =
                (line + "\t" + reason + "\t" + detail + "\t" + (to - from) + "\t").getBytes(StandardCharsets.UTF_8);
        long size = head.length + (to - from) + 1L;
        if (size > bytesMax - bytes) {
            dropped++;
            return;
        }
        OutputStream stream = open();
        stream.write(head);
        stream.write(raw, from, to - from);
        stream.write('\n');
        bytes += size;
        kept++;
    }

    private OutputStream open() throws IOException {
        if (out.isEmpty()) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            out = Optional.of(new BufferedOutputStream(Files.newOutputStream(file)));
        }
        return out.get();
    }

    /** Where they lie; empty when nothing was refused. */
    Optional<Path> file() {
        return kept == 0 ? Optional.empty() : Optional.of(file);
    }

    long kept() {
        return kept;
    }

    /** Refused messages for which there was no room. */
    long dropped() {
        return dropped;
    }

    @Override
    public void close() throws IOException {
        if (out.isPresent()) {
            out.get().close();
        }
    }
}
