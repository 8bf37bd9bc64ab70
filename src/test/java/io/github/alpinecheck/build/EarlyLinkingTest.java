package io.github.alpinecheck.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

final class EarlyLinkingTest {

    @TempDir
    private Path directory;

    @Test
    void codeDoesTheSameAsBefore() throws Exception {
        copySample();
        EarlyLinking.main(new String[] {directory.toString()});

        assertThat(dynamicCalls(directory)).isEmpty();
        assertThat(sampleIn(directory)).hasToString(new LinkingSample().get().toString());
    }

    @Test
    void whatIsLinkedAlreadyStaysAsItIs() throws Exception {
        copySample();
        EarlyLinking.main(new String[] {directory.toString()});
        List<byte[]> once = contents();
        EarlyLinking.main(new String[] {directory.toString()});

        assertThat(contents()).usingRecursiveComparison().isEqualTo(once);
    }

    /** It fails where the classes were compiled by something other than the build. */
    @Test
    void thePluginIsLinked() throws Exception {
        Path classes = Path.of(io.github.alpinecheck.rule.Rule.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(dynamicCalls(classes)).isEmpty();
    }

    private void copySample() throws IOException, URISyntaxException {
        Path classes = Path.of(EarlyLinkingTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String inClasses = EarlyLinkingTest.class.getPackageName().replace('.', '/');
        Path target = Files.createDirectories(directory.resolve(inClasses));
        try (Stream<Path> files = Files.list(classes.resolve(inClasses))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("LinkingSample"))
                    .toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    /** The methods with an {@code invokedynamic} instruction, such as {@code a/B.method}. */
    private static List<String> dynamicCalls(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(f -> f.toString().endsWith(".class"))
                    .flatMap(file -> dynamicCallsOf(file).stream())
                    .toList();
        }
    }

    private static List<String> dynamicCallsOf(Path file) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node.methods.stream()
                .filter(EarlyLinkingTest::hasDynamicCall)
                .map(method -> node.name + "." + method.name)
                .toList();
    }

    private static boolean hasDynamicCall(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .anyMatch(instruction -> instruction.getType() == AbstractInsnNode.INVOKE_DYNAMIC_INSN);
    }

    private List<byte[]> contents() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return Files.readAllBytes(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static List<?> sampleIn(Path classes) throws Exception {
        ClassLoader jdkOnly = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, jdkOnly)) {
            Constructor<?> constructor =
                    loader.loadClass(LinkingSample.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (List<?>) ((Supplier<?>) constructor.newInstance()).get();
        }
    }
}
