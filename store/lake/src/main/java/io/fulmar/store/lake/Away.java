package io.fulmar.store.lake;

import java.util.regex.Pattern;

/**
 * Where a file lies that has left the local disk.
 *
 * @param place its address, such as {@code s3://bucket/lake/.../2023.0a1b2c3d4e5f6071.arrow}
 * @param endpoint the server that serves it; empty for the usual one
 * @param sha256 of its content, in hexadecimal digits
 */
public record Away(String place, String endpoint, long bytes, String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Away {
        if (place.isBlank() || (place + endpoint).chars().anyMatch(c -> c < ' ') || bytes < 1) {
            throw new IllegalArgumentException("\"" + place + "\" is no place of a file of " + bytes + " bytes");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is no SHA-256");
        }
    }
}
