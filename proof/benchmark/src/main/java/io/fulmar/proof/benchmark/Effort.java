package io.fulmar.proof.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread spends: CPU time, which other work on the machine disturbs least, and memory. */
final class Effort {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Effort() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
