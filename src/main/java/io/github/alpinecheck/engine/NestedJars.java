package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile.NativeCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The native code in a jar and in the jars in it, such as those of Spring Boot in {@code BOOT-INF/lib}. */
final class NestedJars {

    private final NativeCodeReader code;

    private NestedJars(NativeCodeReader code) {
        this.code = code;
    }

    /**
     * None for what is no jar, is damaged or goes beyond all limits.
     *
     * @param without the file names of nested jars that are passed over
     */
    static NativeCode nativeCode(Path jar, Machine machine, Set<String> without) {
        NativeCodeReader code = new NativeCodeReader(machine);
        NestedJars nested = new NestedJars(code);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                code.entry(entry.getName());
                if (isJar(entry) && !without.contains(name(entry))) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        nested.jar(entry.getName(), content);
                    }
                } else if (mayBeNative(entry) && !isJar(entry)) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        code.file(entry.getName(), content, true);
                    }
                }
            }
            return code.collected();
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException is for a name that is no text
            return NativeCode.NONE;
        }
    }

    private void jar(String path, InputStream content) throws IOException {
        ZipInputStream zip = new ZipInputStream(content);
        byte[] passed = new byte[1 << 14];
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            code.entry(entry.getName());
            if (!entry.isDirectory() && !entry.getName().endsWith(".class")) {
                code.file(path + "!/" + entry.getName(), zip, true);
            }
            // the rest is unpacked to find the next one
            for (int n = zip.read(passed); n >= 0; n = zip.read(passed)) {
                code.bytes(n);
            }
        }
    }

    private static boolean isJar(ZipEntry entry) {
        return entry.getName().endsWith(".jar") && !entry.isDirectory();
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static boolean mayBeNative(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().endsWith(".class") && entry.getSize() >= ElfHeader.LENGTH;
    }
}
