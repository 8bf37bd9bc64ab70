package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.elf.ElfHeader;
import io.github.alpinecheck.rule.NativeFile;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of the native files in a jar its classes load on Alpine. */
final class LoadedFiles {

    private static final List<String> OTHER_SYSTEMS = List.of("bsd", "sunos", "solaris", "android", "dragonfly");
    private static final int SOLARIS = 6;
    private static final int FREE_BSD = 9;

    private static final List<String> ENTRY_POINTS = List.of("JNI_OnLoad", "Java_");

    private LoadedFiles() {}

    /**
     * The libraries, one or several that are loaded in turn or instead of each other; none where a program is started.
     *
     * @param files all files of a jar for one machine
     */
    static List<NativeFile> of(List<NativeFile> files) {
        List<NativeFile> libraries = files.stream()
                .filter(LoadedFiles::isLinux)
                .filter(f -> !f.file().isProgram() && f.file().dynamic())
                .toList();
        // who has a build for musl asks for the libc before loading
        List<NativeFile> choice = someOrAll(libraries, LoadedFiles::isForMusl);
        return someOrAll(choice, LoadedFiles::isCalledByJava);
    }

    /** The programs, one or several that are started in turn or instead of each other. */
    static List<NativeFile> programs(List<NativeFile> files) {
        List<NativeFile> programs = files.stream()
                .filter(LoadedFiles::isLinux)
                .filter(f -> f.file().isProgram())
                .toList();
        return someOrAll(programs, LoadedFiles::isForMusl);
    }

    private static List<NativeFile> someOrAll(List<NativeFile> files, Predicate<NativeFile> wanted) {
        List<NativeFile> some = files.stream().filter(wanted).toList();
        return some.isEmpty() ? files : some;
    }

    /** Whether it is for Linux and not for another system that has ELF files. */
    static boolean isLinux(NativeFile file) {
        ElfHeader header = file.file().header();
        String path = file.path().toLowerCase(Locale.ROOT);
        // the library of libc alone in a file says nothing: many for other systems name none
        boolean android = file.file().needed().stream().anyMatch(n -> n.equals("libc.so") || n.equals("liblog.so"));
        return header.osAbi() != SOLARIS
                && header.osAbi() != FREE_BSD
                && !android
                && OTHER_SYSTEMS.stream().noneMatch(path::contains);
    }

    /** Whether it was certainly made for musl, or says so in its path. */
    static boolean isForMusl(NativeFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        return file.file().needed().stream().anyMatch(n -> n.startsWith("libc.musl-"))
                || path.contains("musl")
                || path.contains("alpine");
    }

    /** Whether it is what {@code System.load} is given, and not what such a library needs itself. */
    static boolean isCalledByJava(NativeFile file) {
        Stream<String> names = file.file().exports().keySet().stream();
        return names.anyMatch(name -> ENTRY_POINTS.stream().anyMatch(name::startsWith));
    }
}
