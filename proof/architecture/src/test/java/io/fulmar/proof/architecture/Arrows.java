package io.fulmar.proof.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of arrows.txt: whether one room may know another, or only one type of it. */
final class Arrows {
    static final Set<String> CORE =
            Set.of("domain", "bus", "market", "indicator", "strategy", "portfolio", "risk", "execution", "engine");

    private final Map<String, List<String>> allowed = new LinkedHashMap<>();

    static Arrows read() throws IOException {
        try (InputStream in = Arrows.class.getResourceAsStream("arrows.txt")) {
            if (in == null) throw new IOException("arrows.txt is missing");
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Arrows of(String table) {
        Arrows arrows = new Arrows();
        table.lines().filter(line -> line.contains("->")).forEach(line -> {
            int arrow = line.indexOf("->");
            List<String> rooms = Arrays.stream(line.substring(arrow + 2).split(","))
                    .map(String::strip)
                    .filter(room -> !room.isEmpty())
                    .toList();
            arrows.allowed.put(line.substring(0, arrow).strip(), rooms);
        });
        return arrows;
    }

    /** {@code io.fulmar.risk} is "risk", {@code io.fulmar.venue.kit.wire} is "venue/kit"; a stranger has no room. */
    Optional<String> roomOf(String packageName) {
        if (!packageName.startsWith("io.fulmar.")) return Optional.empty();
        String[] parts = packageName.substring("io.fulmar.".length()).split("\\.");
        if (rule(parts[0]).isPresent()) return Optional.of(parts[0]);
        return parts.length > 1
                ? Optional.of(parts[0] + "/" + parts[1])
                        .filter(room -> rule(room).isPresent())
                : Optional.empty();
    }

    /** Whether a class of one room may use a type, given by its room and simple name. */
    boolean allows(String from, String to, String type) {
        if (from.equals(to)) return true;
        return rule(from).orElse(List.of()).stream().anyMatch(entry -> matches(entry, to, type));
    }

    /** Whether the pom of one room may name another, which it must for a single type too. */
    boolean allowsDependency(String from, String to) {
        return rule(from).orElse(List.of()).stream().anyMatch(entry -> matches(entry.replaceFirst(":.*", ""), to, ""));
    }

    private Optional<List<String>> rule(String room) {
        List<String> own = allowed.get(room);
        if (own == null && room.contains("/")) own = allowed.get(room.substring(0, room.indexOf('/')) + "/*");
        return Optional.ofNullable(own);
    }

    private static boolean matches(String entry, String to, String type) {
        if (entry.equals("anything")) return true;
        if (entry.equals("core")) return CORE.contains(to);
        if (entry.endsWith("/*")) return to.startsWith(entry.substring(0, entry.length() - 1));
        return entry.equals(to) || entry.equals(to + ":" + type);
    }
}
