package io.fulmar.store.s3;

import io.fulmar.store.lake.Away;
import io.fulmar.store.lake.SealedDataset;
import io.fulmar.store.lake.SealedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What of a dataset lies on S3: which object is which of its files. The only truth about it; it is swapped as a whole. As text it is a
 * line a file, the manifest of the lake, and the checksum of both.
 *
 * @param objects by the identity of the file
 */
record RemoteManifest(SealedDataset dataset, Map<String, Stored> objects) {
    static final String FILE = "manifest.txt";
    private static final String HEAD = "fulmar remote manifest 1";
    private static final String LAKE = "lake";
    private static final int SUM_LENGTH = 64;

    /** An object, named below the dataset's folder, and what is in it. */
    record Stored(String name, long bytes, String sha256) {}

    RemoteManifest {
        objects = Map.copyOf(objects);
        for (SealedFile file : dataset.files()) {
            Stored stored = objects.get(file.identity());
            if (stored == null || stored.bytes() != file.bytes()) {
                throw new IllegalArgumentException("no object is said to hold " + file.name());
            }
        }
    }

    Stored of(SealedFile file) {
        Stored stored = objects.get(file.identity());
        if (stored == null) {
            throw new IllegalArgumentException(file.name() + " is not in the manifest");
        }
        return stored;
    }

    /** Where a file lies, as a lake notes it. */
    Away away(S3Store store, String folder, SealedFile file) {
        Stored stored = of(file);
        return new Away(
                store.place().address(folder + "/" + stored.name()),
                store.server().endpoint().map(URI::toString).orElse(""),
                stored.bytes(),
                stored.sha256());
    }

    byte[] text() {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        for (SealedFile file : dataset.files()) {
            Stored stored = of(file);
            out.append(String.join("\t", "object", file.identity(), stored.name, "" + stored.bytes, stored.sha256))
                    .append('\n');
        }
        out.append(LAKE).append('\n').append(new String(dataset.text(), StandardCharsets.UTF_8));
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        return (out + Hash.sha256(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Or an {@link IllegalArgumentException} that says what is wrong with it. */
    static RemoteManifest parse(byte[] text) {
        int end = text.length - SUM_LENGTH - 1;
        if (end < 0 || !new String(text, end, SUM_LENGTH, StandardCharsets.UTF_8).equals(Hash.sha256(text, end))) {
            throw new IllegalArgumentException("its checksum does not hold");
        }
        String body = new String(text, 0, end, StandardCharsets.UTF_8);
        int lake = body.indexOf("\n" + LAKE + "\n");
        if (!body.startsWith(HEAD + "\n") || lake < 0) {
            throw new IllegalArgumentException("it was written by another version");
        }
        Map<String, Stored> objects = new HashMap<>();
        Arrays.stream(body.substring(0, lake).split("\n")).skip(1).forEach(line -> {
            String[] words = line.split("\t", -1);
            objects.put(words[1], new Stored(words[2], Long.parseLong(words[3]), words[4]));
        });
        String below = body.substring(lake + LAKE.length() + 2);
        return new RemoteManifest(SealedDataset.parse(below.getBytes(StandardCharsets.UTF_8)), objects);
    }
}
