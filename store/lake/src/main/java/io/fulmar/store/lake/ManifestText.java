package io.fulmar.store.lake;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manifest as lines of words between tabs. The last line is the checksum of those before, so that half a manifest is none. */
final class ManifestText {
    private static final String HEAD = "fulmar lake manifest 1";

    private Dataset dataset = new Dataset("none", Symbol.spot("NONE", "NONE"), Kind.Events.MARK);
    private long version;
    private long revision;
    private Scales scales = new Scales(0, 0);
    private final List<InstrumentFact> facts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private String[] part = {};
    private List<Part.Stretch> stretches = new ArrayList<>();
    private Optional<String> segment = Optional.empty();
    private final List<Manifest.Dropped> dropped = new ArrayList<>();

    private ManifestText() {}

    static byte[] write(Manifest manifest) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        Dataset of = manifest.dataset();
        line(out, "dataset", of.venue(), of.kind().word(), of.symbol());
        line(out, "version", manifest.version(), manifest.revision());
        line(
                out,
                "scales",
                manifest.scales().price(),
                manifest.scales().quantity(),
                manifest.scales().rate());
        for (InstrumentFact fact : manifest.facts()) {
            switch (fact) {
                case InstrumentFact.Steps f -> line(out, "steps", f.timeNanos(), f.tick(), f.lot());
                case InstrumentFact.Split f -> line(out, "split", f.timeNanos(), f.before(), f.after());
                case InstrumentFact.Renamed f -> line(out, "renamed", f.timeNanos(), f.from());
                case InstrumentFact.Delisted f -> line(out, "delisted", f.timeNanos());
            }
        }
        for (Part p : manifest.parts()) {
            line(out, "part", p.file(), p.period(), p.bytes(), p.compression());
            for (Part.Stretch s : p.batches()) {
                line(out, "batch", s.rows(), s.first(), s.last(), s.low(), s.high(), s.gaps(), Checksums.text(s.sum()));
            }
        }
        manifest.segment().ifPresent(name -> line(out, "segment", name));
        manifest.dropped().forEach(old -> line(out, "dropped", old.file(), old.timeMillis()));
        line(out, "sum", sum(out.toString()));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, Object... words) {
        for (int i = 0; i < words.length; i++) {
            out.append(i == 0 ? "" : "\t").append(words[i]);
        }
        out.append('\n');
    }

    private static String sum(String text) {
        return Checksums.text(Checksums.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Or an {@link IllegalArgumentException} when it is damaged. */
    static Manifest read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int last = text.lastIndexOf("\nsum\t") + 1;
        if (!text.startsWith(HEAD + "\n") || last == 0) {
            throw new IllegalArgumentException("no manifest, or one without its end");
        }
        if (!text.substring(last).equals("sum\t" + sum(text.substring(0, last)) + "\n")) {
            throw new IllegalArgumentException("its checksum does not hold");
        }
        ManifestText reading = new ManifestText();
        text.substring(HEAD.length() + 1, last).lines().forEach(line -> reading.take(line.split("\t", -1)));
        reading.endPart();
        return new Manifest(
                reading.dataset,
                reading.version,
                reading.revision,
                reading.scales,
                reading.facts,
                reading.parts,
                reading.segment,
                reading.dropped);
    }

    private void take(String[] w) {
        switch (w[0]) {
            case "dataset" -> dataset = new Dataset(w[1], Symbol.parse(w[3]), Kind.parse(w[2]));
            case "version" -> {
                version = Long.parseLong(w[1]);
                revision = Long.parseLong(w[2]);
            }
            case "scales" ->
                scales = new Scales(Integer.parseInt(w[1]), Integer.parseInt(w[2]), Integer.parseInt(w[3]));
            case "steps" ->
                facts.add(new InstrumentFact.Steps(Long.parseLong(w[1]), Decimal.parse(w[2]), Decimal.parse(w[3])));
            case "split" ->
                facts.add(new InstrumentFact.Split(Long.parseLong(w[1]), Long.parseLong(w[2]), Long.parseLong(w[3])));
            case "renamed" -> facts.add(new InstrumentFact.Renamed(Long.parseLong(w[1]), Symbol.parse(w[2])));
            case "delisted" -> facts.add(new InstrumentFact.Delisted(Long.parseLong(w[1])));
            case "part" -> {
                endPart();
                part = w;
            }
            case "batch" -> stretches.add(stretch(w));
            case "segment" -> segment = Optional.of(w[1]);
            case "dropped" -> dropped.add(new Manifest.Dropped(w[1], Long.parseLong(w[2])));
            default -> throw new IllegalArgumentException("a line " + w[0] + ": it was written by a newer version");
        }
    }

    private static Part.Stretch stretch(String[] w) {
        return new Part.Stretch(
                Integer.parseInt(w[1]),
                Long.parseLong(w[2]),
                Long.parseLong(w[3]),
                Double.parseDouble(w[4]),
                Double.parseDouble(w[5]),
                Long.parseLong(w[6]),
                Integer.parseUnsignedInt(w[7], 16));
    }

    private void endPart() {
        if (part.length > 0) {
            parts.add(new Part(part[1], part[2], Long.parseLong(part[3]), Compression.valueOf(part[4]), stretches));
            part = new String[0];
            stretches = new ArrayList<>();
        }
    }
}
