package io.fulmar.app.fulmar;

import io.fulmar.store.s3.ColdCache;
import io.fulmar.store.s3.S3Place;
import io.fulmar.store.s3.S3Server;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options and variables that say where on S3 and at whose server. Keys come from the environment only, never from an option. */
final class RemoteOptions {
    static final Option ENDPOINT =
            Option.of("--s3-endpoint", "URL", "a server that speaks S3 and is not Amazon's (or AWS_ENDPOINT_URL_S3)");
    static final Option REGION = Option.of("--s3-region", "NAME", "such as eu-central-1 (or AWS_REGION)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})(MB|GB|TB)");
    private static final String CACHE_SIZE = "FULMAR_S3_CACHE_SIZE";

    private RemoteOptions() {}

    static S3Place place(Invocation given, String option) {
        String text = given.value(option)
                .orElseThrow(() -> new Failure(
                                ErrorCode.MISSING_OPTION,
                                "fulmar " + given.command().name() + " needs " + option)
                        .help("such as: " + option + " s3://bucket/prefix"));
        return place(option, text);
    }

    static S3Place place(String option, String text) {
        try {
            return S3Place.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used")
                    .help(String.valueOf(e.getMessage()));
        }
    }

    static S3Server server(Invocation given) {
        return server(given.value("--s3-endpoint"), given.value("--s3-region"));
    }

    static S3Server server(Optional<String> endpoint, Optional<String> region) {
        try {
            return S3Server.of(endpoint, region, System.getenv());
        } catch (IllegalArgumentException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "the address of the S3 server cannot be used")
                    .help(String.valueOf(e.getMessage()));
        }
    }

    /** For files that have left the disk. Nothing is opened, and nothing of Amazon's is loaded, before one of them is read. */
    static ColdCache cache() {
        return new ColdCache(
                cacheFolder(System.getenv()).resolve("files"),
                cacheBytes(System.getenv()),
                server(Optional.empty(), Optional.empty()));
    }

    static Path cacheFolder(Map<String, String> environment) {
        Optional<Path> own =
                Optional.ofNullable(environment.get("FULMAR_S3_CACHE")).map(Path::of);
        Optional<Path> usual =
                Optional.ofNullable(environment.get("XDG_CACHE_HOME")).map(text -> Path.of(text, "fulmar", "s3"));
        return own.or(() -> usual)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache", "fulmar", "s3"));
    }

    private static long cacheBytes(Map<String, String> environment) {
        String text = environment.getOrDefault(CACHE_SIZE, "20GB");
        Matcher match = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            throw new Failure(ErrorCode.BAD_VALUE, CACHE_SIZE + "=" + text + " cannot be used")
                    .help("write a number and MB, GB or TB, such as 20GB");
        }
        long unit = switch (String.valueOf(match.group(2))) {
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            default -> 1_000_000_000_000L;
        };
        return Long.parseLong(match.group(1)) * unit;
    }
}
