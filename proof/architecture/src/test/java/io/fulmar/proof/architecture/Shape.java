package io.fulmar.proof.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How large files are, how much of a room is public, what stands on its door, and how tests are called. */
final class Shape {
    static final int LINES_MOST = 300;
    static final int TYPES_LEAST = 6;
    /** Lines that an entry of the list may be too generous. */
    static final int SLACK = 20;

    private static final Pattern NO_SENTENCE = Pattern.compile("void (test|should)[A-Z0-9_]\\w*\\(");

    private Shape() {}

    /** The old offenders: a name and its figure a line. The lists may only shrink. */
    static Map<String, Integer> ratchet(String file) throws IOException {
        Map<String, Integer> entries = new TreeMap<>();
        for (String line : names(file)) {
            String[] words = line.split("\\s+");
            entries.put(words[0], Integer.valueOf(words[1]));
        }
        return entries;
    }

    /** The lines of a list, sorted, without blank ones and remarks. */
    static List<String> names(String file) throws IOException {
        try (InputStream in = Shape.class.getResourceAsStream(file)) {
            if (in == null) throw new IOException(file + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted()
                    .toList();
        }
    }

    /** Files longer than they may be, and entries of the list that have become too generous. */
    static List<String> tooLong(Map<String, Integer> lines, Map<String, Integer> listed) {
        List<String> found = new ArrayList<>();
        lines.forEach((file, length) -> {
            int most = Math.max(LINES_MOST, listed.getOrDefault(file, 0));
            if (length > most) found.add(file + " has " + length + " lines, more than " + most);
        });
        listed.forEach((file, length) -> {
            int now = lines.getOrDefault(file, 0);
            if (now <= LINES_MOST) found.add(file + " is short now: take it off the list");
            else if (now < length - SLACK) found.add(file + " has shrunk: list it with " + now);
        });
        return found;
    }

    /** Rooms of which more than two thirds of the types are public, and entries of the list that are not needed. */
    static List<String> tooPublic(Map<String, Integer> hiddenPercent, Map<String, Integer> listed) {
        List<String> found = new ArrayList<>();
        hiddenPercent.forEach((room, percent) -> {
            int least = listed.getOrDefault(room, 33);
            if (percent < least) {
                found.add(room + ": " + percent + " % of its types are not public, it should be " + least + " %");
            }
        });
        listed.keySet().stream()
                .filter(room -> hiddenPercent.getOrDefault(room, 100) >= 33)
                .forEach(room -> found.add(room + " hides a third now: take it off the list"));
        return found;
    }

    /** How much of each room others cannot see, in percent of its top-level types; small rooms are left out. */
    static Map<String, Integer> hiddenPercent(JavaClasses classes, Arrows arrows) {
        Map<String, int[]> counts = new TreeMap<>();
        for (JavaClass one : classes) {
            if (!one.isTopLevelClass() || one.getSimpleName().equals("package-info")) continue;
            String room = arrows.roomOf(one.getPackageName()).orElse("(no room)");
            int[] count = counts.computeIfAbsent(room, name -> new int[2]);
            count[one.getModifiers().contains(JavaModifier.PUBLIC) ? 0 : 1]++;
        }
        Map<String, Integer> percent = new TreeMap<>();
        counts.forEach((room, count) -> {
            int all = count[0] + count[1];
            if (all >= TYPES_LEAST) percent.put(room, 100 * count[1] / all);
        });
        return percent;
    }

    /** What is missing on the door of a package, given the text of its package-info, or an empty one. */
    static List<String> onTheDoor(String packageInfo) {
        List<String> missing = new ArrayList<>();
        if (packageInfo.isBlank()) return List.of("there is none");
        if (!packageInfo.contains("@NullMarked")) missing.add("it is not @NullMarked");
        if (!packageInfo.contains("May know") && !packageInfo.contains("Knows"))
            missing.add("it does not say what the package may know");
        return missing;
    }

    /** Tests whose name is no sentence about behaviour. */
    static List<String> badTestNames(Path file, List<String> lines) {
        return lines.stream()
                .filter(line -> NO_SENTENCE.matcher(line).find())
                .map(line -> file.getFileName() + ": " + line.strip())
                .toList();
    }
}
