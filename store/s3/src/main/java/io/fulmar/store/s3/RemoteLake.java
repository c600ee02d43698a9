package io.fulmar.store.s3;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Away;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Keeper;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.SealedDataset;
import io.fulmar.store.lake.SealedFile;
import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datasets of a lake in a place on S3: immutable objects named after their content, and one manifest a dataset that says which of them
 * count. A manifest is replaced only by who has seen the one before, so that of two writers one learns that it was too late.
 */
public final class RemoteLake {
    private static final Pattern FOLDER = Pattern.compile("venue=([^/]+)/kind=([^/]+)/symbol=([^/]+)$");

    private final S3Store store;

    public RemoteLake(S3Store store) {
        this.store = store;
    }

    /** The manifest that lies there, and its tag. */
    private record Found(RemoteManifest manifest, String tag) {}

    /** How a dataset here and its copy there stand to each other. */
    private enum Standing {
        EQUAL,
        AHEAD,
        BEHIND,
        DIVERGED
    }

    /** The folders of all datasets that lie there. */
    public List<String> folders() {
        return store.list(store.place().key("venue=")).stream()
                .filter(key -> key.endsWith("/" + RemoteManifest.FILE))
                .map(key -> key.substring(0, key.lastIndexOf('/')))
                .toList();
    }

    /** Which dataset a folder is named after; empty when it is none of ours. */
    public Optional<Dataset> dataset(String folder) {
        Matcher names = FOLDER.matcher(folder);
        if (!names.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Dataset(
                    decoded(names.group(1)),
                    Symbol.parse(decoded(names.group(3))),
                    Kind.parse(decoded(names.group(2)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody else's folder
        }
    }

    private static String decoded(@Nullable String name) {
        return URLDecoder.decode(String.valueOf(name), StandardCharsets.UTF_8);
    }

    /** What the copy in that folder holds. */
    public SealedDataset sealed(String folder) {
        return existing(folder).manifest.dataset();
    }

    private Found existing(String folder) {
        return found(folder)
                .orElseThrow(() -> new RemoteException(
                        Fault.MISSING,
                        store.place().address(folder),
                        "there is no such dataset",
                        "push it first: fulmar data push"));
    }

    private Optional<Found> found(String folder) {
        String key = folder + "/" + RemoteManifest.FILE;
        return store.small(key).map(small -> {
            try {
                return new Found(RemoteManifest.parse(small.bytes()), small.tag());
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new RemoteException(
                        Fault.DAMAGED,
                        store.place().address(key),
                        "the manifest cannot be read: " + e.getMessage(),
                        "restore the version before, or remove it and push again");
            }
        });
    }

    private String folder(Dataset dataset) {
        List<String> names = new ArrayList<>();
        dataset.folder().forEach(name -> names.add(name.toString()));
        return store.place().key(String.join("/", names));
    }

    private String placeOf() {
        return store.place() + store.server().endpoint().map(at -> " at " + at).orElse("");
    }

    private Standing standing(Lake lake, SealedDataset here, SealedDataset there) {
        String mine = here.fingerprint();
        String its = there.fingerprint();
        Optional<String> before = lake.remembered(here.dataset(), placeOf());
        if (mine.equals(its)) return Standing.EQUAL;
        if (before.filter(its::equals).isPresent()) return Standing.AHEAD;
        if (before.filter(mine::equals).isPresent()) return Standing.BEHIND;
        if (before.isEmpty() && here.holds(there)) return Standing.AHEAD;
        if (before.isEmpty() && there.holds(here)) return Standing.BEHIND;
        return Standing.DIVERGED;
    }

    private RemoteException diverged(Dataset dataset) {
        return new RemoteException(
                Fault.DIVERGED,
                store.place().address(folder(dataset)),
                dataset + " was changed here and there, each in its own way",
                "pull into another folder (--lake OTHER), compare, and push what is right under another prefix");
    }

    /** Sends what of a dataset is sealed and not there yet. What is recorded today stays here until its day is over. */
    public Transfer push(Lake lake, Dataset dataset) {
        return push(lake, dataset, () -> {});
    }

    /** A test comes between the reading of the manifest and its swap. */
    Transfer push(Lake lake, Dataset dataset, Runnable beforeSwap) {
        SealedDataset here = lake.sealed(dataset)
                .orElseThrow(() -> new RemoteException(
                        Fault.MISSING, lake.folder().toString(), "there is no " + dataset, "see: fulmar data ls"));
        Optional<Found> there = found(folder(dataset));
        Standing standing =
                there.map(it -> standing(lake, here, it.manifest.dataset())).orElse(Standing.AHEAD);
        switch (standing) {
            case EQUAL -> lake.remember(dataset, placeOf(), here.fingerprint());
            case BEHIND, AHEAD -> {}
            case DIVERGED -> throw diverged(dataset);
        }
        if (standing != Standing.AHEAD) {
            return Transfer.none(here, standing == Standing.EQUAL ? Transfer.Outcome.SAME : Transfer.Outcome.BEHIND);
        }
        Map<String, RemoteManifest.Stored> objects = new HashMap<>();
        there.ifPresent(it -> objects.putAll(it.manifest.objects()));
        Transfer sent = send(lake, here, objects);
        beforeSwap.run();
        store.swap(
                folder(dataset) + "/" + RemoteManifest.FILE,
                there.map(Found::tag),
                new RemoteManifest(here, objects).text());
        lake.remember(dataset, placeOf(), here.fingerprint());
        return sent;
    }

    private Transfer send(Lake lake, SealedDataset here, Map<String, RemoteManifest.Stored> objects) {
        int files = 0;
        long bytes = 0;
        long already = 0;
        for (SealedFile file : here.files()) {
            if (objects.containsKey(file.identity())) {
                already += file.bytes();
                continue;
            }
            Path path = present(lake, here.dataset(), file);
            try {
                String sha256 = Hash.sha256(path);
                String name = file.name().replaceAll("\\..*", "") + "." + sha256.substring(0, 16) + ".arrow";
                Uploading.Sent sent = store.upload(folder(here.dataset()) + "/" + name, path);
                objects.put(file.identity(), new RemoteManifest.Stored(name, file.bytes(), sha256));
                files++;
                bytes += sent.bytesSent();
                already += sent.bytesThere();
            } catch (IOException e) {
                throw RemoteException.disk(path, e);
            }
        }
        return new Transfer(here.dataset(), Transfer.Outcome.MOVED, here.rows(), files, bytes, already);
    }

    private static Path present(Lake lake, Dataset dataset, SealedFile file) {
        Optional<Away> away = lake.away(dataset, file);
        if (away.isPresent()) {
            throw new RemoteException(
                    Fault.MISSING,
                    away.get().place(),
                    file.name() + " of " + dataset + " is not on this disk, and not in the place to push to",
                    "bring it back first: fulmar data pull --from the place where it lies");
        }
        return lake.path(dataset, file);
    }

    /**
     * Brings what lies in that folder here.
     *
     * @param lazily only notes of where the files lie, each fetched when it is read
     */
    public Transfer pull(Lake lake, String folder, boolean lazily) {
        RemoteManifest there = existing(folder).manifest;
        Dataset dataset = there.dataset().dataset();
        if (!folder(dataset).equals(folder)) {
            throw new RemoteException(
                    Fault.DAMAGED,
                    store.place().address(folder),
                    "its manifest is of " + dataset,
                    "remove it: it was copied there by hand");
        }
        try (Keeper keeper = lake.keep(dataset)) {
            boolean any = lake.sealed(dataset).isPresent();
            Standing standing = any ? standing(lake, keeper.sealed(), there.dataset()) : Standing.BEHIND;
            Transfer moved = switch (standing) {
                case DIVERGED -> throw diverged(dataset);
                case AHEAD -> Transfer.none(keeper.sealed(), Transfer.Outcome.AHEAD);
                case BEHIND -> adopt(keeper, there, folder, lazily);
                case EQUAL ->
                    lazily
                            ? Transfer.none(there.dataset(), Transfer.Outcome.SAME)
                            : complete(lake, keeper, there, folder);
            };
            if (standing == Standing.BEHIND || standing == Standing.EQUAL) {
                lake.remember(dataset, placeOf(), there.dataset().fingerprint());
            }
            return moved;
        }
    }

    private Transfer adopt(Keeper keeper, RemoteManifest there, String folder, boolean lazily) {
        if (keeper.isRecording()) {
            throw new RemoteException(
                    Fault.DIVERGED,
                    there.dataset().dataset().toString(),
                    "rows of today lie here, recorded behind an older state",
                    "pull into another folder: --lake OTHER");
        }
        Bringing bringing = new Bringing(store, there, folder, lazily);
        keeper.adopt(there.dataset(), bringing);
        return bringing.transfer();
    }

    /** Files that went away come back. */
    private Transfer complete(Lake lake, Keeper keeper, RemoteManifest there, String folder) {
        Bringing bringing = new Bringing(store, there, folder, false);
        for (SealedFile file : keeper.sealed().files()) {
            if (lake.away(there.dataset().dataset(), file).isPresent()) {
                keeper.bringBack(file.name(), bringing);
            }
        }
        return bringing.files() == 0 ? Transfer.none(there.dataset(), Transfer.Outcome.SAME) : bringing.transfer();
    }

    /**
     * Lets files of a dataset go from this disk that lie there too. Each is read back from there first, whole, and compared: only then
     * its local copy goes.
     */
    public long sendAway(Lake lake, Dataset dataset, List<String> names) {
        RemoteManifest there = existing(folder(dataset)).manifest;
        long freed = 0;
        try (Keeper keeper = lake.keep(dataset)) {
            for (SealedFile file : keeper.sealed().files()) {
                if (names.contains(file.name()) && lake.away(dataset, file).isEmpty()) {
                    Away away = there.away(store, folder(dataset), file);
                    new Download(store, away).verify();
                    requireSame(lake.path(dataset, file), away);
                    keeper.sendAway(file.name(), away);
                    freed += file.bytes();
                }
            }
        }
        return freed;
    }

    private static void requireSame(Path file, Away away) {
        try {
            if (!Hash.sha256(file).equals(away.sha256())) {
                throw new RemoteException(
                        Fault.DAMAGED,
                        file.toString(),
                        "it is not what was sent to " + away.place(),
                        "look at it: fulmar data check; nothing was removed");
            }
        } catch (IOException e) {
            throw RemoteException.disk(file, e);
        }
    }
}
