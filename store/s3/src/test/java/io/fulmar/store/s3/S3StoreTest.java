package io.fulmar.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.s3.RemoteException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server. */
class S3StoreTest {
    private static final int PART = 5 << 20;

    @TempDir
    static Path server;

    @TempDir
    Path folder;

    private static Proxy proxy;

    @BeforeAll
    static void startServer() {
        proxy = Proxy.start(server);
    }

    @AfterAll
    static void stopServer() {
        if (proxy != null) proxy.close();
    }

    @BeforeEach
    void signRightly() {
        Proxy.sign(Proxy.KEY, Proxy.SECRET);
    }

    private Path file(int bytes, long seed) throws IOException {
        byte[] content = new byte[bytes];
        new SplittableRandom(seed).nextBytes(content);
        return Files.write(folder.resolve("file-" + seed), content);
    }

    private static byte[] read(S3Store store, String key, long from, long bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        store.read(key, from, bytes, (some, count) -> all.write(some, 0, count));
        return all.toByteArray();
    }

    @Test
    void fileSentInPartsIsReadBackByteForByteAndByRanges() throws IOException {
        Path file = file(2 * PART + 12_345, 1);
        byte[] content = Files.readAllBytes(file);
        try (S3Store store = proxy.store("parts", PART)) {
            Uploading.Sent sent = store.upload("parts/BTC%2FUSDT%3AUSDT/a b+c", file);

            assertThat(sent).isEqualTo(new Uploading.Sent(content.length, 0));
            assertThat(store.list("parts/")).containsExactly("parts/BTC%2FUSDT%3AUSDT/a b+c");
            assertThat(read(store, "parts/BTC%2FUSDT%3AUSDT/a b+c", 0, content.length))
                    .isEqualTo(content);
            SplittableRandom random = new SplittableRandom(2);
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(content.length);
                int bytes = 1 + random.nextInt(Math.min(70_000, content.length - from));
                assertThat(read(store, "parts/BTC%2FUSDT%3AUSDT/a b+c", from, bytes))
                        .as("from %d, %d bytes", from, bytes)
                        .isEqualTo(Arrays.copyOfRange(content, from, from + bytes));
            }
        }
    }

    @Test
    void fileThatIsThereIsNotSentAgain() throws IOException {
        Path file = file(100_000, 3);
        try (S3Store store = proxy.store("twice", PART)) {
            store.upload("twice/a", file);

            assertThat(store.upload("twice/a", file)).isEqualTo(new Uploading.Sent(0, 100_000));
        }
    }

    @Test
    void ofTwoWhoSwapTheSameVersionTheSecondIsTold() {
        try (S3Store store = proxy.store("swap", PART)) {
            store.swap("swap/m", Optional.empty(), new byte[] {1});
            assertThatThrownBy(() -> store.swap("swap/m", Optional.empty(), new byte[] {2}))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CHANGED));
            String tag = store.small("swap/m").orElseThrow().tag();
            store.swap("swap/m", Optional.of(tag), new byte[] {3});
            assertThatThrownBy(() -> store.swap("swap/m", Optional.of(tag), new byte[] {4}))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CHANGED));

            assertThat(store.small("swap/m").orElseThrow().bytes()).containsExactly(3);
        }
    }

    @Test
    void whoWroteTheSameBytesIsNotTooLate() {
        try (S3Store store = proxy.store("lost", PART)) {
            store.swap("lost/m", Optional.empty(), new byte[] {1, 2});

            store.swap("lost/m", Optional.empty(), new byte[] {1, 2}); // as when the first answer was lost
            assertThat(store.small("lost/m").orElseThrow().bytes()).containsExactly(1, 2);
        }
    }

    @Test
    void wrongSecretAndWrongKeyAreRefusedInWordsWithoutSecrets() {
        for (String[] wrong : new String[][] {{Proxy.KEY, "another-secret"}, {"another-key", Proxy.SECRET}}) {
            Proxy.sign(wrong[0], wrong[1]);
            try (S3Store store = proxy.store("x", PART)) {
                assertThatThrownBy(() -> store.small("x/y")).isInstanceOfSatisfying(RemoteException.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.KEY_REFUSED);
                    assertThat(e.endsAll()).isTrue();
                    assertThat(e.getMessage())
                            .contains("s3://fulmar-test/x/y", "AWS_SECRET_ACCESS_KEY")
                            .doesNotContain(wrong[0], wrong[1]);
                });
            }
        }
    }

    @Test
    void missingBucketAndMissingObjectAreToldApart() {
        try (S3Store none = S3Store.open(new S3Place("no-such-bucket", ""), proxy.server())) {
            assertThatThrownBy(() -> none.list("a"))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUCKET_MISSING));
        }
        try (S3Store store = proxy.store("x", PART)) {
            assertThat(store.small("x/none")).isEmpty();
            assertThat(store.size("x/none")).isEmpty();
            assertThatThrownBy(() -> read(store, "x/none", 0, 10))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MISSING));
        }
    }
}
