package io.fulmar.app.fulmar;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Finds calls that would end the program from inside a strategy: the run would vanish without result, error or exit code. */
final class ExitCalls {
    private static final Set<String> OWNERS = Set.of("java/lang/System", "java/lang/Runtime");
    private static final Set<String> NAMES = Set.of("exit", "halt");

    private ExitCalls() {}

    static void refuse(Map<String, byte[]> classes, Map<String, StrategySource> origins) {
        origins.forEach((name, source) -> {
            byte[] bytes = classes.get(name);
            if (bytes != null && namesAnOwner(bytes)) refuse(bytes, source);
        });
    }

    /** Most strategies name neither, and are spared the time. */
    private static boolean namesAnOwner(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return OWNERS.stream().anyMatch(text::contains);
    }

    private static void refuse(byte[] bytes, StrategySource source) {
        for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
            method.code().ifPresent(code -> refuse(code, source));
        }
    }

    private static void refuse(CodeModel code, StrategySource source) {
        int line = 1;
        for (CodeElement element : code) {
            if (element instanceof LineNumber number) line = number.line();
            if (element instanceof InvokeInstruction call
                    && OWNERS.contains(call.owner().asInternalName())
                    && NAMES.contains(call.name().stringValue())) {
                throw new Failure(ErrorCode.STRATEGY_DOES_NOT_COMPILE, "a strategy must not end the program")
                        .at(source.text().place(line))
                        .help("to stop trading, return from the handler; to fail, throw an exception that says why");
            }
        }
    }
}
