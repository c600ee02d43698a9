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
    void everyNameIsThereOnceAndFound() {
        Set<String> names = new HashSet<>();
        for (Definition definition : Indicators.all()) {
            assertThat(names.add(definition.name())).as(definition.name()).isTrue();
            assertThat(Indicators.find(definition.name().toUpperCase(Locale.ROOT)))
                    .contains(definition);
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Indicators.find("highest")).isEqualTo(Indicators.find("max"));
        assertThat(Indicators.find("nothing")).isEmpty();
    }
}
