package io.fulmar.store.s3;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** s3proxy, a real S3 server with signatures, on a port of its own and over a folder. Its jars come from Maven and stay off our class path. */
final class Proxy implements AutoCloseable {
    static final String KEY = "fulmar-test-key";
    static final String SECRET = "fulmar-test-secret";
    static final String BUCKET = "fulmar-test";
    private static final int FETCH_SECONDS = 300;

    private final Process process;
    private final int port;
    private final Path folder;

    private Proxy(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Starts one, or skips the test and says why where its jars cannot be fetched. */
    static Proxy start(Path folder, String... more) {
        try {
            Files.createDirectories(folder.resolve("data").resolve(BUCKET));
            return start(folder, freePort(), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proxy start(Path folder, int port, String... more) throws IOException {
        Path properties = Files.writeString(
                folder.resolve("s3proxy-" + port + ".properties"),
                String.join(
                        "\n",
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + KEY,
                        "s3proxy.credential=" + SECRET,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.identity=none",
                        "jclouds.credential=none",
                        "jclouds.filesystem.basedir=" + folder.resolve("data"),
                        String.join("\n", more)));
        Path quiet = Files.writeString(
                folder.resolve("logback.xml"), "<configuration><root level=\"OFF\"/></configuration>");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + quiet,
                        "-cp",
                        ownClasses() + File.pathSeparator + classPath(),
                        ProxyProcess.class.getName(),
                        properties.toString())
                .redirectError(folder.resolve("s3proxy.log").toFile())
                .start();
        awaitReady(process, folder);
        return new Proxy(process, port, folder);
    }

    private static void awaitReady(Process process, Path folder) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(ProxyProcess.READY)) return;
        }
        throw new IOException("the S3 server did not start: " + Files.readString(folder.resolve("s3proxy.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static Path ownClasses() {
        return Path.of(URI.create(
                Proxy.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Asked of Maven once a build. */
    private static String classPath() throws IOException {
        Path known = target().resolve("s3proxy.classpath");
        if (!Files.exists(known) || !Files.exists(first(Files.readString(known)))) {
            Optional<String> problem = fetch(known);
            Assumptions.assumeTrue(
                    problem.isEmpty(), () -> "skipped: s3proxy could not be fetched from Maven: " + problem.orElse(""));
        }
        return Files.readString(known);
    }

    private static Path first(String classPath) {
        return Path.of(classPath.split(File.pathSeparator)[0].strip());
    }

    private static Path target() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("fulmar.root")).resolve("store/s3/target"));
    }

    private static Optional<String> fetch(Path into) throws IOException {
        Path log = into.resolveSibling("s3proxy-fetch.log");
        String home = System.getProperty("fulmar.maven", "");
        Path own = Path.of(home, "bin", "mvn");
        ProcessBuilder maven = new ProcessBuilder(
                !home.isEmpty() && Files.exists(own) ? own.toString() : "mvn",
                "-B",
                "-ntp",
                "-q",
                "-f",
                Path.of(System.getProperty("fulmar.root"), "store/s3/src/test/resources/s3proxy.xml")
                        .toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=" + into);
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(where -> maven.command().add("-Dmaven.repo.local=" + where));
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Process process = maven.start();
            if (!process.waitFor(FETCH_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("it took more than " + FETCH_SECONDS + " s");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("see " + log + ": " + String.join(" ", lastLines(log)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (IOException e) {
            return Optional.of("no Maven was found: " + e.getMessage());
        }
    }

    private static List<String> lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 3), lines.size());
    }

    S3Server server() {
        return new S3Server(Optional.of(URI.create("http://127.0.0.1:" + port)), Optional.empty());
    }

    /** What lies in the bucket, as files on the disk. */
    Path bucket() {
        return folder.resolve("data").resolve(BUCKET);
    }

    S3Store store(String prefix, int partBytes) {
        return S3Store.open(new S3Place(BUCKET, prefix), server(), partBytes);
    }

    /** From now on requests are signed with this key. */
    static void sign(String key, String secret) {
        System.setProperty("aws.accessKeyId", key);
        System.setProperty("aws.secretAccessKey", secret);
    }

    /** As a crash does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The same server again, over the same folder, at the same address. */
    Proxy again() {
        try {
            return start(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
