package io.fulmar.research.sweep;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all workers of this process did, for whoever watches from another thread. */
public final class Gauge {
    private static final int REASONS_MAX = 100;

    private final AtomicLong evaluated = new AtomicLong();
    private final Map<String, AtomicLong> reasons = new ConcurrentHashMap<>();

    /** Combinations, each time one was evaluated on a market. */
    public long evaluated() {
        return evaluated.get();
    }

    /** Why combinations were not run in a faster tier, and how many. */
    public Map<String, Long> reasons() {
        Map<String, Long> counts = new TreeMap<>();
        reasons.forEach((reason, count) -> counts.put(reason, count.get()));
        return counts;
    }

    void add(int count) {
        evaluated.addAndGet(count);
    }

    void evaluated(String reason) {
        evaluated.incrementAndGet();
        if (!reason.isEmpty() && (reasons.size() < REASONS_MAX || reasons.containsKey(reason))) {
            reasons.computeIfAbsent(reason, first -> new AtomicLong()).incrementAndGet();
        }
    }
}
