package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Scorer;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Shortlist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the best combinations and some others through the desk itself and compares every bit; scores the best anew with draws that did
 * not select them. Each combination is looked at by itself, so that the number of threads changes nothing.
 */
public final class SecondLook implements Closing {
    private static final int SEEDS = Shortlist.SEEDS;
    private static final int TOGETHER = 64;

    private final Space space;
    private final List<Study> studies;
    private final List<Evaluators> evaluators;
    private final List<Scoring> scorings;
    private final Gauge gauge;
    private final boolean pruned;

    /** {@code gauge} counts what was looked at, for whoever watches. */
    public SecondLook(
            Space space, List<Study> studies, List<Evaluators> evaluators, List<Scoring> scorings, Gauge gauge) {
        this(space, studies, evaluators, scorings, gauge, false);
    }

    /** {@code pruned}: scores so far are by few paths, so that the best must be found first; {@code scorings} have all paths. */
    public SecondLook(
            Space space,
            List<Study> studies,
            List<Evaluators> evaluators,
            List<Scoring> scorings,
            Gauge gauge,
            boolean pruned) {
        this.pruned = pruned;
        this.space = space;
        this.studies = studies;
        this.evaluators = evaluators;
        this.scorings = scorings;
        this.gauge = gauge;
    }

    @Override
    public Closed of(Selection selection, int threads) {
        TreeSet<Long> again = new TreeSet<>(selection.best());
        again.addAll(selection.drawn());
        List<Long> numbers = List.copyOf(again);
        List<String> differences = new ArrayList<>();
        spread(numbers, threads, this::differences).forEach(differences::addAll);
        boolean chance = scorings.getFirst().paths() > 0;
        List<Long> eligible = chance ? selection.eligible().stream().sorted().toList() : List.of();
        double recall = Double.NaN;
        if (chance && pruned) {
            Pruning pruning = new Pruning(this::scored, scorings.getFirst().paths());
            eligible = pruning.best(eligible, threads);
            recall = pruning.recall(selection.drawn(), threads);
        }
        List<double[]> scores = new ArrayList<>();
        spread(eligible, threads, this::scores).forEach(scores::addAll);
        return new Closed(numbers.size(), differences, ranked(eligible, scores), recall);
    }

    @Override
    public int candidates() {
        return pruned ? Pruning.CANDIDATES : Closing.super.candidates();
    }

    /** The scores of combinations by so many paths; NaN of those that are not eligible. */
    private double[] scored(List<Long> numbers, int paths, int threads) {
        List<double[]> parts = spread(numbers, threads, part -> scored(part, paths));
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private double[] scored(List<Long> numbers, int paths) {
        double[][] all = new double[numbers.size()][studies.size()];
        Score score = new Score();
        for (int market = 0; market < studies.size(); market++) {
            Scorer scorer = scorings.get(market).with(paths).scorer();
            int place = market;
            evaluators.get(market).evaluator().evaluate(records(numbers), (index, track, tier, reason) -> {
                scorer.score(track, score);
                all[index][place] = score.eligible ? score.score : Double.NaN;
                gauge.add(1);
            });
        }
        return Arrays.stream(all)
                .mapToDouble(one -> one.length == 1 ? one[0] : Together.meanLessDispersion(one))
                .toArray();
    }

    private interface Part<T> {
        T of(List<Long> numbers);
    }

    /** An equal part for each thread; what came out in the order of the numbers. */
    private static <T> List<T> spread(List<Long> numbers, int threads, Part<T> part) {
        List<T> results = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(
                threads,
                task -> Thread.ofPlatform().daemon().name("second-look").unstarted(task));
        try {
            List<Future<T>> futures = new ArrayList<>();
            int each = Math.max(1, Math.ceilDiv(numbers.size(), threads));
            for (int from = 0; from < numbers.size(); from += each) {
                List<Long> own = numbers.subList(from, Math.min(numbers.size(), from + each));
                futures.add(pool.submit(() -> part.of(own)));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the second look", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException("the second look failed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Record> records(List<Long> numbers) {
        List<Record> records = new ArrayList<>();
        numbers.forEach(number -> records.add(space.parameters(number).orElseThrow()));
        return records;
    }

    private List<String> differences(List<Long> numbers) {
        List<String> differences = new ArrayList<>();
        for (int market = 0; market < studies.size(); market++) {
            Recheck recheck =
                    new Recheck(studies.get(market), evaluators.get(market).evaluator());
            for (int from = 0; from < numbers.size(); from += TOGETHER) {
                List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + TOGETHER));
                differences.addAll(recheck.differences(records(some)));
                gauge.add(some.size());
            }
        }
        return differences;
    }

    /** The scores of each under each fresh seed. */
    private List<double[]> scores(List<Long> numbers) {
        double[][][] all = new double[numbers.size()][SEEDS][studies.size()];
        Score score = new Score();
        for (int market = 0; market < studies.size(); market++) {
            List<Scorer> scorers = new ArrayList<>();
            for (int seed = 0; seed < SEEDS; seed++) {
                scorers.add(scorings.get(market).fresh(seed).scorer());
            }
            int place = market;
            evaluators.get(market).evaluator().evaluate(records(numbers), (index, track, tier, reason) -> {
                for (int seed = 0; seed < SEEDS; seed++) {
                    scorers.get(seed).score(track, score);
                    all[index][seed][place] = score.score;
                }
                gauge.add(1);
            });
        }
        List<double[]> scores = new ArrayList<>();
        for (double[][] one : all) {
            double[] bySeed = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                bySeed[seed] = one[seed].length == 1 ? one[seed][0] : Together.meanLessDispersion(one[seed]);
            }
            scores.add(bySeed);
        }
        return scores;
    }

    /** Of numbers that rise, so that ties go by them. */
    private static List<Finalist> ranked(List<Long> numbers, List<double[]> scores) {
        double[][] bySeed = new double[SEEDS][scores.size()];
        for (int i = 0; i < scores.size(); i++) {
            for (int seed = 0; seed < SEEDS; seed++) {
                bySeed[seed][i] = scores.get(i)[seed];
            }
        }
        return Shortlist.ranked(bySeed).stream()
                .map(one -> new Finalist(numbers.get(one.place()), one.score(), one.rankBest(), one.rankWorst()))
                .toList();
    }
}
