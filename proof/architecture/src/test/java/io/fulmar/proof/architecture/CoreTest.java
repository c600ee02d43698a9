package io.fulmar.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fulmar.domain.PlantedClockReader;
import io.fulmar.domain.PlantedReflection;
import io.fulmar.engine.PlantedHiddenClass;
import io.fulmar.indicator.PlantedMathematics;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTest {
    @Test
    void coreIsPure() {
        assertThat(CoreBans.violations(House.classes())).isEmpty();
    }

    @Test
    void onlyTheNamedClassesUseReflection() throws IOException {
        assertThat(CoreBans.reflecting(House.classes())).containsExactlyElementsOf(Shape.names("reflection.txt"));
    }

    @Test
    void atMostOneClassCopiesTheLoopAndItIsTheEngines() {
        assertThat(CoreBans.loopCopiers(House.classes()))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(name -> name.startsWith("io.fulmar.engine."));
    }

    @Test
    void clockChanceAndTheOutsideWorldAreSeen() {
        assertThat(violations(PlantedClockReader.class))
                .containsExactlyInAnyOrder(
                        planted("calls java.lang.System.currentTimeMillis"),
                        planted("calls java.lang.System.getenv"),
                        planted("calls java.lang.System.identityHashCode"),
                        planted("calls java.lang.System.nanoTime"),
                        planted("calls java.time.Instant.now"),
                        planted("calls java.util.SplittableRandom.<init>"),
                        planted("calls java.util.UUID.randomUUID"),
                        planted("calls java.util.List.parallelStream"),
                        planted("calls java.lang.System.out"),
                        planted("calls java.lang.System.getLogger"),
                        planted("uses java.lang.Thread"),
                        planted("uses java.nio.file.Path"),
                        planted("uses java.util.Random"),
                        planted("uses java.util.concurrent.ThreadLocalRandom"));
    }

    @Test
    void reflectionIsSeen() {
        assertThat(CoreBans.reflecting(new ClassFileImporter().importClasses(PlantedReflection.class)))
                .containsExactly("io.fulmar.domain.PlantedReflection");
    }

    @Test
    void mathematicsThatDiffersByMachineIsSeen() {
        assertThat(violations(PlantedMathematics.class))
                .containsExactlyInAnyOrder(
                        "io.fulmar.indicator.PlantedMathematics calls Math.exp: use StrictMath",
                        "io.fulmar.indicator.PlantedMathematics calls Math.log: use StrictMath",
                        "io.fulmar.indicator.PlantedMathematics calls Math.pow: use StrictMath",
                        "io.fulmar.indicator.PlantedMathematics calls Math.random: use StrictMath");
    }

    @Test
    void copyOfTheLoopIsTheNamedException() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedHiddenClass.class);

        assertThat(CoreBans.violations(planted)).isEmpty();
        assertThat(CoreBans.loopCopiers(planted)).containsExactly("io.fulmar.engine.PlantedHiddenClass");
    }

    private static List<String> violations(Class<?> planted) {
        return CoreBans.violations(new ClassFileImporter().importClasses(planted));
    }

    private static String planted(String what) {
        return "io.fulmar.domain.PlantedClockReader " + what;
    }
}
