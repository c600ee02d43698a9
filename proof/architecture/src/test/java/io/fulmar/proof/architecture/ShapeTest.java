package io.fulmar.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fulmar.domain.PlantedClockReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void filesAreShortAndThoseOnTheListOnlyShrink() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        for (Path file : House.sources(true)) {
            lines.put(House.ROOT.relativize(file).toString(), House.lines(file).size());
        }
        assertThat(Shape.tooLong(lines, Shape.ratchet("long-files.txt"))).isEmpty();
    }

    @Test
    void roomsHideAThirdOfTheirTypes() throws IOException {
        Map<String, Integer> percent = Shape.hiddenPercent(House.classes(), Arrows.read());
        assertThat(Shape.tooPublic(percent, Shape.ratchet("public-rooms.txt")))
                .as("of %s", percent)
                .isEmpty();
    }

    @Test
    void everyPackageHasADoorPlate() throws IOException {
        List<String> found = new ArrayList<>();
        TreeSet<Path> packages = new TreeSet<>();
        House.sources(false).forEach(file -> packages.add(file.getParent()));
        for (Path one : packages) {
            Path plate = one.resolve("package-info.java");
            String text = Files.exists(plate) ? Files.readString(plate) : "";
            Shape.onTheDoor(text).forEach(what -> found.add(House.ROOT.relativize(one) + ": " + what));
        }
        assertThat(packages).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void testsAreCalledBySentences() {
        List<String> found = new ArrayList<>();
        House.sources(true).forEach(file -> found.addAll(Shape.badTestNames(file, House.lines(file))));
        assertThat(found).isEmpty();
    }

    @Test
    void longFileIsSeenAndAShortOneOnTheListToo() {
        Map<String, Integer> lines = Map.of("A", 301, "B", 340, "C", 320, "D", 200, "E", 300);

        assertThat(Shape.tooLong(lines, Map.of("B", 350, "C", 350, "D", 310)))
                .containsExactlyInAnyOrder(
                        "A has 301 lines, more than 300",
                        "C has shrunk: list it with 320",
                        "D is short now: take it off the list");
    }

    @Test
    void publicRoomIsSeenAndAHiddenOneOnTheListToo() {
        assertThat(Shape.tooPublic(Map.of("risk", 20, "bus", 10, "engine", 50), Map.of("bus", 10, "engine", 5)))
                .containsExactlyInAnyOrder(
                        "risk: 20 % of its types are not public, it should be 33 %",
                        "engine hides a third now: take it off the list");
    }

    @Test
    void publicTypesAreCounted() throws IOException {
        Map<String, Integer> percent =
                Shape.hiddenPercent(new ClassFileImporter().importClasses(PlantedClockReader.class), Arrows.read());
        assertThat(percent).as("one type is too few to judge by").isEmpty();
        assertThat(Shape.hiddenPercent(
                        new ClassFileImporter().importPackages("io.fulmar.proof.architecture"), Arrows.read()))
                .containsEntry("proof/architecture", 100);
    }

    @Test
    void emptyDoorIsSeen() {
        assertThat(Shape.onTheDoor("")).containsExactly("there is none");
        assertThat(Shape.onTheDoor("package x;")).hasSize(2);
    }

    @Test
    void nameThatIsNoSentenceIsSeen() {
        assertThat(Shape.badTestNames(
                        Path.of("ATest.java"), List.of("    void " + "testFill() {", "void fillsOnce() {")))
                .containsExactly("ATest.java: void " + "testFill() {");
    }
}
