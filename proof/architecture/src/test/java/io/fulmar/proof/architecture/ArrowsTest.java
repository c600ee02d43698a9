package io.fulmar.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fulmar.bus.PlantedCaller;
import io.fulmar.domain.PlantedUpwardCall;
import io.fulmar.unheard.PlantedStranger;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrowsTest {
    private final Arrows arrows = Arrows.read();

    ArrowsTest() throws IOException {}

    @Test
    void noRoomKnowsMoreThanItMay() {
        assertThat(ArrowRules.forbidden(House.classes(), arrows)).isEmpty();
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        assertThat(ArrowRules.cycles(House.classes())).isEmpty();
    }

    @Test
    void onlyRiskMakesAnApproval() {
        assertThat(ArrowRules.approvalsForged(House.classes())).isEmpty();
    }

    @Test
    void everyModuleIsLookedAt() {
        for (var module : House.modules()) {
            String room = House.roomOf(module);
            if (room.startsWith("proof/")) continue;
            assertThat(House.classes().stream()
                            .anyMatch(one -> arrows.roomOf(one.getPackageName())
                                    .filter(room::equals)
                                    .isPresent()))
                    .as(room + " is on the class path of the proof")
                    .isTrue();
        }
    }

    @Test
    void arrowThatPointsUpwardIsSeen() {
        assertThat(ArrowRules.forbidden(new ClassFileImporter().importClasses(PlantedUpwardCall.class), arrows))
                .containsExactly(
                        "io.fulmar.domain.PlantedUpwardCall of domain uses io.fulmar.bus.PlantedCaller of bus");
    }

    @Test
    void classInNoRoomIsSeen() {
        assertThat(ArrowRules.forbidden(new ClassFileImporter().importClasses(PlantedStranger.class), arrows))
                .containsExactly("io.fulmar.unheard.PlantedStranger is in no room of the table");
    }

    @Test
    void circleOfPackagesIsSeen() {
        assertThat(ArrowRules.cycles(
                        new ClassFileImporter().importClasses(PlantedUpwardCall.class, PlantedCaller.class)))
                .singleElement()
                .asString()
                .contains("io.fulmar.bus", "io.fulmar.domain");
    }

    @ParameterizedTest
    @CsvSource({
        "risk, portfolio, Any, true",
        "risk, execution, Any, false",
        "engine, risk, Any, true",
        "engine, simulation/exchange, Any, false",
        "simulation/exchange, risk, Approved, true",
        "simulation/exchange, risk, Limits, false",
        "simulation/wire, venue/binance, Any, false",
        "venue/binance, venue/kit, Any, true",
        "venue/binance, venue/bybit, Any, false",
        "app/guardian, venue/bybit, Any, true",
        "app/guardian, engine, Any, false",
        "app/fulmar, engine, Any, true",
        "engine, app/fulmar, Any, false",
        "store/lake, engine, Any, false",
        "research/sweep, research/robustness, Any, true",
        "research/robustness, research/sweep, Any, false",
        "control/api, control/account, Any, true",
        "control/api, control/chat, Any, false",
    })
    void tableIsReadAsItIsMeant(String from, String to, String type, boolean allowed) {
        assertThat(arrows.allows(from, to, type)).isEqualTo(allowed);
    }

    @Test
    void packagesBelongToTheirRoom() {
        assertThat(arrows.roomOf("io.fulmar.risk")).contains("risk");
        assertThat(arrows.roomOf("io.fulmar.risk.detail")).contains("risk");
        assertThat(arrows.roomOf("io.fulmar.venue.kit.socket")).contains("venue/kit");
        assertThat(arrows.roomOf("io.fulmar.simulation.unheard")).isEmpty();
        assertThat(arrows.roomOf("java.util")).isEmpty();
    }
}
