package io.fulmar.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PomsTest {
    private final Arrows arrows = Arrows.read();

    PomsTest() throws IOException {}

    @Test
    void noPomLetsARoomSeeWhatItMayNot() {
        assertThat(Poms.forbidden(Poms.dependencies(), Poms.rooms(), arrows)).isEmpty();
    }

    @Test
    void everyModuleHasItsRoomInTheTable() {
        assertThat(Poms.rooms().values())
                .isNotEmpty()
                .allMatch(room ->
                        arrows.roomOf("io.fulmar." + room.replace('/', '.')).isPresent());
    }

    @Test
    void arrowThatPointsUpwardIsSeen() {
        assertThat(Poms.forbidden(
                        Map.of("domain", List.of(new Poms.Dependency("io.fulmar", "fulmar-engine"))),
                        Map.of("fulmar-engine", "engine"),
                        arrows))
                .containsExactly("the pom of domain names engine");
    }

    @Test
    void libraryInTheCoreIsSeen() {
        assertThat(Poms.forbidden(
                        Map.of("bus", List.of(new Poms.Dependency("com.google.guava", "guava"))), Map.of(), arrows))
                .containsExactly("the pom of bus names guava: the core needs Java and JSpecify only");
    }

    @Test
    void oneTypeOfARoomNeedsItsPom() {
        assertThat(Poms.forbidden(
                        Map.of("simulation/exchange", List.of(new Poms.Dependency("io.fulmar", "fulmar-risk"))),
                        Map.of("fulmar-risk", "risk"),
                        arrows))
                .isEmpty();
    }
}
