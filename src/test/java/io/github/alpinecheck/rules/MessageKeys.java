package io.github.alpinecheck.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The keys of texts that a package's sources name: the strings in the first argument of {@code message(…)} that is no locale. */
final class MessageKeys {

    private MessageKeys() {}

    /** Keys that come in through a variable are not among them. */
    static Set<String> in(String packageName) {
        Path directory = Path.of("src/main/java", packageName.split("\\."));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> keys = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(directory)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Calls(), keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    /** Looks for calls of the method. */
    private static final class Calls extends TreeScanner<Void, Set<String>> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Set<String> keys) {
            boolean message = call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("message");
            call.getArguments().stream()
                    .filter(argument -> message && !isLocale(argument))
                    .findFirst()
                    .ifPresent(key -> key.accept(new Strings(), keys));
            return super.visitMethodInvocation(call, keys);
        }
    }

    private static boolean isLocale(ExpressionTree argument) {
        return argument.toString().matches("(.*\\.)?locale(\\(\\))?");
    }

    /** Takes every string in an expression. */
    private static final class Strings extends TreeScanner<Void, Set<String>> {
        @Override
        public Void visitLiteral(LiteralTree literal, Set<String> keys) {
            if (literal.getValue() instanceof String text) {
                keys.add(text);
            }
            return null;
        }
    }
}
