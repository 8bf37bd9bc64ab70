package io.github.alpinecheck.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites compiled classes so that nothing in them is linked at run time: lambdas and method references become a class
 * for each class that has some, the methods that records get from the compiler become plain code.
 *
 * <p>Linking one lambda takes a quarter of a millisecond in a JVM that has just started, and one Dockerfile needs
 * hundreds of them: without this they would be the largest part of what the goal adds to a build. The build runs it
 * between compiling and testing, so that the tests see the classes that are shipped. What it does not know it leaves as
 * it is; done twice it changes nothing.
 */
public final class EarlyLinking {

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    private final Map<String, ClassNode> classes = new HashMap<>();
    private final Map<String, byte[]> results = new HashMap<>();

    private EarlyLinking() {}

    /** Rewrites the classes in a directory: the only argument. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        EarlyLinking linking = new EarlyLinking();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(linking::read);
        }
        linking.link();
        for (Map.Entry<String, byte[]> result : linking.results.entrySet()) {
            Files.write(directory.resolve(result.getKey() + ".class"), result.getValue());
        }
    }

    private void read(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            classes.put(node.name, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link() {
        Map<String, ClassNode> changed = new HashMap<>();
        for (ClassNode node : List.copyOf(classes.values())) {
            ClassNode host = classes.get(node.nestHostClass == null ? node.name : node.nestHostClass);
            if (host == null) {
                // left over from an earlier build, of a class that is gone
                continue;
            }
            LambdaClass lambdas = new LambdaClass(node, host.name);
            boolean isChanged = false;
            for (MethodNode method : node.methods) {
                isChanged |= link(node, method, lambdas);
            }
            if (isChanged) {
                changed.put(node.name, node);
            }
            if (!lambdas.isEmpty()) {
                if (host.nestMembers == null) {
                    host.nestMembers = new ArrayList<>();
                }
                if (!host.nestMembers.contains(lambdas.name())) {
                    host.nestMembers.add(lambdas.name());
                }
                changed.put(host.name, host);
                results.put(lambdas.name(), lambdas.bytes());
            }
        }
        for (ClassNode node : changed.values()) {
            // what is exchanged has neither branches nor other types, so the frames stay right
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            results.put(node.name, writer.toByteArray());
        }
    }

    private static boolean link(ClassNode owner, MethodNode method, LambdaClass lambdas) {
        boolean isChanged = false;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (!(instruction instanceof InvokeDynamicInsnNode dynamic)) {
                continue;
            }
            Handle bootstrap = dynamic.bsm;
            if (bootstrap.getOwner().equals(LAMBDAS) && bootstrap.getName().equals("metafactory")) {
                method.instructions.set(dynamic, lambdas.add(dynamic));
                isChanged = true;
            } else if (bootstrap.getOwner().equals(RECORDS)) {
                RecordMethods.write(owner, method, dynamic);
                return true;
            }
        }
        return isChanged;
    }
}
