package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.rule.NativeFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        List<NativeFile> libraries = possible(files).stream()
                .filter(f -> !f.file().isProgram() && f.file().dynamic() && !isForAndroid(f))
                .toList();
        List<NativeFile> choice = someOrAll(libraries, LoadedFiles::isForMusl);
        return someOrAll(choice, LoadedFiles::isCalledByJava);
    }

    /** The programs, one or several that are started in turn or instead of each other. */
    static List<NativeFile> programs(List<NativeFile> files) {
        List<NativeFile> programs = possible(files).stream()
                .filter(f -> f.file().isProgram() && !isForAndroid(f))
                .toList();
        return someOrAll(programs, LoadedFiles::isForMusl);
    }

    /** The first that would have to be looked at and cannot be read: nobody knows what is loaded then. */
    static Optional<NativeFile> unreadable(List<NativeFile> files) {
        return possible(files).stream().filter(f -> f.content().isEmpty()).findFirst();
    }

    /** What paths and first bytes leave: who has a build for musl asks for the libc before loading. */
    private static List<NativeFile> possible(List<NativeFile> files) {
        List<NativeFile> linux = files.stream().filter(LoadedFiles::mayBeLinux).toList();
        return someOrAll(linux, LoadedFiles::isNamedAfterMusl);
    }

    private static List<NativeFile> someOrAll(List<NativeFile> files, Predicate<NativeFile> wanted) {
        List<NativeFile> some = files.stream().filter(wanted).toList();
        return some.isEmpty() ? files : some;
    }

    /** Whether it is for Linux and not for another system that has ELF files. */
    static boolean isLinux(NativeFile file) {
        return mayBeLinux(file) && !isForAndroid(file);
    }

    /** Whether it may be for Linux, by its path and its first bytes. */
    private static boolean mayBeLinux(NativeFile file) {
        int osAbi = file.header().osAbi();
        String path = file.path().toLowerCase(Locale.ROOT);
        return osAbi != SOLARIS && osAbi != FREE_BSD && OTHER_SYSTEMS.stream().noneMatch(path::contains);
    }

    /** The library of libc alone in a file says nothing: many for other systems name none. */
    private static boolean isForAndroid(NativeFile file) {
        return file.file().needed().stream().anyMatch(n -> n.equals("libc.so") || n.equals("liblog.so"));
    }

    /** Whether it was certainly made for musl, or says so in its path. */
    static boolean isForMusl(NativeFile file) {
        return isNamedAfterMusl(file) || file.file().needed().stream().anyMatch(n -> n.startsWith("libc.musl-"));
    }

    private static boolean isNamedAfterMusl(NativeFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        return path.contains("musl") || path.contains("alpine");
    }

    /** Whether it is what {@code System.load} is given, and not what such a library needs itself. */
    static boolean isCalledByJava(NativeFile file) {
        Stream<String> names = file.file().exports().keySet().stream();
        return names.anyMatch(name -> ENTRY_POINTS.stream().anyMatch(name::startsWith));
    }
}
