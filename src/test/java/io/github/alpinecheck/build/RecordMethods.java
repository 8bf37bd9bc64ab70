package io.github.alpinecheck.build;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods {@code equals}, {@code hashCode} and {@code toString} of a record as plain code that does what
 * {@link java.lang.runtime.ObjectMethods#bootstrap} says.
 */
final class RecordMethods {

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type STRING = Type.getType(String.class);
    private static final Type BUILDER = Type.getType(StringBuilder.class);

    private final String owner;
    private final MethodNode code;
    private final List<Handle> getters;

    private RecordMethods(String owner, MethodNode code, List<Handle> getters) {
        this.owner = owner;
        this.code = code;
        this.getters = getters;
    }

    /** Writes the method anew that does nothing but this instruction. */
    static void write(ClassNode owner, MethodNode method, InvokeDynamicInsnNode dynamic) {
        List<Handle> getters =
                Arrays.stream(dynamic.bsmArgs).skip(2).map(Handle.class::cast).toList();
        method.instructions.clear();
        if (method.localVariables != null) {
            method.localVariables.clear();
        }
        RecordMethods methods = new RecordMethods(owner.name, method, getters);
        switch (dynamic.name) {
            case "equals" -> methods.writeEquals();
            case "hashCode" -> methods.writeHashCode();
            case "toString" -> methods.writeToString();
            default -> throw new IllegalArgumentException(owner.name + "." + dynamic.name);
        }
    }

    private void writeEquals() {
        Label isOther = new Label();
        Label isRecord = new Label();
        Label no = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPNE, isOther);
        writeReturn(1);
        code.visitLabel(isOther);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        code.visitJumpInsn(Opcodes.IFNE, isRecord);
        writeReturn(0);
        code.visitLabel(isRecord);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        for (Handle getter : getters) {
            Type type = get(0, getter);
            get(2, getter);
            writeJumpIfDifferent(type, no);
        }
        writeReturn(1);
        if (!getters.isEmpty()) {
            code.visitLabel(no);
            code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {owner}, 0, null);
            writeReturn(0);
        }
    }

    private void writeReturn(int value) {
        code.visitInsn(value == 0 ? Opcodes.ICONST_0 : Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
    }

    private void writeJumpIfDifferent(Type type, Label no) {
        switch (type.getSort()) {
            case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> code.visitJumpInsn(Opcodes.IF_ICMPNE, no);
            case Type.LONG -> {
                code.visitInsn(Opcodes.LCMP);
                code.visitJumpInsn(Opcodes.IFNE, no);
            }
            case Type.FLOAT, Type.DOUBLE -> {
                call(Conversion.boxOf(type), "compare", Type.getMethodType(Type.INT_TYPE, type, type));
                code.visitJumpInsn(Opcodes.IFNE, no);
            }
            default -> {
                call(Type.getType(Objects.class), "equals", Type.getMethodType(Type.BOOLEAN_TYPE, OBJECT, OBJECT));
                code.visitJumpInsn(Opcodes.IFEQ, no);
            }
        }
    }

    private void writeHashCode() {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle getter : getters) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            Type type = get(0, getter);
            boolean isReference = type.getSort() >= Type.ARRAY;
            call(
                    isReference ? Type.getType(Objects.class) : Conversion.boxOf(type),
                    "hashCode",
                    Type.getMethodType(Type.INT_TYPE, isReference ? OBJECT : type));
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
    }

    private void writeToString() {
        code.visitTypeInsn(Opcodes.NEW, BUILDER.getInternalName());
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER.getInternalName(), "<init>", "()V", false);
        append(simpleName() + "[");
        String separator = "";
        for (Handle getter : getters) {
            append(separator + getter.getName() + "=");
            Type type = get(0, getter);
            call(STRING, "valueOf", Type.getMethodType(STRING, type.getSort() >= Type.ARRAY ? OBJECT : asInt(type)));
            append();
            separator = ", ";
        }
        append("]");
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, BUILDER.getInternalName(), "toString", Type.getMethodDescriptor(STRING), false);
        code.visitInsn(Opcodes.ARETURN);
    }

    /** {@link String} has no {@code valueOf} of its own for the smallest numbers. */
    private static Type asInt(Type type) {
        return type.getSort() == Type.BYTE || type.getSort() == Type.SHORT ? Type.INT_TYPE : type;
    }

    private String simpleName() {
        return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
    }

    private void append(String text) {
        code.visitLdcInsn(text);
        append();
    }

    private void append() {
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                BUILDER.getInternalName(),
                "append",
                Type.getMethodDescriptor(BUILDER, STRING),
                false);
    }

    private Type get(int local, Handle getter) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitFieldInsn(Opcodes.GETFIELD, getter.getOwner(), getter.getName(), getter.getDesc());
        return Type.getType(getter.getDesc());
    }

    private void call(Type type, String name, Type descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, type.getInternalName(), name, descriptor.getDescriptor(), false);
    }
}
