package io.github.alpinecheck.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.alpinecheck.alpine.Gcompat;
import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.image.Build;
import io.github.alpinecheck.image.BuildOptions;
import io.github.alpinecheck.image.interpreter.BuildContext;
import io.github.alpinecheck.image.interpreter.Interpreter;
import io.github.alpinecheck.linker.Library;
import io.github.alpinecheck.linker.MuslLinker;
import io.github.alpinecheck.rule.ConfigurationElement;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rules.RuleSpec;
import io.github.alpinecheck.text.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What must hold for any bytes that a jar has in the place of a native file: they are read or are unreadable, in memory
 * that their length bounds, and neither the linker nor the rule minds what was read. Jazzer calls it: CONTRIBUTING.md
 * says how.
 */
public final class NativeFileFuzzer {

    /** How much is allocated for a byte at most. The names of a file count most: they may overlap. */
    private static final long MEMORY_FOR_A_BYTE = 64;

    private static final long MEMORY_FOR_A_FILE = 1L << 20;

    private static final String START = """
            COPY target/app.jar /app.jar
            ENTRYPOINT ["java", "-jar", "/app.jar"]
            """;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final ConfiguredRule RULE = rule();

    private static final List<Build> BUILDS = Stream.of(
                    "FROM eclipse-temurin:21-jre-alpine-3.20\n",
                    "FROM eclipse-temurin:21-jre-alpine-3.20\nRUN apk add gcompat\nENV LD_PRELOAD=/lib/libgcompat.so.0\n",
                    "FROM alpine:3.8\nRUN apk add openjdk8-jre libc6-compat\n")
            .map(from -> Interpreter.interpret(
                    Dockerfile.parse(SourceText.of("Dockerfile", from + START)),
                    BuildOptions.on(RuleSpec.AS_OF),
                    BuildContext.UNKNOWN))
            .toList();

    private NativeFileFuzzer() {}

    /** Writes what Jazzer begins with, and changes. */
    public static void fuzzerInitialize() throws IOException {
        Path corpus = Files.createDirectories(Path.of("target", "fuzz", "corpus"));
        List<byte[]> seeds = Seeds.all();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
    }

    /** Tries some bytes. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        long limit = MEMORY_FOR_A_FILE + MEMORY_FOR_A_BYTE * bytes.length;
        // of two times, for the first one may have loaded classes
        if (LongStream.generate(() -> allocated(bytes)).limit(2).min().orElseThrow() > limit) {
            throw new AssertionError("a file of " + bytes.length + " bytes takes more than " + limit);
        }
        Optional<ElfFile> file = read(bytes);
        if (file.isPresent()) {
            link(file.get());
            check(new NativeFile("lib/linux/libnative.so", file.get()));
        }
    }

    private static long allocated(byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        read(bytes);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Optional<ElfFile> read(byte[] bytes) {
        try {
            return Optional.of(ElfReader.read(ByteBuffer.wrap(bytes)));
        } catch (UnreadableElfException e) {
            return Optional.empty();
        }
    }

    private static void link(ElfFile file) {
        Musl musl = Musl.of(Releases.load().find("3.20").orElseThrow(), Machine.X86_64.id())
                .orElseThrow();
        MuslLinker linker = new MuslLinker(musl, Machine.X86_64, path -> at(path, file), List.of(), List.of("/lib"));
        linker.start("/t/program", file);
        linker.load("/t/libnative.so", file);
    }

    /** Its own directory has it under every name, so that it may need itself. */
    private static Library at(String path, ElfFile file) {
        if (path.startsWith("/t/")) {
            return new Library.Known(file);
        }
        if (path.startsWith("/lib/ld-musl")) {
            return Library.MUSL;
        }
        return path.startsWith("/lib") ? new Library.Listed(List.of(), Gcompat.exports()) : Library.ABSENT;
    }

    private static void check(NativeFile file) {
        Project.Dependency library = new Project.Dependency(
                "org.example", "native", "1.0", "", Optional.empty(), List.of("app", "native"), Optional.empty());
        Project project = new Project() {
            @Override
            public List<Dependency> runtimeDependencies() {
                return List.of(library);
            }

            @Override
            public List<NativeFile> nativeFiles(Dependency dependency, Machine machine) {
                return List.of(file);
            }

            @Override
            public boolean isOwnCode(String dockerfile, String path) {
                return true;
            }
        };
        for (Build build : BUILDS) {
            RULE.check(build, project, RuleSpec.AS_OF, Locale.ENGLISH);
        }
    }

    private static ConfiguredRule rule() {
        try {
            RuleCatalog catalog = RuleCatalog.load(NativeFileFuzzer.class.getClassLoader());
            ConfigurationElement element = new ConfigurationElement("muslDependencies", "", List.of(), "");
            return RuleSetReader.read(catalog, List.of(), List.of(element)).get(0);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
