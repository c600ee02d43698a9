package io.fulmar.indicator;

import java.util.ArrayList;
import java.util.List;

/** A {@link Definition} being written down. */
final class Draft {
    private final String name;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private List<String> outputs = List.of("value");
    private Exactness exactness = Exactness.PATH;
    private String seed = "none";
    private Definition.Memory memory = arguments -> Long.MAX_VALUE;

    private Draft(String name) {
        this.name = name;
    }

    static Draft of(String name) {
        return new Draft(name);
    }

    /** One input that the user may replace, the close by default. */
    Draft series() {
        return series(Field.CLOSE);
    }

    Draft series(Field preset) {
        inputs.add(Input.series(preset));
        return this;
    }

    Draft bars(Field... fields) {
        for (Field field : fields) {
            inputs.add(Input.bar(field));
        }
        return this;
    }

    Draft with(Parameter... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    Draft gives(String... names) {
        outputs = List.of(names);
        return this;
    }

    /** Values depend on the last {@code memory} bars only. */
    Draft window(Exactness kind, Definition.Memory bars) {
        exactness = kind;
        memory = bars;
        return this;
    }

    Draft forgets(String start, Definition.Memory bars) {
        exactness = Exactness.FORGETTING;
        seed = start;
        memory = bars;
        return this;
    }

    Draft path(String start) {
        exactness = Exactness.PATH;
        seed = start;
        return this;
    }

    Definition is(String description, Definition.Maker maker) {
        return new Definition(name, inputs, parameters, outputs, exactness, seed, description, memory, maker);
    }
}
