package io.fulmar.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void memoryComesBackAsItWas() {
        Memory memory = new Memory();
        memory.put("word", "naïve, \"quoted\"\nand broken");
        memory.put("number", Long.MIN_VALUE);
        memory.put("decimal", 0.1 + 0.2);
        memory.put("flag", true);
        memory.put("flag", false);
        Memory again = new Memory(memory.entries());
        assertThat(again.word("word", "")).isEqualTo("naïve, \"quoted\"\nand broken");
        assertThat(again.number("number", 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(again.decimal("decimal", 0)).isEqualTo(0.1 + 0.2);
        assertThat(again.flag("flag", true)).isFalse();
        assertThat(again.number("unknown", 7)).isEqualTo(7);
        assertThat(again.entries()).isEqualTo(memory.entries());
        for (int i = 4; i < 10_000; i++) {
            memory.put("n" + i, i);
        }
        memory.put("flag", true);
        assertThatThrownBy(() -> memory.put("one more", 1)).hasMessageContaining("'one more' is one too many");
        assertThat(again.entries()).as("a copy").hasSize(4);
    }
}
