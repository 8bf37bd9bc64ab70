package io.github.alpinecheck.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The lambdas of a class, in one class: an object of it is one of them, by its number, with the values that it has
 * captured. It belongs to the nest of the class, whose private methods it calls.
 */
final class LambdaClass {

    private static final Type OBJECT = Type.getType(Object.class);

    private final String name;
    private final String nestHost;
    private final Set<String> interfaces = new LinkedHashSet<>();
    private final List<Lambda> lambdas = new ArrayList<>();

    LambdaClass(ClassNode owner, String nestHost) {
        this.name = owner.name + "$Lambdas";
        this.nestHost = nestHost;
    }

    /**
     * A lambda.
     *
     * @param method name and descriptor of the method of its interface
     * @param factory from what it captures to its interface
     */
    private record Lambda(String method, Type factory, Type called, Handle code) {
        Type[] captured() {
            return factory.getArgumentTypes();
        }
    }

    String name() {
        return name;
    }

    boolean isEmpty() {
        return lambdas.isEmpty();
    }

    /** Takes over the lambda that an instruction makes; returns the call that makes it instead. */
    MethodInsnNode add(InvokeDynamicInsnNode dynamic) {
        Type factory = Type.getMethodType(dynamic.desc);
        String method = dynamic.name + ((Type) dynamic.bsmArgs[0]).getDescriptor();
        lambdas.add(new Lambda(method, factory, (Type) dynamic.bsmArgs[2], (Handle) dynamic.bsmArgs[1]));
        interfaces.add(factory.getReturnType().getInternalName());
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, name, factoryName(lambdas.size() - 1), factory.getDescriptor(), false);
    }

    private static String factoryName(int number) {
        return "lambda" + number;
    }

    byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                OBJECT.getInternalName(),
                interfaces.toArray(String[]::new));
        writer.visitNestHost(nestHost);
        int fields = lambdas.stream().mapToInt(l -> l.captured().length).max().orElse(0);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "number", "I", null, null);
        for (int i = 0; i < fields; i++) {
            writer.visitField(Opcodes.ACC_PRIVATE, field(i), OBJECT.getDescriptor(), null, null);
        }
        writeConstructor(writer);
        Map<String, List<Integer>> byMethod = new LinkedHashMap<>();
        for (int number = 0; number < lambdas.size(); number++) {
            writeFactory(writer, number);
            byMethod.computeIfAbsent(lambdas.get(number).method(), key -> new ArrayList<>())
                    .add(number);
        }
        byMethod.forEach((method, numbers) -> writeMethod(writer, method, numbers));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String field(int index) {
        return "captured" + index;
    }

    private void writeConstructor(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(I)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "number", "I");
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeFactory(ClassWriter writer, int number) {
        Lambda lambda = lambdas.get(number);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_STATIC, factoryName(number), lambda.factory().getDescriptor(), null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn(number);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(I)V", false);
        int local = 0;
        for (int i = 0; i < lambda.captured().length; i++) {
            Type type = lambda.captured()[i];
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            Conversion.convert(code, type, OBJECT);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), OBJECT.getDescriptor());
            local += type.getSize();
        }
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** A method of one or more of the interfaces: it does what the lambda of the object's number does. */
    private void writeMethod(ClassWriter writer, String method, List<Integer> numbers) {
        int parenthesis = method.indexOf('(');
        Type type = Type.getMethodType(method.substring(parenthesis));
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC, method.substring(0, parenthesis), type.getDescriptor(), null, null);
        code.visitCode();
        Label[] labels = new Label[numbers.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        Label none = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, "number", "I");
        code.visitLookupSwitchInsn(none, numbers.stream().mapToInt(n -> n).toArray(), labels);
        for (int i = 0; i < labels.length; i++) {
            code.visitLabel(labels[i]);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            writeCall(code, lambdas.get(numbers.get(i)), type);
        }
        code.visitLabel(none);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitTypeInsn(Opcodes.NEW, "java/lang/AssertionError");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/AssertionError", "<init>", "()V", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeCall(MethodVisitor code, Lambda lambda, Type method) {
        Handle target = lambda.code();
        boolean isConstructor = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(target.getDesc())));
        if (isConstructor) {
            code.visitTypeInsn(Opcodes.NEW, target.getOwner());
            code.visitInsn(Opcodes.DUP);
        } else if (target.getTag() != Opcodes.H_INVOKESTATIC) {
            parameters.add(0, Type.getObjectType(target.getOwner()));
        }
        int next = 0;
        for (int i = 0; i < lambda.captured().length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), OBJECT.getDescriptor());
            Conversion.convert(code, OBJECT, lambda.captured()[i]);
            Conversion.convert(code, lambda.captured()[i], parameters.get(next));
            next++;
        }
        int local = 1;
        Type[] called = lambda.called().getArgumentTypes();
        for (int i = 0; i < called.length; i++) {
            Type given = method.getArgumentTypes()[i];
            code.visitVarInsn(given.getOpcode(Opcodes.ILOAD), local);
            Conversion.convert(code, given, called[i]);
            Conversion.convert(code, called[i], parameters.get(next));
            local += given.getSize();
            next++;
        }
        code.visitMethodInsn(
                opcode(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type result = isConstructor ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
        if (method.getReturnType().equals(Type.VOID_TYPE)) {
            Conversion.drop(code, result);
        } else {
            Conversion.convert(code, result, lambda.called().getReturnType());
            Conversion.convert(code, lambda.called().getReturnType(), method.getReturnType());
        }
        code.visitInsn(method.getReturnType().getOpcode(Opcodes.IRETURN));
    }

    private static int opcode(Handle target) {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            // a private method, which a member of the nest calls like any other
            case Opcodes.H_INVOKESPECIAL -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }
}
