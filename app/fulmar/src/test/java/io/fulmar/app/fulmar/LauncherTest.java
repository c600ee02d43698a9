package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a small house of its own, with a Java and a Maven that only say what they were asked. */
class LauncherTest {
    private static final Path SCRIPT = Path.of(System.getProperty("fulmar.root", "../.."), "fulmar");

    @TempDir
    Path temp;

    private Path house;
    private final Map<String, String> environment = new TreeMap<>();

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void build() throws IOException {
        house = temp.resolve("a house with spaces");
        write(house.resolve("app/fulmar/src/main/java/Main.java"), "class Main {}");
        write(house.resolve("pom.xml"), "<project/>");
        Files.copy(SCRIPT, house.resolve("fulmar"));
        jdk("25.0.3");
        script("mvn", """
                echo "mvn $*" >>../maven-calls.txt
                case " $* " in
                  *' verify '*)
                    mkdir -p app/fulmar/target/surefire-reports
                    cp ../reports/* app/fulmar/target/surefire-reports/
                    exit 0 ;;
                esac
                [ ! -e ../broken ] || { echo '[ERROR] Main.java:[1,1] no semicolon'; exit 1; }
                mkdir -p app/fulmar/target/lib app/fulmar/target/sql
                echo jar >app/fulmar/target/sql/duckdb.jar
                echo jar >app/fulmar/target/fulmar-app-0.1.0.jar
                echo jar >app/fulmar/target/lib/fulmar-domain-0.1.0.jar
                """);
        environment.put("JAVA_HOME", temp.resolve("jdk").toString());
        environment.put("HOME", temp.toString());
        environment.put("PATH", temp.resolve("bin") + ":/usr/bin:/bin");
        environment.put("FULMAR_JDK_FOLDERS", "");
    }

    @Test
    void wordsReachTheProgramAsTheyAre() {
        Ended ended = fulmar("backtest", "my file.java", "--param", "a=*", "");

        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out().lines().skip(ended.out().lines().toList().indexOf("io.fulmar.app.fulmar.Main") + 1L))
                .containsExactly("backtest", "my file.java", "--param", "a=*", "");
        assertThat(ended.out()).containsPattern("-Xmx[0-9]+m").contains("-Dfulmar.home=" + house, "-Dfulmar.command=");
    }

    @Test
    void buildsOnTheFirstStartOnly() throws IOException {
        assertThat(fulmar("version").err()).contains("building (the first start)", "built in");
        assertThat(fulmar("version").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedAddedAndRemovedSourcesAreBuilt() throws IOException {
        fulmar("version");
        write(house.resolve("app/fulmar/src/main/java/Other.java"), "class Other {}");
        assertThat(fulmar("version").err()).contains("building (sources changed)");
        Files.delete(house.resolve("app/fulmar/src/main/java/Other.java"));
        assertThat(fulmar("version").err()).contains("building (sources changed)");
        write(house.resolve("app/fulmar/src/test/java/OtherTest.java"), "class OtherTest {}");
        assertThat(fulmar("version").err()).isEmpty();
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void startsFromAnyFolderAndThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("bin/fulmar"), house.resolve("fulmar"));
        Path hop = Files.createSymbolicLink(temp.resolve("hop"), Path.of("bin/fulmar"));

        assertThat(run(List.of(link.toString(), "version")).out()).contains("-Dfulmar.home=" + house);
        assertThat(run(List.of(hop.toString(), "version")).out()).contains("-Dfulmar.home=" + house);
        assertThat(run(List.of("bash", "-c", "cd '" + house + "/app' && ../fulmar version"))
                        .out())
                .contains("-Dfulmar.home=" + house);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws IOException {
        Ended both =
                run(List.of("bash", "-c", "'%1$s' version & '%1$s' version; wait".formatted(house.resolve("fulmar"))));

        assertThat(both.out().lines().filter("io.fulmar.app.fulmar.Main"::equals))
                .hasSize(2);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void lockOfADeadProcessIsTaken() throws IOException {
        write(house.resolve(".fulmar/lock/pid"), "99999999\n");

        assertThat(fulmar("version").err()).contains("built in");
        assertThat(house.resolve(".fulmar/lock")).doesNotExist();
    }

    @Test
    void failedBuildShowsWhatIsWrongAndTheLog() throws IOException {
        write(temp.resolve("broken"), "");
        Ended ended = fulmar("version");

        assertThat(ended.code()).isEqualTo(70);
        assertThat(ended.err())
                .contains("[ERROR] Main.java:[1,1] no semicolon", "error: the build failed", ".fulmar/build.log");
        Files.delete(temp.resolve("broken"));
        assertThat(fulmar("version").code()).isEqualTo(7);
    }

    @Test
    void missingLibrariesAreNotOurSourcesFault() throws IOException {
        script("mvn", "echo '[ERROR] Could not transfer artifact x from central: Unknown host'; exit 1");
        Ended ended = fulmar("version");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("could not fetch them", "connect to the network");
    }

    @Test
    void oldJavaIsNotUsedAndTheWayToANewOneIsTold() throws IOException {
        jdk("21.0.2");
        Ended ended = fulmar("version");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).startsWith("error: no JDK 25 found\n").contains("apt-get", "sdk install", "JAVA_HOME=");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void missingMavenIsTold() throws IOException {
        Files.delete(temp.resolve("bin/mvn"));
        environment.put("PATH", onlyTools());
        Ended ended = fulmar("version");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("Maven is needed", "apt-get install maven");
    }

    @Test
    void suiteEndsWithTheSumOfItsTests() throws IOException {
        report("ATest", "tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\"");
        report("BTest", "tests=\"12\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Ended ended = fulmar("test");

        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().toList().getLast()).isEqualTo("16 passed, 0 failed, 1 skipped");
    }

    @Test
    void suiteWithAFailureOrWithoutATestFails() throws IOException {
        report("ATest", "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"");
        Ended failed = fulmar("test");
        report("ATest", "tests=\"0\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Ended empty = fulmar("test");

        assertThat(failed.out()).endsWith("3 passed, 2 failed, 0 skipped\n");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(empty.code()).isEqualTo(1);
    }

    @Test
    void proofIsAScriptThatFindsTheProgram() throws IOException {
        write(
                house.resolve("proof/benchmark/speed.sh"),
                "#!/usr/bin/env bash\n# How fast it is.\necho \"$1 $FULMAR_CLASS_PATH\"\n");

        assertThat(fulmar("proof").out()).contains("speed", "How fast it is.");
        assertThat(fulmar("proof", "speed", "very fast").out())
                .startsWith("very fast ")
                .contains("fulmar-app-0.1.0.jar");
        assertThat(fulmar("proof", "../../etc/passwd").code()).isEqualTo(2);
    }

    private Ended fulmar(String... words) {
        List<String> command = new ArrayList<>(List.of(house.resolve("fulmar").toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private Ended run(List<String> command) {
        try {
            Path out = Files.createTempFile(temp, "out", "");
            Path err = Files.createTempFile(temp, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(temp.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            return new Ended(code, Files.readString(out), Files.readString(err));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(temp.resolve("maven-calls.txt"))) {
            return lines.filter(line -> line.contains(" package ")).count();
        }
    }

    private void jdk(String version) throws IOException {
        write(temp.resolve("jdk/release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(temp.resolve("jdk/bin/java"), "for word in \"$@\"; do printf '%s\\n' \"$word\"; done; exit 7");
        executable(temp.resolve("jdk/bin/javac"), "exit 0");
    }

    /** The tools the launcher needs, and no Maven. */
    private String onlyTools() throws IOException {
        Path bin = Files.createDirectories(temp.resolve("tools"));
        for (String tool : List.of("bash", "env", "dirname", "readlink", "mkdir", "find", "rm", "cat", "sleep", "mv")) {
            Path from = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            script("../tools/" + tool, "exec " + from + " \"$@\"");
        }
        return bin.toString();
    }

    private void report(String test, String attributes) throws IOException {
        write(
                temp.resolve("reports/TEST-" + test + ".xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"" + test + "\" time=\"0.1\" " + attributes
                        + ">\n</testsuite>\n");
    }

    private void script(String name, String body) throws IOException {
        executable(temp.resolve("bin").resolve(name), body);
    }

    private static void executable(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) throw new IOException("cannot make " + file + " executable");
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
