package io.fulmar.store.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a dataset is whole and never changes, so that it can be kept elsewhere: its files, and the manifest that names them. */
public final class SealedDataset {
    private final Manifest manifest;
    private final List<SealedFile> files;

    private SealedDataset(Manifest manifest) {
        this.manifest = manifest;
        this.files = manifest.parts().stream().map(SealedFile::of).toList();
    }

    /** Without what is recorded today and what has been replaced. */
    static SealedDataset of(Manifest manifest) {
        return new SealedDataset(new Manifest(
                manifest.dataset(),
                manifest.version(),
                manifest.revision(),
                manifest.scales(),
                manifest.facts(),
                manifest.parts(),
                Optional.empty(),
                List.of()));
    }

    /** Reads what {@link #text} writes, or throws an {@link IllegalArgumentException}. */
    public static SealedDataset parse(byte[] text) {
        return of(ManifestText.read(text));
    }

    /** The manifest, whose last line is its checksum. */
    public byte[] text() {
        return ManifestText.write(manifest);
    }

    Manifest manifest() {
        return manifest;
    }

    public Dataset dataset() {
        return manifest.dataset();
    }

    public long revision() {
        return manifest.revision();
    }

    public long rows() {
        return files.stream().mapToLong(SealedFile::rows).sum();
    }

    public List<SealedFile> files() {
        return files;
    }

    /** The same for equal content in equal form, whatever the files are called and however often it changed before. */
    public String fingerprint() {
        return Checksums.sha256(
                manifest.dataset() + " " + manifest.revision() + " " + manifest.scales() + " " + manifest.facts() + " "
                        + files.stream().map(SealedFile::identity).toList());
    }

    /** Whether it has every file of the other, which is then a beginning of it. */
    public boolean holds(SealedDataset other) {
        return identities().containsAll(other.identities()) && manifest.revision() >= other.manifest.revision();
    }

    private Set<String> identities() {
        return files.stream().map(SealedFile::identity).collect(Collectors.toSet());
    }
}
