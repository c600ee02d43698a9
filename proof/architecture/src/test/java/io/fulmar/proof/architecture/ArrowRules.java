package io.fulmar.proof.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who uses whom, held against the table. */
final class ArrowRules {
    private ArrowRules() {}

    static List<String> forbidden(JavaClasses classes, Arrows arrows) {
        Set<String> found = new TreeSet<>();
        for (JavaClass one : classes) {
            Optional<String> from = arrows.roomOf(one.getPackageName());
            if (from.isEmpty()) {
                found.add(one.getName() + " is in no room of the table");
                continue;
            }
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = outermost(dependency.getTargetClass().getBaseComponentType());
                if (!target.getPackageName().startsWith("io.fulmar")) continue;
                String to = arrows.roomOf(target.getPackageName()).orElse("(no room)");
                if (!arrows.allows(from.get(), to, target.getSimpleName())) {
                    found.add(
                            outermost(one).getName() + " of " + from.get() + " uses " + target.getName() + " of " + to);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Packages that use each other in a circle, as sentences; none is an empty list. */
    static List<String> cycles(JavaClasses classes) {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass one) {
                        return SliceIdentifier.of(one.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    /** Who makes an approval, other than risk. */
    static List<String> approvalsForged(JavaClasses classes) {
        return classes.stream()
                .filter(one -> !one.getPackageName().equals("io.fulmar.risk"))
                .filter(one -> one.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("io.fulmar.risk.Approved")))
                .map(one -> one.getName() + " makes an Approved")
                .sorted()
                .toList();
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(ArrowRules::outermost).orElse(one);
    }
}
