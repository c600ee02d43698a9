package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndicatorDocsTest {
    @Test
    void thePageSaysWhatTheRegistryHolds() throws IOException {
        assertThat(Files.readString(IndicatorDocs.page()).replace("\r\n", "\n"))
                .as("docs/indicators.md is out of date: run io.fulmar.indicator.IndicatorDocs")
                .isEqualTo(IndicatorDocs.text());
    }

    @Test
    void everyFunctionOfTheReferenceIsHereAndChecked() {
        Checks checks = Checks.read();
        assertThat(checks.recorded()).hasSize(201);
        checks.recorded().forEach((name, library) -> {
            assertThat(Indicators.find(name)).as(name).isPresent();
            assertThat(library.columns()).as(name).isPositive();
            assertThat(Double.parseDouble(library.worst())).as(name).isLessThanOrEqualTo(1e-7);
        });
        assertThat(Indicators.all())
                .allSatisfy(definition ->
                        assertThat(checks.of(definition)).as(definition.name()).isNotEmpty());
    }

    @Test
    void everyNameIsThereOnceAndFound() {
        Set<String> names = new HashSet<>();
        for (Definition definition : Indicators.all()) {
            assertThat(names.add(definition.name())).as(definition.name()).isTrue();
            assertThat(Indicators.find(definition.name().toUpperCase(Locale.ROOT)))
                    .contains(definition);
        }
        assertThat(Indicators.find("highest")).isEqualTo(Indicators.find("max"));
        assertThat(Indicators.find("nothing")).isEmpty();
    }
}
