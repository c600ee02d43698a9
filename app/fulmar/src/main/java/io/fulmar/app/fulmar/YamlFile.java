package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A file of settings in YAML, read strictly: unknown keys, keys given twice, anchors and tags are errors that say where. Every value is
 * the text that stands there, so that nothing turns into a number or a truth by itself.
 */
final class YamlFile {
    private static final int BYTES_MAX = 1 << 20;

    private final TextFile source;
    private final String form;

    private YamlFile(TextFile source, String form) {
        this.source = source;
        this.form = form;
    }

    /** Reads the file; {@code form} is a sentence about what belongs there, shown with every error. */
    static YamlFile of(Path file, String form) {
        try {
            if (!Files.isRegularFile(file)) throw unreadable(file, "there is no such file", form);
            if (Files.size(file) > BYTES_MAX) throw unreadable(file, "it is over 1 MiB: these are no settings", form);
            return new YamlFile(new TextFile(file, Files.readString(file)), form);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text", form);
        } catch (IOException e) {
            throw unreadable(file, "it cannot be read; you may lack the right to", form);
        }
    }

    private static Failure unreadable(Path file, String why, String form) {
        Failure failure = new Failure(ErrorCode.BAD_CONFIGURATION, why).at(file.toString());
        Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
        return failure.help(form);
    }

    /** What the file holds. */
    Node root() {
        LoadSettings strict = LoadSettings.builder()
                .setLabel(source.file().toString())
                .setCodePointLimit(BYTES_MAX)
                .setMaxAliasesForCollections(0)
                .build();
        List<Node> documents = new ArrayList<>();
        try {
            new Compose(strict).composeAllFromString(source.text()).forEach(documents::add);
        } catch (MarkedYamlEngineException e) {
            throw e.getProblemMark()
                    .map(mark -> new Failure(ErrorCode.BAD_CONFIGURATION, e.getProblem()).at(place(mark)))
                    .orElseGet(() -> new Failure(ErrorCode.BAD_CONFIGURATION, e.getProblem())
                            .at(source.file().toString()))
                    .help(form);
        } catch (YamlEngineException e) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, String.valueOf(e.getMessage()))
                    .at(source.file().toString())
                    .help(form);
        }
        if (documents.size() == 1) return documents.getFirst();
        throw new Failure(
                        ErrorCode.BAD_CONFIGURATION, documents.isEmpty() ? "it is empty" : "it holds several documents")
                .at(source.file().toString())
                .help(form);
    }

    /** The node as keys with values: these keys and no others, none twice. */
    SequencedMap<String, Node> fields(Node node, List<String> known) {
        plain(node);
        if (!(node instanceof MappingNode mapping)) throw wrong(node, "expected lines of key: value");
        SequencedMap<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = text(pair.getKeyNode());
            if (!known.contains(key)) {
                Failure failure = wrong(pair.getKeyNode(), "unknown key '" + key + "'");
                Suggestion.nearest(key, known).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
                throw failure.help("known keys: " + String.join(", ", known));
            }
            if (fields.putIfAbsent(key, pair.getValueNode()) != null) {
                throw wrong(pair.getKeyNode(), "the key '" + key + "' is there twice");
            }
        }
        return fields;
    }

    List<Node> items(Node node) {
        plain(node);
        if (node instanceof SequenceNode sequence) return sequence.getValue();
        throw wrong(node, "expected a list: lines that start with a dash");
    }

    String text(Node node) {
        plain(node);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) return scalar.getValue();
        throw wrong(node, "expected a word or a number");
    }

    private void plain(Node node) {
        boolean standard = node.getTag().getValue().startsWith("tag:yaml.org,2002:");
        if (node.getAnchor().isPresent() || !standard) {
            throw wrong(node, "anchors and tags are not used here: write it out");
        }
    }

    Failure wrong(Node node, String message) {
        Failure failure = new Failure(ErrorCode.BAD_CONFIGURATION, message);
        node.getStartMark()
                .ifPresentOrElse(
                        mark -> failure.at(place(mark)),
                        () -> failure.at(source.file().toString()));
        return failure.help(form);
    }

    private String place(Mark mark) {
        return source.place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
