package io.fulmar.proof.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What makes a core room impure: the clock, chance, the outside world, other threads, and mathematics that differs by machine. */
final class CoreBans {
    /** Types by full name. Time, chance and I/O are handed in; who needs a thread does not belong in the core. */
    private static final Pattern TYPES = Pattern.compile(String.join(
            "|",
            "java\\.util\\.Random",
            "java\\.security\\.SecureRandom",
            "java\\.util\\.concurrent\\.(ThreadLocalRandom|ForkJoin.*|Executor.*|.*Executor|CompletableFuture|Flow.*)",
            "java\\.util\\.(Timer|TimerTask|Scanner)",
            "java\\.util\\.logging\\..*",
            "java\\.lang\\.(Thread.*|Process.*|Runtime|System\\$Logger)",
            "java\\.io\\.(?!Serializable$).*",
            "java\\.net\\..*",
            "java\\.nio\\.(file|channels)\\..*",
            "java\\.time\\.Clock"));

    /** Asking classes about themselves: only those that are named, each with its reason, in reflection.txt. */
    private static final Pattern REFLECTION =
            Pattern.compile("java\\.lang\\.reflect\\..*|java\\.lang\\.invoke\\.MethodHandles\\$Lookup");

    /** Calls, and uses of a field, as {@code owner.name}. */
    private static final Pattern CALLS = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getLogger|identityHashCode|exit|gc|out|err|in)",
            "java\\.time\\.\\w+\\.now",
            "java\\.util\\.UUID\\.randomUUID",
            "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)",
            "java\\.util\\..*\\.(parallelStream|parallel)",
            "java\\.util\\.Arrays\\.parallel\\w+",
            "java\\.lang\\.Class\\.forName"));

    /** Of Math only what every machine must answer alike, to the bit; the rest is StrictMath's. */
    private static final Set<String> MATH = Set.of(
            "abs",
            "min",
            "max",
            "sqrt",
            "rint",
            "round",
            "fma",
            "floor",
            "ceil",
            "signum",
            "clamp",
            "copySign",
            "ulp",
            "scalb",
            "getExponent",
            "nextUp",
            "nextDown",
            "nextAfter",
            "floorDiv",
            "floorMod",
            "ceilDiv",
            "ceilMod",
            "multiplyFull",
            "multiplyHigh",
            "unsignedMultiplyHigh");

    private CoreBans() {}

    static List<String> violations(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass one : classes) {
            if (isCore(one) && !copiesTheLoop(one)) check(one, found);
        }
        return List.copyOf(found);
    }

    /** Core classes that use reflection, but for the copy of the loop. */
    static List<String> reflecting(JavaClasses classes) {
        return classes.stream()
                .filter(one -> isCore(one) && !copiesTheLoop(one))
                .filter(one -> one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> REFLECTION
                                .matcher(to.getTargetClass()
                                        .getBaseComponentType()
                                        .getName())
                                .matches()))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** The one exception: a class of the engine that gives each strategy a hidden copy of the loop, and the loop itself. */
    static List<String> loopCopiers(JavaClasses classes) {
        return classes.stream()
                .filter(CoreBans::isCore)
                .filter(one -> one.getAccessesFromSelf().stream()
                        .anyMatch(access -> access.getName().equals("defineHiddenClass")))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static boolean copiesTheLoop(JavaClass one) {
        return one.getPackageName().equals("io.fulmar.engine")
                && (one.getSimpleName().equals("Loop")
                        || one.getAccessesFromSelf().stream()
                                .anyMatch(access -> access.getName().equals("defineHiddenClass")));
    }

    private static boolean isCore(JavaClass one) {
        String name = one.getPackageName();
        return name.startsWith("io.fulmar.")
                && Arrows.CORE.contains(name.substring("io.fulmar.".length()).replaceFirst("\\..*", ""));
    }

    private static void check(JavaClass one, Set<String> found) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
            String type = dependency.getTargetClass().getBaseComponentType().getName();
            if (TYPES.matcher(type).matches()) found.add(one.getName() + " uses " + type);
        }
        for (JavaAccess<?> access : one.getAccessesFromSelf()) {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            if (CALLS.matcher(owner + "." + name).matches() || isUnseeded(access)) {
                found.add(one.getName() + " calls " + owner + "." + name);
            }
            boolean constant = name.equals("PI") || name.equals("E");
            if (owner.equals("java.lang.Math") && !constant && !MATH.contains(name) && !name.endsWith("Exact")) {
                found.add(one.getName() + " calls Math." + name + ": use StrictMath");
            }
        }
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return access.getTarget().getFullName().equals("java.util.SplittableRandom.<init>()");
    }
}
