package io.fulmar.app.fulmar;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a strategy's code reads what it is not given: files, resources, the network. Data of a run can be cut and changed to see whether a decision
 * follows; a file of the strategy's own cannot.
 */
final class OutsideReadings {
    private static final List<String> OWNERS = List.of(
            "java/io/File",
            "java/io/RandomAccessFile",
            "java/nio/file/",
            "java/nio/channels/",
            "java/net/",
            "java/sql/");

    private static final int SHOWN_MAX = 5;

    private OutsideReadings() {}

    /** Places such as {@code Mine.java:12}, the first few. */
    static List<String> of(CompiledStrategies compiled) {
        Map<String, Set<Integer>> lines = new TreeMap<>();
        compiled.classes()
                .forEach((name, bytes) -> compiled.origin(name).ifPresent(source -> {
                    if (namesAnOwner(bytes)) {
                        lines.computeIfAbsent(source.file().toString(), file -> new TreeSet<>())
                                .addAll(lines(bytes));
                    }
                }));
        return lines.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(line -> file.getKey() + ":" + line))
                .limit(SHOWN_MAX)
                .toList();
    }

    /** Most strategies name none, and are spared the time. */
    private static boolean namesAnOwner(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return OWNERS.stream().anyMatch(text::contains);
    }

    private static Set<Integer> lines(byte[] bytes) {
        Set<Integer> lines = new TreeSet<>();
        for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
            method.code().ifPresent(code -> add(code, lines));
        }
        return lines;
    }

    private static void add(CodeModel code, Set<Integer> lines) {
        int line = 1;
        for (CodeElement element : code) {
            if (element instanceof LineNumber number) line = number.line();
            if (element instanceof InvokeInstruction call
                    && OWNERS.stream().anyMatch(call.owner().asInternalName()::startsWith)) {
                lines.add(line);
            }
        }
    }
}
