package io.fulmar.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes as hexadecimal digits. */
final class Hash {
    private static final int BUFFER_BYTES = 1 << 18;

    private Hash() {}

    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    static String md5(byte[] bytes) {
        return text(digest("MD5").digest(bytes));
    }

    static String sha256(byte[] bytes, int count) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, count);
        return text(digest.digest());
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                digest.update(some, 0, count);
            }
        }
        return text(digest.digest());
    }

    static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
