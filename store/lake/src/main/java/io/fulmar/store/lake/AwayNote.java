package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The note that lies in the place of a file which is away, under its name with an ending. While both are there the file counts, so that
 * a stop between writing the one and taking the other leaves nothing in doubt.
 */
final class AwayNote {
    static final String ENDING = ".away";
    private static final String HEAD = "fulmar lake file away 1";

    private AwayNote() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** The file itself, or what can be fetched in its place. */
    static Path located(Path file, AwayFiles away) throws IOException {
        return Files.exists(file) ? file : read(file).map(away::fetch).orElse(file);
    }

    /** What the note for this file says; empty when there is none. */
    static Optional<Away> read(Path file) throws IOException {
        Path note = of(file);
        String text;
        try {
            text = Files.readString(note, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int end = text.lastIndexOf("sum\t");
        try {
            if (end < 0 || !text.startsWith(HEAD + "\n") || !text.substring(end).equals(sum(text.substring(0, end)))) {
                throw new IllegalArgumentException("its checksum does not hold");
            }
            String[] words = text.substring(HEAD.length() + 1, end - 1).split("\t", -1);
            return Optional.of(new Away(words[0], words[1], Long.parseLong(words[2]), words[3]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw LakeException.damaged(note, "the note about a file that is away cannot be read: " + e.getMessage());
        }
    }

    /** The note is on the disk when this returns. */
    static void write(Disk disk, Path file, Away away) throws IOException {
        String text =
                HEAD + "\n" + String.join("\t", away.place(), away.endpoint(), "" + away.bytes(), away.sha256()) + "\n";
        Path next = file.resolveSibling(of(file).getFileName() + DatasetFolder.UNFINISHED);
        try (Disk.Growing out = disk.open(next)) {
            out.cut(0);
            out.append(ByteBuffer.wrap((text + sum(text)).getBytes(StandardCharsets.UTF_8)));
            out.force();
        }
        disk.rename(next, of(file));
    }

    private static String sum(String text) {
        return "sum\t" + Checksums.text(Checksums.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))) + "\n";
    }
}
