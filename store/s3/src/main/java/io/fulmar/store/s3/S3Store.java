package io.fulmar.store.s3;

import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One bucket of a server that speaks S3. Every request is tried a few times and then fails with words. */
public final class S3Store implements AutoCloseable {
    static final int TRIES = 4;
    /** Of 1,000 keys each. */
    private static final int PAGES_MAX = 10_000;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofMinutes(5);
    private static final int SMALL_BYTES_MAX = 64 << 20;
    private static final int COPY_BYTES = 1 << 16;

    /** A small object and the tag by which the server knows this version of it. */
    static final class Tagged {
        private final byte[] bytes;
        private final String tag;

        Tagged(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        byte[] bytes() {
            return bytes;
        }

        String tag() {
            return tag;
        }
    }

    private final S3Client client;
    private final S3Place place;
    private final S3Server server;
    private final int partBytes;

    private S3Store(S3Client client, S3Place place, S3Server server, int partBytes) {
        this.client = client;
        this.place = place;
        this.server = server;
        this.partBytes = partBytes;
    }

    /** Keys come from where Amazon's own tools find them: variables, {@code ~/.aws}, the machine. */
    public static S3Store open(S3Place place, S3Server server) {
        return open(place, server, Uploading.PART_BYTES);
    }

    static S3Store open(S3Place place, S3Server server, int partBytes) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(how -> how.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build())
                        .apiCallAttemptTimeout(ATTEMPT));
        server.endpoint().ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        server.region()
                .or(() -> server.endpoint().map(address -> "us-east-1"))
                .ifPresent(region -> builder.region(Region.of(region)));
        try {
            return new S3Store(builder.build(), place, server, partBytes);
        } catch (SdkException e) {
            throw Refusals.of(place.toString(), e);
        }
    }

    S3Place place() {
        return place;
    }

    S3Server server() {
        return server;
    }

    S3Client client() {
        return client;
    }

    /** Does it, and says in our words why it could not. */
    <T> T asking(String key, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw Refusals.of(place.address(key), e);
        }
    }

    /** All keys below one, sorted. */
    List<String> list(String prefix) {
        List<String> keys = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < PAGES_MAX; page++) {
            Optional<String> from = next;
            ListObjectsV2Response some = asking(
                    prefix,
                    () -> client.listObjectsV2(
                            what -> what.bucket(place.bucket()).prefix(prefix).continuationToken(from.orElse(null))));
            some.contents().forEach(object -> keys.add(object.key()));
            if (!Boolean.TRUE.equals(some.isTruncated())) {
                keys.sort(null);
                return keys;
            }
            next = Optional.ofNullable(some.nextContinuationToken());
        }
        throw new RemoteException(
                Fault.REFUSED,
                place.address(prefix),
                "there are too many objects",
                "use a prefix of its own for the lake");
    }

    /** How many bytes lie under that key; empty when nothing does. */
    OptionalLong size(String key) {
        return asking(key, () -> {
            try {
                return OptionalLong.of(
                        client.headObject(what -> what.bucket(place.bucket()).key(key))
                                .contentLength());
            } catch (NoSuchKeyException e) {
                return OptionalLong.empty();
            }
        });
    }

    /** A small object; empty when there is none. */
    Optional<Tagged> small(String key) {
        return asking(key, () -> {
            try (var in = client.getObject(what -> what.bucket(place.bucket()).key(key))) {
                byte[] bytes = in.readNBytes(SMALL_BYTES_MAX);
                return Optional.of(new Tagged(bytes, in.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw broken(key, e);
            }
        });
    }

    /**
     * Puts a small object in the place of the version with that tag, or where there is none yet. Who is not the first gets {@link
     * Fault#CHANGED}.
     */
    void swap(String key, Optional<String> tag, byte[] bytes) {
        try {
            asking(
                    key,
                    () -> client.putObject(
                            what -> {
                                what.bucket(place.bucket()).key(key);
                                tag.ifPresentOrElse(what::ifMatch, () -> what.ifNoneMatch("*"));
                            },
                            RequestBody.fromBytes(bytes)));
        } catch (RemoteException e) {
            // The first answer may have been lost, and then the second try met what the first had written.
            boolean ours = e.fault() == Fault.CHANGED
                    && small(key)
                            .filter(now -> java.util.Arrays.equals(now.bytes(), bytes))
                            .isPresent();
            if (!ours) {
                throw e;
            }
        }
    }

    /** Puts a file there, in parts where it is large; what an earlier try has sent already is not sent again. */
    Uploading.Sent upload(String key, Path file) {
        return new Uploading(this, key, file, partBytes).send();
    }

    /** Takes bytes as they come. */
    interface Sink {
        void take(byte[] bytes, int count) throws IOException;
    }

    /** Reads {@code bytes} from that place of the object on; when the connection breaks, it goes on from there, a few times. */
    void read(String key, long from, long bytes, Sink sink) throws IOException {
        long[] at = {from};
        long end = from + bytes;
        int broken = 0;
        while (at[0] < end) {
            long before = at[0];
            try (var in = asking(key, () -> range(key, at[0], end))) {
                copy(in, end, at, sink);
            } catch (Broken e) {
                broken = at[0] > before ? 1 : broken + 1;
                if (broken >= TRIES) {
                    throw broken(key, e);
                }
            }
        }
    }

    private software.amazon.awssdk.core.ResponseInputStream<GetObjectResponse> range(String key, long from, long end) {
        return client.getObject(what -> what.bucket(place.bucket()).key(key).range("bytes=" + from + "-" + (end - 1)));
    }

    private static void copy(InputStream in, long end, long[] at, Sink sink) throws IOException {
        byte[] some = new byte[COPY_BYTES];
        while (at[0] < end) {
            int count;
            try {
                count = in.read(some, 0, (int) Math.min(some.length, end - at[0]));
            } catch (IOException e) {
                throw new Broken("the connection broke", e);
            }
            if (count < 0) {
                throw new Broken("the answer ended too early", new IOException("after " + at[0] + " bytes"));
            }
            sink.take(some, count);
            at[0] += count;
        }
    }

    /** The other end broke off, as opposed to our own disk. */
    private static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String what, IOException cause) {
            super(what, cause);
        }
    }

    private RemoteException broken(String key, IOException cause) {
        return new RemoteException(
                        Fault.UNREACHABLE,
                        place.address(key),
                        "the connection broke " + TRIES + " times: " + cause.getMessage(),
                        "start again: what is here already is not fetched twice")
                .because(cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
