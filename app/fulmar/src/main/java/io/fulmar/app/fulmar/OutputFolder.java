package io.fulmar.app.fulmar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where results go. They are written into a hidden folder beside the wanted one, which takes its place at the very end:
 * who looks sees the old results or the new ones, never half of them. Only results of ours are replaced.
 *
 * <pre>{@code
 * try (OutputFolder out = OutputFolder.claim(folder)) {
 *     out.write("trades.csv", stream -> ...);
 *     out.finish();
 * }   // without finish() nothing stays
 * }</pre>
 */
final class OutputFolder implements AutoCloseable {
    private static final String MARK = "\"engine\":\"fulmar";
    private static final int MARK_BYTES_MAX = 1 << 16;

    /** Writes one file's content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path target;
    private final Path partial;
    private final List<Path> parentsMade;
    private final Thread onExit;
    private boolean finished;

    private OutputFolder(Path target, Path partial, List<Path> parentsMade) {
        this.target = target;
        this.partial = partial;
        this.parentsMade = parentsMade;
        this.onExit = new Thread(this::removePartial, "remove unfinished results");
    }

    /** Checks that the folder may be replaced, before any work is done, and makes the hidden one. */
    static OutputFolder claim(Path wanted) {
        Path target = wanted.toAbsolutePath().normalize();
        try {
            if (Files.exists(target)) {
                target = target.toRealPath();
                refuseForeign(wanted, target);
            }
            Path parent = target.getParent();
            Path name = target.getFileName();
            if (parent == null || name == null) throw foreign(wanted, "it is the root of the file system");
            List<Path> missing = missing(parent);
            Files.createDirectories(parent);
            String hidden = "." + name + ".partial-" + ProcessHandle.current().pid();
            Path partial = parent.resolve(hidden);
            Folders.remove(partial);
            OutputFolder folder = new OutputFolder(target, Files.createDirectory(partial), missing);
            Runtime.getRuntime().addShutdownHook(folder.onExit);
            return folder;
        } catch (IOException e) {
            throw cannotWrite(wanted, e);
        }
    }

    /** The folders on the way that are not there, innermost first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) missing.add(at);
        return missing;
    }

    private static void refuseForeign(Path wanted, Path target) throws IOException {
        if (!Files.isDirectory(target)) throw foreign(wanted, "it is a file");
        if (Folders.isEmpty(target)) return;
        Path run = target.resolve("run.json");
        if (!Files.isRegularFile(run)) throw foreign(wanted, "it has files and no run.json");
        try (InputStream in = Files.newInputStream(run)) {
            String start = new String(in.readNBytes(MARK_BYTES_MAX), StandardCharsets.UTF_8);
            if (!start.replace(" ", "").contains(MARK)) throw foreign(wanted, "its run.json is not ours");
        }
    }

    private static Failure foreign(Path wanted, String why) {
        return new Failure(ErrorCode.OUTPUT_HOLDS_SOMETHING_ELSE, "--out " + wanted + " holds something else: " + why)
                .help("only an empty folder or an earlier result is replaced; choose another folder");
    }

    /** The hidden folder, for those who write files on their own. */
    Path path() {
        return partial;
    }

    void write(String name, Content content) {
        try (OutputStream out = Files.newOutputStream(partial.resolve(name))) {
            content.writeTo(out);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** Puts the results in their place. */
    void finish() {
        Path old = partial.resolveSibling(partial.getFileName() + ".old");
        try {
            boolean replaces = Files.exists(target);
            if (replaces) Files.move(target, old);
            try {
                Files.move(partial, target);
            } catch (IOException e) {
                if (replaces) Files.move(old, target);
                throw e;
            }
            finished = true;
            Folders.remove(old);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no folder can be made there";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** What to tell when writing into the folder failed. */
    static Failure cannotWrite(Path folder, IOException e) {
        String why = reason(e);
        Failure failure = new Failure(
                ErrorCode.OUTPUT_CANNOT_BE_WRITTEN, "the results cannot be written to " + folder + ": " + why);
        return why.contains("No space left")
                ? failure.help("free some space on that disk, or choose another with --out; nothing was left behind")
                : failure.help("choose a folder you may write to with --out; nothing was left behind");
    }

    @Override
    public void close() {
        removePartial();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            finished = true; // the program is ending already, and the hook does the same
        }
    }

    private void removePartial() {
        if (finished) return;
        try {
            Folders.remove(partial);
            for (Path parent : parentsMade) {
                if (!Files.isDirectory(parent) || !Folders.isEmpty(parent)) break;
                Files.delete(parent);
            }
        } catch (IOException e) {
            System.err.println("warning: unfinished results stay in " + partial);
        }
    }
}
