package io.fulmar.research.sweep;

import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Combinations of a space that declare every series which any of them does: all of a space that can be looked through, else those that the
 * way in which series follow parameters asks for.
 *
 * <p>That way is found by changing one parameter at a time, at several places: a series that changed depends on it. All values of the
 * parameters that one series depends on are then put together, beside whatever values of the others the record allows. A series whose
 * dependence none of these places shows can be missed; where such a combination is run, it is told by its tier's reason.
 */
final class Corners {
    /** So many combinations are looked at one by one. */
    static final long ALL_MAX = 2_000_000;

    private static final int PLACES = 16;
    private static final int PROBES = 24;
    private static final int TRIES = 20_000;
    private static final int DRAWN = 2_000;
    private static final int PARTNERS = 64;

    private final Class<?> strategy;
    private final Space space;
    private final long most;
    private final Shuffle shuffle;
    private final int[] sizes;

    private Corners(Class<?> strategy, Space space, long most) {
        this.strategy = strategy;
        this.space = space;
        this.most = most;
        this.shuffle = new Shuffle(space.size(), 0);
        this.sizes = space.axes().stream().mapToInt(Axis::size).toArray();
    }

    /** Their numbers, those included that the record refuses; empty for all there are. */
    static Optional<long[]> of(Class<?> strategy, Space space, long most) {
        return space.size() <= most ? Optional.empty() : Optional.of(new Corners(strategy, space, most).numbers());
    }

    private long[] numbers() {
        LongStream.Builder numbers = LongStream.builder();
        for (int i = 0; i < DRAWN; i++) {
            numbers.add(shuffle.at(i));
        }
        List<int[]> places = places();
        List<BitSet> dependences = dependences(places);
        for (BitSet together : dependences) {
            put(together, most / dependences.size(), places, numbers);
        }
        return numbers.build().toArray();
    }

    // ---- places to look from ----

    /** The first and the last combination, and some by chance, as far as the record takes them. */
    private List<int[]> places() {
        List<int[]> places = new ArrayList<>();
        for (long number : new long[] {0, space.size() - 1}) {
            if (space.parameters(number).isPresent()) {
                places.add(indices(number));
            }
        }
        for (int i = 0; i < TRIES && places.size() < PLACES; i++) {
            long number = shuffle.at(i);
            if (space.parameters(number).isPresent()) {
                places.add(indices(number));
            }
        }
        return places;
    }

    private int[] indices(long number) {
        int[] indices = new int[sizes.length];
        for (int axis = 0; axis < indices.length; axis++) {
            indices[axis] = space.index(number, axis);
        }
        return indices;
    }

    private List<Value> declared(int[] indices) {
        return space.parameters(space.number(indices))
                .map(parameters -> Strategies.sketch(strategy, parameters).declared())
                .orElse(List.of());
    }

    // ---- what follows what ----

    /** Sets of parameters that some series depends on, none of them part of another. */
    private List<BitSet> dependences(List<int[]> places) {
        List<BitSet> slots = new ArrayList<>();
        BitSet shaping = new BitSet();
        for (int[] place : places) {
            List<Value> here = declared(place);
            for (int axis = 0; axis < sizes.length; axis++) {
                for (int value : probes(sizes[axis])) {
                    int[] moved = place.clone();
                    moved[axis] = value;
                    compare(here, declared(moved), axis, slots, shaping);
                }
            }
        }
        Set<BitSet> all = new LinkedHashSet<>();
        for (BitSet slot : slots) {
            slot.or(shaping);
            all.add(slot);
        }
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && within(one, other)))
                .toList();
    }

    private static boolean within(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest.isEmpty();
    }

    private static void compare(List<Value> here, List<Value> there, int axis, List<BitSet> slots, BitSet shaping) {
        if (there.isEmpty()) {
            return; // refused
        }
        if (here.size() != there.size()) {
            shaping.set(axis); // what stands where depends on it
        }
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            while (slots.size() <= i) {
                slots.add(new BitSet());
            }
            if (!here.get(i).equals(there.get(i))) {
                slots.get(i).set(axis);
            }
        }
    }

    /** Values of a parameter from its first to its last, next to each other at both ends. */
    private static int[] probes(int size) {
        if (size <= PROBES) {
            int[] all = new int[size];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] some = new int[PROBES];
        for (int i = 0; i < PROBES; i++) {
            some[i] = i < 4 ? i : i >= PROBES - 4 ? size - PROBES + i : (int) ((long) i * size / PROBES);
        }
        return some;
    }

    // ---- put together ----

    /** All values of these parameters together; of too many as many by chance. */
    private void put(BitSet together, long choicesMax, List<int[]> places, LongStream.Builder numbers) {
        int[] axes = together.stream().toArray();
        long count = 1;
        for (int axis : axes) {
            count = Math.min(Long.MAX_VALUE / sizes[axis], count) * sizes[axis];
        }
        Shuffle order = new Shuffle(count, 1);
        for (long i = 0; i < Math.min(count, choicesMax); i++) {
            beside(axes, order.at(i), places, numbers);
        }
    }

    /** One choice of values for these parameters, and values of the others that the record takes beside them. */
    private void beside(int[] axes, long choice, List<int[]> places, LongStream.Builder numbers) {
        for (int i = 0; i < places.size() + PARTNERS; i++) {
            int[] indices = i < places.size() ? places.get(i).clone() : indices(shuffle.at(i));
            long rest = choice;
            for (int axis : axes) {
                indices[axis] = (int) (rest % sizes[axis]);
                rest /= sizes[axis];
            }
            long number = space.number(indices);
            if (space.parameters(number).isPresent()) {
                numbers.add(number);
                return;
            }
        }
    }
}
