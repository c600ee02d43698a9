package io.fulmar.store.s3;

import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * Sends one file. Its key holds the hash of its content, so that an upload that was cut short under this key is of this very file, and
 * goes on where it stopped: the server itself knows which parts it has, nothing is remembered here.
 */
final class Uploading {
    /** Amazon wants parts of 5 MiB at least and 10,000 at most. */
    static final int PART_BYTES = 8 << 20;

    private static final int PARTS_MAX = 10_000;
    private static final int PAGES_MAX = 20;

    /**
     * What it took.
     *
     * @param bytesSent now
     * @param bytesThere had been sent before
     */
    record Sent(long bytesSent, long bytesThere) {}

    private final S3Store store;
    private final S3Client client;
    private final String key;
    private final Path file;
    private final int partBytes;

    Uploading(S3Store store, String key, Path file, int partBytes) {
        this.store = store;
        this.client = store.client();
        this.key = key;
        this.file = file;
        this.partBytes = partBytes;
    }

    Sent send() {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (store.size(key).orElse(-1) == size) {
                return new Sent(0, size);
            }
            Sent sent = size <= partBytes ? whole(channel, size) : inParts(channel, size);
            long there = store.size(key).orElse(-1);
            if (there != size) {
                throw new RemoteException(
                        Fault.DAMAGED,
                        store.place().address(key),
                        "the server has " + there + " bytes of " + size,
                        "push again; the local file is untouched");
            }
            return sent;
        } catch (IOException e) {
            throw RemoteException.disk(file, e);
        }
    }

    private Sent whole(FileChannel channel, long size) throws IOException {
        byte[] bytes = bytes(channel, 0, (int) size);
        store.asking(
                key,
                () -> client.putObject(
                        what -> what.bucket(store.place().bucket()).key(key), RequestBody.fromBytes(bytes)));
        return new Sent(size, 0);
    }

    private Sent inParts(FileChannel channel, long size) throws IOException {
        // A file too large for so many parts gets larger ones, the same for the same size.
        int part = (int) Math.max(partBytes, (size + PARTS_MAX - 1) / PARTS_MAX);
        Optional<String> begun = begun();
        String upload = begun.orElseGet(this::begin);
        Map<Integer, Part> there = begun.isPresent() ? there(upload) : Map.of();
        List<CompletedPart> all = new ArrayList<>();
        long sent = 0;
        int number = 1;
        for (long at = 0; at < size; at += part, number++) {
            byte[] bytes = bytes(channel, at, (int) Math.min(part, size - at));
            int named = number;
            Optional<String> before = Optional.ofNullable(there.get(number))
                    .filter(done -> isThere(done, bytes))
                    .map(Part::eTag);
            String tag = before.orElseGet(() -> store.asking(key, () -> send(upload, named, bytes)));
            sent += before.isPresent() ? 0 : bytes.length;
            all.add(CompletedPart.builder().partNumber(named).eTag(tag).build());
        }
        store.asking(
                key,
                () -> client.completeMultipartUpload(
                        what -> what.bucket(store.place().bucket())
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(parts -> parts.parts(all))));
        return new Sent(sent, size - sent);
    }

    private String begin() {
        return store.asking(
                key,
                () -> client.createMultipartUpload(
                                what -> what.bucket(store.place().bucket()).key(key))
                        .uploadId());
    }

    private String send(String upload, int number, byte[] bytes) {
        return client.uploadPart(
                        what -> what.bucket(store.place().bucket())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromBytes(bytes))
                .eTag();
    }

    /** The latest upload of this key that was never completed. */
    private Optional<String> begun() {
        return store.asking(
                key,
                () ->
                        client
                                .listMultipartUploads(what ->
                                        what.bucket(store.place().bucket()).prefix(key))
                                .uploads()
                                .stream()
                                .filter(upload -> upload.key().equals(key))
                                .max(Comparator.comparing(MultipartUpload::initiated))
                                .map(MultipartUpload::uploadId));
    }

    private Map<Integer, Part> there(String upload) {
        Map<Integer, Part> parts = new HashMap<>();
        int[] after = {0};
        for (int page = 0; page < PAGES_MAX; page++) {
            ListPartsResponse some = store.asking(
                    key,
                    () -> client.listParts(what -> what.bucket(store.place().bucket())
                            .key(key)
                            .uploadId(upload)
                            .partNumberMarker(after[0])));
            some.parts().forEach(part -> parts.put(part.partNumber(), part));
            if (!Boolean.TRUE.equals(some.isTruncated())) {
                break;
            }
            after[0] = some.nextPartNumberMarker();
        }
        return parts;
    }

    /** The tag of a part is its MD5 nearly everywhere; where it is not, the part is sent again. */
    private static boolean isThere(Part part, byte[] bytes) {
        return part.size() == bytes.length && part.eTag().replace("\"", "").equals(Hash.md5(bytes));
    }

    private static byte[] bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the file has become shorter while it was sent");
            }
        }
        return bytes.array();
    }
}
