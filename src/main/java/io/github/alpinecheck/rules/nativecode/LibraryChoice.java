package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.dockerfile.CommandForm;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an image leaves it to the Java libraries which native files they load, and to musl with what. */
final class LibraryChoice {

    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_OPTIONS");

    /** In properties that name another native library, or none. */
    private static final List<String> ELSEWHERE = List.of(
            "systemlib", "library.path", "lib.path", "libpath", "lib.name", "nosys", "purejava", "nativelib", "LD_");

    /** Of Alpine's packages that begin so, those that bring no native code. */
    private static final String JAVA = "java-";

    private static final Set<String> WITHOUT_LIBRARIES = Set.of("java-common", "java-cacerts");

    private LibraryChoice() {}

    static boolean isLeftToJava(ImageState image) {
        boolean packages = Stream.concat(
                        image.packages().certain().stream(),
                        image.packages().roots().values().stream().flatMap(r -> r.members().stream()))
                .anyMatch(name -> name.startsWith(JAVA) && !WITHOUT_LIBRARIES.contains(name));
        boolean compatible = image.packagePresence("gcompat") != Presence.ABSENT
                || image.packagePresence("libc6-compat") != Presence.ABSENT;
        // a script can preload gcompat, and nobody sees it here
        return !packages
                && VARIABLES.stream()
                        .flatMap(name -> Stream.ofNullable(image.environment().get(name)))
                        .map(PartialString::pattern)
                        .noneMatch(LibraryChoice::leadsElsewhere)
                && main(image).noneMatch(LibraryChoice::leadsElsewhere)
                && (!compatible || startsJava(image));
    }

    private static boolean leadsElsewhere(String options) {
        return ELSEWHERE.stream().anyMatch(options::contains);
    }

    /** The words of ENTRYPOINT and CMD. */
    private static Stream<String> main(ImageState image) {
        return Stream.concat(
                        image.processes().entrypoint().map(e -> e.command()).stream(),
                        image.processes().cmd().map(c -> c.command()).stream())
                .flatMap(LibraryChoice::words);
    }

    private static Stream<String> words(CommandForm command) {
        return command instanceof CommandForm.ExecForm exec
                ? exec.words().stream().map(Object::toString)
                : Stream.of(((CommandForm.ShellForm) command).script().toString());
    }

    private static boolean startsJava(ImageState image) {
        Optional<String> program = image.processes()
                .main()
                .filter(CommandForm.ExecForm.class::isInstance)
                .flatMap(command -> words(command).findFirst());
        return program.map(FileSystem::name).filter("java"::equals).isPresent();
    }
}
