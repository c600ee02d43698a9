package io.fulmar.store.s3;

import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Keeper;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.SealedDataset;
import io.fulmar.store.lake.SealedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps a lake by rules: young files plain, older ones packed, the oldest on S3. The first rule that fits a dataset counts. Each step
 * stands by itself and is done or not, so that a run that was cut short is finished by the next one, and a run after it does nothing.
 */
public final class Retention {
    private static final long SECOND = 1_000_000_000L;

    private final List<RetentionRule> rules;
    private final Instant now;

    public Retention(List<RetentionRule> rules, Instant now) {
        this.rules = List.copyOf(rules);
        this.now = now;
    }

    private Optional<RetentionRule> rule(Dataset dataset) {
        return rules.stream().filter(rule -> rule.fits(dataset)).findFirst();
    }

    /** What there is to do for a dataset; a file may be packed and then leave. */
    public List<RetentionStep> plan(Lake lake, Dataset dataset) {
        Optional<RetentionRule> rule = rule(dataset);
        Optional<SealedDataset> sealed = lake.sealed(dataset);
        if (rule.isEmpty() || sealed.isEmpty()) {
            return List.of();
        }
        List<RetentionStep> steps = new ArrayList<>();
        for (SealedFile file : sealed.get().files()) {
            if (lake.away(dataset, file).isPresent()) {
                continue;
            }
            if (file.compression() == Compression.NONE
                    && isOver(file, rule.get().hot())) {
                steps.add(new RetentionStep.Pack(dataset, file.name(), file.bytes()));
            }
            if (isOver(file, rule.get().warm())) {
                steps.add(new RetentionStep.SendAway(
                        dataset, file.name(), file.bytes(), rule.get().cold().orElseThrow()));
            }
        }
        return steps;
    }

    private boolean isOver(SealedFile file, Optional<Duration> span) {
        Instant last = Instant.ofEpochSecond(Math.floorDiv(file.last(), SECOND));
        return span.filter(length -> last.plus(length).isBefore(now)).isPresent();
    }

    /**
     * Does what is planned for a dataset. Packing needs no network, and is done also where sending then fails.
     *
     * @param remotes the lake in a place, asked for only when something goes there
     * @return bytes that have left this disk
     */
    public long apply(Lake lake, Dataset dataset, Function<S3Place, RemoteLake> remotes) {
        List<RetentionStep> steps = plan(lake, dataset);
        List<String> pack = steps.stream()
                .filter(step -> step instanceof RetentionStep.Pack)
                .map(RetentionStep::file)
                .toList();
        try (Keeper keeper = lake.keep(dataset)) {
            keeper.forget();
            pack.forEach(keeper::pack);
        }
        List<String> away = new ArrayList<>();
        Optional<S3Place> to = Optional.empty();
        for (RetentionStep step : plan(lake, dataset)) {
            if (step instanceof RetentionStep.SendAway send) {
                away.add(send.file());
                to = Optional.of(send.to());
            }
        }
        if (to.isEmpty()) {
            return 0;
        }
        RemoteLake remote = remotes.apply(to.get());
        remote.push(lake, dataset);
        return remote.sendAway(lake, dataset, away);
    }
}
