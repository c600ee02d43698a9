package io.fulmar.app.fulmar;

import io.fulmar.domain.Distance;
import io.fulmar.indicator.Field;
import io.fulmar.market.Session;
import io.fulmar.strategy.Strategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles strategies' files in this process and in memory; nothing is written anywhere. */
final class StrategyCompiler {
    private static final int ERRORS_SHOWN_MAX = 20;
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-Xlint:none", "-nowarn", "-implicit:none", "-g:source,lines,vars");

    private StrategyCompiler() {}

    /**
     * Compiles the files together, one that is given twice once. Of several errors all but the last are shown; the last is
     * thrown.
     */
    static CompiledStrategies compile(List<Path> files, Terminal terminal) {
        List<StrategySource> sources = StrategySource.read(files);
        Path folder = terminal.home().resolve(".fulmar").resolve("classes");
        Optional<ClassCache> cache = ClassCache.of(folder, sources, classPath());
        return cache.flatMap(kept -> kept.find(sources)).orElseGet(() -> compile(sources, cache, terminal));
    }

    private static CompiledStrategies compile(
            List<StrategySource> sources, Optional<ClassCache> cache, Terminal terminal) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "this Java has no compiler").help("use a JDK, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        try (Memory memory =
                new Memory(compiler.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8))) {
            boolean done = compiler.getTask(
                            new StringWriter(),
                            memory,
                            findings,
                            OPTIONS,
                            List.of(),
                            sources.stream().distinct().map(SourceFile::new).toList())
                    .call();
            if (!done) throw explained(findings.getDiagnostics(), terminal);
            ExitCalls.refuse(memory.classes(), memory.origins());
            CompiledStrategies compiled = CompiledStrategies.of(sources, memory.classes(), memory.origins());
            cache.ifPresent(kept -> kept.keep(sources, memory.classes(), memory.origins()));
            return compiled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Failure explained(List<Diagnostic<? extends JavaFileObject>> findings, Terminal terminal) {
        List<Failure> failures = findings.stream()
                .filter(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
                .map(StrategyCompiler::failure)
                .toList();
        Optional<Failure> root = failures.stream().filter(CompileHints::isRoot).findFirst();
        if (root.isPresent()) return root.get();
        if (failures.isEmpty()) {
            return new Failure(ErrorCode.STRATEGY_DOES_NOT_COMPILE, "the compiler failed and does not say why");
        }
        List<Failure> shown = failures.subList(0, Math.min(ERRORS_SHOWN_MAX, failures.size()));
        shown.subList(0, shown.size() - 1).forEach(terminal::show);
        Failure last = shown.getLast();
        return failures.size() == 1
                ? last
                : last.help(failures.size() + " errors in all; the first is often the cause");
    }

    private static Failure failure(Diagnostic<? extends JavaFileObject> finding) {
        List<String> lines = finding.getMessage(Locale.ROOT).lines().toList();
        Failure failure = new Failure(ErrorCode.STRATEGY_DOES_NOT_COMPILE, lines.isEmpty() ? "" : lines.getFirst());
        if (finding.getSource() instanceof SourceFile file && finding.getPosition() != Diagnostic.NOPOS) {
            failure.at(file.source.text().placeAt((int) finding.getPosition()));
        }
        lines.stream().skip(1).map(String::strip).forEach(failure::help);
        if (finding.getSource() instanceof SourceFile file) {
            CompileHints.of(finding.getMessage(Locale.ROOT), file.source.text().text())
                    .forEach(failure::help);
        }
        return failure;
    }

    /** Where the classes are that a strategy may use, and those which these need. */
    private static List<Path> classPath() {
        Set<Path> path = new LinkedHashSet<>();
        for (Class<?> one : List.of(Strategy.class, Distance.class, Field.class, Session.class)) {
            CodeSource origin = one.getProtectionDomain().getCodeSource();
            try {
                path.add(Path.of(origin.getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("the program's own jar has no path", e);
            }
        }
        return List.copyOf(path);
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final StrategySource source;

        SourceFile(StrategySource source) {
            super(source.file().toUri(), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text().text();
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Reads what the platform and our jars hold, keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ClassFile> written = new HashMap<>();
        private final Map<String, StrategySource> origins = new HashMap<>();

        Memory(StandardJavaFileManager platform) throws IOException {
            super(platform);
            platform.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
        }

        @Override
        public Iterable<JavaFileObject> list(
                JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            boolean ours = location == StandardLocation.CLASS_PATH;
            return ours && !StrategyLoader.open(packageName + ".X")
                    ? List.of()
                    : super.list(location, packageName, kinds, recurse);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ClassFile file = new ClassFile(name);
            written.put(name, file);
            if (sibling instanceof SourceFile source) origins.put(name, source.source);
            return file;
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }

        Map<String, StrategySource> origins() {
            return origins;
        }
    }
}
