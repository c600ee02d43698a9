package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strategy's file as it was read, once: what is compiled, hashed and shown in errors is the same text.
 *
 * @param codeHash SHA-256 of the file's bytes
 */
record StrategySource(TextFile text, String codeHash) {
    private static final long BYTES_MAX = 1 << 20;

    /** The files in their order; one that is there twice is read once. Two files of one name are refused. */
    static List<StrategySource> read(List<Path> files) {
        Map<Path, StrategySource> read = new LinkedHashMap<>();
        List<StrategySource> sources = new ArrayList<>();
        for (Path file : files) sources.add(read.computeIfAbsent(real(file), ignored -> read(file)));
        Map<String, StrategySource> names = new HashMap<>();
        for (StrategySource source : read.values()) {
            StrategySource other = names.putIfAbsent(source.name(), source);
            if (other != null) {
                throw new Failure(ErrorCode.WRONG_ARGUMENTS, "two strategies are called " + source.name())
                        .at(other.file().toString())
                        .at(source.file().toString())
                        .help("rename one, file and class; one and the same file may be given twice");
            }
        }
        return sources;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize(); // reading it will say what is wrong
        }
    }

    private static StrategySource read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new Failure(ErrorCode.STRATEGY_DOES_NOT_COMPILE, "the file is over 1 MiB")
                        .at(file.toString())
                        .help("a strategy is a page of Java; read large data from a file of its own");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new StrategySource(new TextFile(file, text), sha256(bytes));
        } catch (CharacterCodingException e) {
            throw new Failure(ErrorCode.STRATEGY_DOES_NOT_COMPILE, "the file is not UTF-8 text")
                    .at(file.toString())
                    .help("save it as UTF-8");
        } catch (IOException e) {
            throw new Failure(ErrorCode.STRATEGY_NOT_FOUND, "the file cannot be read")
                    .at(file.toString())
                    .help("check its permissions");
        }
    }

    Path file() {
        return text.file();
    }

    /** The file's name without .java, which its public class must have. */
    String name() {
        String name = String.valueOf(file().getFileName());
        return name.substring(0, name.length() - ".java".length());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
