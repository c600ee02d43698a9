package io.fulmar.store.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place on S3, as {@code s3://bucket/prefix}. */
public record S3Place(String bucket, String prefix) {
    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");
    private static final int PREFIX_MAX = 500;

    /** Or an {@link IllegalArgumentException} that says which form is wanted. */
    public static S3Place parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no place on S3: write s3://bucket or s3://bucket/prefix, the bucket with 3 to 63 small letters, digits and dashes");
        }
        String prefix = match.group(2) == null ? "" : match.group(2).replaceAll("/+$", "");
        if (prefix.length() > PREFIX_MAX
                || prefix.startsWith("/")
                || prefix.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("the prefix of " + text + " is too long, or starts with a slash");
        }
        return new S3Place(match.group(1), prefix);
    }

    /** The key of something below it. */
    String key(String below) {
        return prefix.isEmpty() ? below : prefix + "/" + below;
    }

    /** The address of a key of its bucket. */
    String address(String key) {
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public String toString() {
        return prefix.isEmpty() ? "s3://" + bucket : "s3://" + bucket + "/" + prefix;
    }
}
