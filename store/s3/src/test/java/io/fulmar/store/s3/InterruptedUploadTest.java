package io.fulmar.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Uploads that are cut short, by a server that is killed and by a sender that is. */
class InterruptedUploadTest {
    private static final int PART = 5 << 20;

    @TempDir
    Path server;

    @TempDir
    Path folder;

    @Test
    void uploadGoesOnWhereItWasCutAndTheServersDeathIsToldInWords() throws IOException {
        Proxy.sign(Proxy.KEY, Proxy.SECRET);
        byte[] content = new byte[3 * PART + 77];
        new SplittableRandom(5).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        try (Proxy first = Proxy.start(server)) {
            try (S3Store store = first.store("cut", PART)) {
                sendTwoPartsOfAnUploadThatIsNeverCompleted(store, content);
            }
            first.kill();
            try (S3Store store = first.store("cut", PART)) {
                assertThatThrownBy(() -> store.upload("cut/file", file))
                        .isInstanceOfSatisfying(RemoteException.class, e -> {
                            assertThat(e.fault()).isEqualTo(Fault.UNREACHABLE);
                            assertThat(e.fix()).contains("start again");
                        });
            }
            try (Proxy second = first.again();
                    S3Store store = second.store("cut", PART)) {
                Uploading.Sent sent = store.upload("cut/file", file);

                // The second of the two was not what the file holds: it is sent again.
                assertThat(sent).isEqualTo(new Uploading.Sent(2L * PART + 77, PART));
                Path back = folder.resolve("back");
                try (var out = Files.newOutputStream(back)) {
                    store.read("cut/file", 0, content.length, (bytes, count) -> out.write(bytes, 0, count));
                }
                assertThat(back).hasSameBinaryContentAs(file);
            }
        }
    }

    private static void sendTwoPartsOfAnUploadThatIsNeverCompleted(S3Store store, byte[] content) {
        String upload = store.client()
                .createMultipartUpload(what -> what.bucket(Proxy.BUCKET).key("cut/file"))
                .uploadId();
        byte[][] parts = {java.util.Arrays.copyOf(content, PART), new byte[PART]};
        for (int i = 0; i < parts.length; i++) {
            int number = i + 1;
            store.client()
                    .uploadPart(
                            what -> what.bucket(Proxy.BUCKET)
                                    .key("cut/file")
                                    .uploadId(upload)
                                    .partNumber(number),
                            RequestBody.fromBytes(parts[i]));
        }
    }
}
