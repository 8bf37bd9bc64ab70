package io.github.alpinecheck.rules;

import io.github.alpinecheck.elf.ElfBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Native code for a build context. A line is a file: {@code bin/tool is a program for /lib64/ld-linux-x86-64.so.2 that needs
 * libstdc++.so.6 that calls fcntl64}, or {@code lib/libtool.so is a library that …}, or a Java one, or a static program.
 */
public final class NativeSamples {

    private NativeSamples() {}

    /** Writes the files of all lines into a directory. */
    public static void write(Path directory, String lines) throws IOException {
        for (String line : lines.lines().toList()) {
            int end = line.indexOf(" is a ");
            Path file = directory.resolve(line.substring(0, end));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(line.substring(end + 6)));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** A file as a line says it after its name. */
    public static byte[] bytes(String description) {
        ElfBuilder elf = ElfBuilder.library();
        List<String> words = List.of(description.split(" "));
        if (words.get(0).equals("static")) {
            return elf.type(2).withoutDynamicSection().bytes();
        }
        if (words.get(0).equals("Java")) {
            elf.defines("JNI_OnLoad");
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            String next = words.get(i + 1);
            switch (words.get(i)) {
                case "for" -> elf.interpreter(next);
                case "needs" -> elf.needs(next);
                case "calls" -> elf.calls(next, "GLIBC_2.2.5");
                case "asks" -> elf.calls(next);
                case "machine" -> elf.machine(Integer.parseInt(next));
                case "rpath" -> elf.tag(29, next);
                default -> {}
            }
        }
        return elf.bytes();
    }
}
