package io.fulmar.store.lake;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes one part of a dataset: under a name of its own until it is whole and on the disk. */
final class PartWriter implements AutoCloseable {
    private final DatasetFolder folder;
    private final String name;
    private final Period period;
    private final Compression compression;
    private final Disk.Growing file;
    private final BatchWriter batches;
    private final Rows waiting;

    PartWriter(DatasetFolder folder, String name, Period period, Manifest manifest, Compression compression)
            throws IOException {
        this.folder = folder;
        this.name = name;
        this.period = period;
        this.compression = compression;
        Kind kind = manifest.dataset().kind();
        waiting = Rows.growing(kind);
        file = folder.disk().open(folder.path().resolve(name + DatasetFolder.UNFINISHED));
        batches = new BatchWriter(file, kind, words(manifest), compression);
        boolean begun = false;
        try {
            file.cut(0);
            batches.beginFile();
            begun = true;
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    static Map<String, String> words(Manifest manifest) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("fulmar.dataset", manifest.dataset().toString());
        words.put("fulmar.scale.price", Integer.toString(manifest.scales().price()));
        words.put("fulmar.scale.quantity", Integer.toString(manifest.scales().quantity()));
        words.put("fulmar.scale.rate", Integer.toString(manifest.scales().rate()));
        words.put("fulmar.exact", "true");
        manifest.dataset().kind().fields().stream()
                .filter(field -> field.name().contains("volume"))
                .forEach(field -> words.put("fulmar.exact." + field.name(), "false"));
        manifest.facts().forEach(fact -> {
            if (fact instanceof InstrumentFact.Steps steps) {
                words.put("fulmar.tick." + steps.timeNanos(), steps.tick().toString());
            }
        });
        return words;
    }

    Period period() {
        return period;
    }

    long written() {
        return batches.written();
    }

    /** Adds rows that were checked. Whole batches are written as they come, others are put together first. */
    void add(Rows rows, int from, int count) throws IOException {
        int next = from;
        int left = count;
        while (left > 0) {
            if (waiting.isEmpty() && left >= Rows.BATCH) {
                batches.write(rows, next, Rows.BATCH);
                next += Rows.BATCH;
                left -= Rows.BATCH;
            } else {
                int some = Math.min(left, Rows.BATCH - waiting.size());
                waiting.append(rows, next, some);
                next += some;
                left -= some;
                if (waiting.isFull()) {
                    flush();
                }
            }
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty() && batches.stretches().isEmpty();
    }

    private void flush() throws IOException {
        if (!waiting.isEmpty()) {
            batches.write(waiting, 0, waiting.size());
            waiting.clear();
        }
    }

    /** The part is on the disk under its name, once the folder is forced too. */
    Part finish() throws IOException {
        flush();
        batches.finish();
        file.force();
        file.close();
        folder.disk()
                .rename(
                        folder.path().resolve(name + DatasetFolder.UNFINISHED),
                        folder.path().resolve(name));
        return new Part(name, period.name(), batches.written(), compression, batches.stretches());
    }

    @Override
    public void close() throws IOException {
        batches.close();
        file.close();
    }
}
