package io.fulmar.app.fulmar;

import io.fulmar.store.s3.RetentionRule;
import io.fulmar.store.s3.S3Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Rules of retention as a file, see docs/s3.md. */
final class RetentionFile {
    private static final List<String> KEYS = List.of("venue", "symbol", "kind", "hot", "warm", "cold");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})([dwy])");

    private final YamlFile yaml;

    private RetentionFile(YamlFile yaml) {
        this.yaml = yaml;
    }

    static List<RetentionRule> read(Path file) {
        RetentionFile reading = new RetentionFile(
                YamlFile.of(file, "rules are a list under rules:, each with kind, hot, warm and cold: docs/s3.md"));
        Node root = reading.yaml.root();
        Node rules = reading.yaml.fields(root, List.of("rules")).get("rules");
        if (rules == null) throw reading.yaml.wrong(root, "there are no rules");
        List<RetentionRule> all = new ArrayList<>();
        for (Node each : reading.yaml.items(rules)) all.add(reading.rule(each));
        if (all.isEmpty()) throw reading.yaml.wrong(rules, "there are no rules");
        return all;
    }

    private RetentionRule rule(Node node) {
        Map<String, Node> fields = yaml.fields(node, KEYS);
        try {
            return new RetentionRule(
                    word(fields, "venue"),
                    word(fields, "symbol"),
                    word(fields, "kind"),
                    span(fields, "hot"),
                    span(fields, "warm"),
                    place(fields));
        } catch (IllegalArgumentException e) {
            throw yaml.wrong(node, String.valueOf(e.getMessage()));
        }
    }

    private String word(Map<String, Node> fields, String key) {
        return Optional.ofNullable(fields.get(key)).map(yaml::text).orElse("*");
    }

    private Optional<Duration> span(Map<String, Node> fields, String key) {
        return Optional.ofNullable(fields.get(key)).map(node -> {
            Matcher match = SPAN.matcher(yaml.text(node));
            if (!match.matches()) {
                throw yaml.wrong(node, key + " is a number of days, weeks or years: 90d, 26w, 2y");
            }
            int days = switch (String.valueOf(match.group(2))) {
                case "d" -> 1;
                case "w" -> 7;
                default -> 365;
            };
            return Duration.ofDays(Long.parseLong(match.group(1)) * days);
        });
    }

    private Optional<S3Place> place(Map<String, Node> fields) {
        return Optional.ofNullable(fields.get("cold")).map(node -> {
            try {
                return S3Place.parse(yaml.text(node));
            } catch (IllegalArgumentException e) {
                throw yaml.wrong(node, String.valueOf(e.getMessage()));
            }
        });
    }
}
