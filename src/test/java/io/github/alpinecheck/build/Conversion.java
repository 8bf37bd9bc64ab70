package io.github.alpinecheck.build;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes of the value on the stack one of another type, as a lambda's arguments and results are: JLS 5.3 and casts. */
final class Conversion {

    private static final Map<Integer, Class<?>> BOXES = Map.of(
            Type.BOOLEAN, Boolean.class,
            Type.CHAR, Character.class,
            Type.BYTE, Byte.class,
            Type.SHORT, Short.class,
            Type.INT, Integer.class,
            Type.LONG, Long.class,
            Type.FLOAT, Float.class,
            Type.DOUBLE, Double.class);

    private Conversion() {}

    /** @throws IllegalArgumentException for a conversion that a lambda cannot need */
    static void convert(MethodVisitor code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (isPrimitive(from) && isPrimitive(to)) {
            widen(code, from, to);
        } else if (isPrimitive(from)) {
            box(code, from);
        } else if (isPrimitive(to)) {
            unbox(code, from, to);
        } else if (!to.equals(Type.getType(Object.class))) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    static void drop(MethodVisitor code, Type type) {
        if (type.getSize() > 0) {
            code.visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
        int operation = switch (from.getDescriptor() + to.getDescriptor()) {
            case "IJ", "CJ" -> Opcodes.I2L;
            case "ID" -> Opcodes.I2D;
            case "JD" -> Opcodes.L2D;
            case "CI", "BI", "SI" -> Opcodes.NOP;
            default -> throw new IllegalArgumentException(from + " to " + to);
        };
        code.visitInsn(operation);
    }

    private static void box(MethodVisitor code, Type from) {
        Type box = boxOf(from);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, from), false);
    }

    /** From the box of a primitive type, or of nothing narrower than {@code to}. */
    private static void unbox(MethodVisitor code, Type from, Type to) {
        Type box = boxOf(to);
        if (!from.equals(box)) {
            if (BOXES.values().stream().map(Type::getType).anyMatch(from::equals)) {
                throw new IllegalArgumentException(from + " to " + to);
            }
            code.visitTypeInsn(Opcodes.CHECKCAST, box.getInternalName());
        }
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                box.getInternalName(),
                to.getClassName() + "Value",
                Type.getMethodDescriptor(to),
                false);
    }

    static Type boxOf(Type primitive) {
        Class<?> box = BOXES.get(primitive.getSort());
        if (box == null) {
            throw new IllegalArgumentException(primitive + " has no box");
        }
        return Type.getType(box);
    }
}
