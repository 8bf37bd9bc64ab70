package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.engine.DiskContexts;
import io.github.alpinecheck.engine.JarBytes;
import io.github.alpinecheck.engine.TarBuilder;
import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.NativeSamples;
import io.github.alpinecheck.rules.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs and libraries of a build context in images where they start and load, and in others. */
class MuslBinariesTest {

    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
    private static final String GLIBC = "program for " + LOADER + " that needs libc.so.6 that calls puts";
    private static final String MUSL = "program for /lib/ld-musl-x86_64.so.1 that needs libc.musl-x86_64.so.1";
    private static final String TOOL = "bin/tool is a " + GLIBC;
    private static final String ALPINE = "alpine:3.20";
    private static final String TEMURIN = "eclipse-temurin:21-jre-alpine-3.20";
    private static final String COPY = "COPY bin/tool /usr/bin/tool\n";
    private static final String START = "ENTRYPOINT [\"tool\"]\n";

    @TempDir
    private Path directory;

    /** The rule over a context with such files; each line is one of {@link NativeSamples}. */
    private RuleSpec in(String... files) throws IOException {
        Path context = Files.createTempDirectory(directory, "context");
        NativeSamples.write(context, String.join("\n", files));
        return RuleSpec.of("muslBinaries").in(DiskContexts.of(context));
    }

    private static String from(String image, String... instructions) {
        return "FROM " + image + "\n" + String.join("\n", instructions) + "\n";
    }

    private static String start(String image, String... instructions) {
        return from(image, instructions) + START;
    }

    private static String notFound(String files, String image) {
        return "error: " + files + " cannot start on " + image + ", which has musl: there is no " + LOADER
                + ", so it ends with \"not found\"";
    }

    private static String refused(String file, String image, String said) {
        return "error: " + file + " cannot be loaded on " + image + ", which has musl: \"" + said + "\"";
    }

    private static String missing(String library) {
        return "Error loading shared library " + library + ": No such file or directory";
    }

    private static String unresolved(String file, String image, String names) {
        return "warning: " + file + " was linked with names which are not on " + image + " (" + names
                + "): it is loaded, and its process crashes with SIGSEGV when one of them is called";
    }

    @TestFactory
    List<DynamicTest> catchesPrograms() throws IOException {
        return List.of(
                in(TOOL).catches(
                                "a program for glibc",
                                from(ALPINE) + COPY + START,
                                "3: «bin/tool» " + notFound("bin/tool", ALPINE)),
                in(TOOL).catches(
                                "with ADD, which is no archive",
                                start(ALPINE, "ADD bin/tool /usr/bin/"),
                                "2: «bin/tool» " + notFound("bin/tool", ALPINE)),
                in(TOOL).catches(
                                "which nobody starts, but which is on the PATH",
                                from(ALPINE, COPY),
                                "2: «bin/tool» " + notFound("bin/tool", ALPINE)),
                in(TOOL).catches(
                                "in an image with Java",
                                start(TEMURIN, "COPY bin/ /opt/bin/"),
                                "2: «bin/» " + notFound("bin/tool", TEMURIN)),
                in(TOOL).catches(
                                "by another stage, moved",
                                from(ALPINE + " AS tools", "COPY bin/tool /tool", "RUN mv /tool /usr/bin/")
                                        + start(ALPINE, "COPY --from=tools /usr/bin/tool /usr/local/bin/"),
                                "5: «/usr/bin/tool» " + notFound("bin/tool", ALPINE)),
                in(TOOL).catches(
                                "on a stage of its own",
                                from(ALPINE + " AS base") + COPY + start("base", "RUN apk add --no-cache curl"),
                                "3: «bin/tool» " + notFound("bin/tool", "base")),
                in("target/app-1.0-runner is a " + GLIBC)
                        .catches(
                                "what the project's build has written",
                                start(ALPINE, "COPY target/*-runner /work/application"),
                                "2: «target/*-runner» " + notFound("target/app-1.0-runner", ALPINE)),
                in(
                                TOOL,
                                "bin/a is a " + GLIBC,
                                "bin/b is a " + GLIBC,
                                "bin/c is a " + GLIBC,
                                "bin/s is a static program")
                        .catches(
                                "many in one finding",
                                start(ALPINE, "COPY bin /usr/local/bin"),
                                "2: «bin» " + notFound("bin/a, bin/b, bin/c, …", ALPINE)),
                in(TOOL, "lib/libtool.so is a library that needs ld-linux-x86-64.so.2")
                        .catches(
                                "its libraries are not worth another one",
                                start(ALPINE, "COPY lib bin /opt/"),
                                "2: «lib bin» " + notFound("bin/tool", ALPINE)),
                in(TOOL).catches(
                                "what is installed and deleted again",
                                from(ALPINE, "RUN apk add --no-cache gcompat && apk del gcompat") + COPY + START,
                                "3: «bin/tool» " + notFound("bin/tool", ALPINE)),
                in("bin/tool is a program for /lib/ld-linux-aarch64.so.1 on machine 183")
                        .catches(
                                "for the platform that is said",
                                start("--platform=linux/arm64 alpine:3.20", "COPY bin/tool /tool"),
                                "2: «bin/tool» error: bin/tool cannot start on alpine:3.20, which has musl: there is no "
                                        + "/lib/ld-linux-aarch64.so.1, so it ends with \"not found\""),
                in("bin/tool is a program for /lib/ld-musl-x86_64.so.1 that needs libstdc++.so.6")
                        .catches(
                                "one for musl without its library",
                                from(ALPINE) + COPY + START,
                                "3: «bin/tool» " + refused("bin/tool", ALPINE, missing("libstdc++.so.6"))),
                in("bin/tool is a program for /lib/ld-musl-x86_64.so.1 that calls statx")
                        .catches(
                                "one for a newer musl",
                                from("alpine:3.18") + COPY + START,
                                "3: «bin/tool» "
                                        + refused(
                                                "bin/tool",
                                                "alpine:3.18",
                                                "Error relocating tool: statx: symbol not found")),
                in("bin/tool is a program for " + LOADER + " that calls fcntl64")
                        .catches(
                                "with gcompat, which has not all names",
                                from(ALPINE, "RUN apk add --no-cache gcompat") + COPY + START,
                                "3: «bin/tool» "
                                        + refused(
                                                "bin/tool",
                                                ALPINE,
                                                "Error relocating tool: fcntl64: symbol not found")));
    }

    @TestFactory
    List<DynamicTest> catchesLibraries() throws IOException {
        String agent = "agent/libagent.so is a Java library that ";
        return List.of(
                in(agent + "needs ld-linux-x86-64.so.2")
                        .catches(
                                "what needs glibc's loader",
                                start(TEMURIN, "COPY agent /agent"),
                                "2: «agent» " + refused("agent/libagent.so", TEMURIN, missing("ld-linux-x86-64.so.2"))),
                in("lib/libx.so is a library that needs libstdc++.so.6")
                        .catches(
                                "what needs the library of C++",
                                start(ALPINE, "COPY lib/libx.so /usr/lib/"),
                                "2: «lib/libx.so» " + refused("lib/libx.so", ALPINE, missing("libstdc++.so.6"))),
                in(agent + "calls __strndup")
                        .catches(
                                "what lacks names",
                                start(TEMURIN, "COPY agent /agent"),
                                "2: «agent» " + unresolved("agent/libagent.so", TEMURIN, "__strndup")),
                in(
                                "lib/liba.so is a library that needs libb.so",
                                "lib/libb.so is a library that needs ld-linux-x86-64.so.2")
                        .catches(
                                "one that another one needs, which is found where others may lie too",
                                start(ALPINE, "COPY lib/liba.so /usr/lib/", "COPY lib/libb.so /usr/lib/"),
                                "3: «lib/libb.so» " + refused("lib/libb.so", ALPINE, missing("ld-linux-x86-64.so.2"))));
    }

    /** The rule over a context with one archive of such files. */
    private RuleSpec inArchive(String name, String... files) throws IOException {
        Path context = Files.createTempDirectory(directory, "context");
        TarBuilder tar = new TarBuilder();
        for (String file : files) {
            int end = file.indexOf(" is a ");
            tar.file(file.substring(0, end), 0755, NativeSamples.bytes(file.substring(end + 6)));
        }
        Files.write(context.resolve(name), name.endsWith("z") ? tar.gzip() : tar.bytes());
        return RuleSpec.of("muslBinaries").in(DiskContexts.of(context));
    }

    @TestFactory
    List<DynamicTest> catchesWhatAddUnpacks() throws IOException {
        String tool = "tool-1.0/" + TOOL;
        return List.of(
                inArchive("tool.tar", tool)
                        .catches(
                                "a plain archive",
                                start(ALPINE, "ADD tool.tar /opt/"),
                                "2: «tool.tar» " + notFound("tool.tar!/tool-1.0/bin/tool", ALPINE)),
                inArchive("tool.tar.gz", tool)
                        .catches(
                                "one of gzip",
                                start(ALPINE, "ADD tool.tar.gz /opt", "WORKDIR /opt/tool-1.0", "RUN ls"),
                                "2: «tool.tar.gz» " + notFound("tool.tar.gz!/tool-1.0/bin/tool", ALPINE)),
                inArchive("jdk.tgz", "jdk/bin/java is a " + GLIBC, "jdk/bin/javac is a " + GLIBC)
                        .catches(
                                "a Java runtime in one finding",
                                start(ALPINE, "ADD jdk.tgz /usr/local", "ENV PATH=/usr/local/jdk/bin:$PATH"),
                                "2: «jdk.tgz» " + notFound("jdk.tgz!/jdk/bin/java, jdk.tgz!/jdk/bin/javac", ALPINE)));
    }

    @TestFactory
    List<DynamicTest> leavesWhatAddUnpacks() throws IOException {
        String add = "ADD tool.tgz /opt/";
        RuleSpec archive = inArchive("tool.tgz", TOOL);
        return List.of(
                archive.leaves("COPY does not unpack", start(ALPINE, "COPY tool.tgz /opt/")),
                archive.leaves("it is deleted", start(ALPINE, add, "RUN rm -rf /opt/bin")),
                archive.leaves("all of it is deleted", start(ALPINE, add, "RUN rm -rf /opt")),
                archive.leaves("it is changed", start(ALPINE, add, "RUN cd /opt && ./bin/patch")),
                archive.leaves("it is overwritten", start(ALPINE, add, "RUN tar xzf x.tgz -C /opt")),
                archive.leaves("files of another stage are put over it", start(ALPINE, add, "COPY --from=x /opt /opt")),
                archive.leaves("gcompat", start(ALPINE, "RUN apk add --no-cache gcompat", add)),
                archive.leaves("a distribution with glibc", start("debian:12-slim", add)),
                inArchive("tool.tgz", "bin/tool is a static program").leaves("a static program", start(ALPINE, add)),
                inArchive("tool.tgz", TOOL, "bin/musl is a " + MUSL)
                        .leaves("a build for musl beside it", start(ALPINE, add)),
                inArchive("tool.tgz", TOOL, "bin/arm is a program for /lib/ld-linux-aarch64.so.1 on machine 183")
                        .leaves("builds for several machines", start(ALPINE, add)),
                inArchive("tool.tgz", TOOL, "lib/ld-linux-x86-64.so.2 is a library")
                        .leaves("it brings its own linker", start(ALPINE, add)),
                inArchive("tool.tgz", "lib/libx.so is a library that needs liby.so.1", "lib/liby.so.1 is a library")
                        .leaves("a library in the same archive", start(ALPINE, add)));
    }

    private static final String BOOT = "COPY target/app.jar /app.jar\nENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]\n";

    /** The rule over the project's jar, with a jar in it that has a file. */
    private RuleSpec inJar(String jar, String path, String library) throws IOException {
        Path context = Files.createTempDirectory(directory, "context");
        Files.createDirectory(context.resolve("target"));
        byte[] nested = JarBytes.of(path, NativeSamples.bytes(library));
        Files.write(context.resolve("target/app.jar"), JarBytes.of(jar, nested));
        return RuleSpec.of("muslBinaries").in(DiskContexts.of(context));
    }

    @TestFactory
    List<DynamicTest> jars() throws IOException {
        String library = "Java library that needs ld-linux-x86-64.so.2";
        RuleSpec boot = inJar("BOOT-INF/lib/usb.jar", "linux/libusb.so", library);
        RuleSpec snappy = inJar("BOOT-INF/lib/org.xerial.snappy.snappy-java-1.1.7.3.jar", "linux/libx.so", library);
        String image = from(TEMURIN) + BOOT;
        return List.of(
                boot.catches(
                        "a library in a jar in the project's jar",
                        image,
                        "3: «target/app.jar» "
                                + refused(
                                        "target/app.jar!/BOOT-INF/lib/usb.jar!/linux/libusb.so",
                                        TEMURIN,
                                        missing("ld-linux-x86-64.so.2"))),
                inJar("BOOT-INF/lib/x.jar", "linux/tool", GLIBC)
                        .catches(
                                "a program that its classes start",
                                image,
                                "3: «target/app.jar» "
                                        + refused(
                                                "target/app.jar!/BOOT-INF/lib/x.jar!/linux/tool",
                                                TEMURIN,
                                                "not found")),
                inJar("BOOT-INF/lib/x.jar", "linux/libx.so", "Java library that calls __strndup")
                        .catches(
                                "one that lacks functions",
                                from(
                                        TEMURIN,
                                        "COPY target/*.jar /app.jar",
                                        "ENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]"),
                                "2: «target/*.jar» "
                                        + unresolved(
                                                "target/app.jar!/BOOT-INF/lib/x.jar!/linux/libx.so",
                                                TEMURIN,
                                                "__strndup")),
                boot.leaves("with what it needs", from(TEMURIN, "RUN apk add --no-cache gcompat") + BOOT),
                boot.leaves("no Java for musl", from("eclipse-temurin:21") + BOOT),
                boot.leaves("no Java at all", from(ALPINE) + BOOT),
                boot.leaves("it is deleted", image + "RUN rm /app.jar\n"),
                boot.leaves("another library is chosen", from(TEMURIN, "ENV JAVA_OPTS=-Dusb.nosys=true") + BOOT),
                snappy.with(KnownProject.EMPTY.withJar("org.xerial.snappy", "snappy-java", "1.1.7.3", ""))
                        .leaves("a library of the project, which muslDependencies looks at", image),
                inJar("BOOT-INF/lib/x.jar", "linux/liba.so", "Java library that needs libc.so.6")
                        .leaves("what musl can load", image));
    }

    @TestFactory
    List<DynamicTest> leaves() throws IOException {
        return List.of(
                in("bin/tool is a static program").leaves("a static program", from(ALPINE) + COPY + START),
                in("bin/tool is a " + MUSL).leaves("a program for musl", from(ALPINE) + COPY + START),
                in(TOOL).leaves("gcompat", from(ALPINE, "RUN apk add --no-cache gcompat") + COPY + START),
                in(TOOL).leaves(
                                "libc6-compat where it has links",
                                from("alpine:3.15", "RUN apk add --no-cache libc6-compat") + COPY + START),
                in(TOOL).leaves("a package that may need gcompat", from(ALPINE, "RUN apk add x-tool") + COPY + START),
                in(TOOL).leaves(
                                "a link to musl",
                                from(ALPINE, "RUN mkdir /lib64 && ln -s /lib/libc.musl-x86_64.so.1 " + LOADER)
                                        + COPY
                                        + START),
                in(TOOL).leaves(
                                "glibc from elsewhere",
                                from(ALPINE, "COPY --from=debian:12 /lib64 /lib64") + COPY + START),
                in(TOOL).leaves(
                                "glibc of a third party",
                                from(
                                                ALPINE,
                                                "RUN wget https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.35-r1/glibc-2.35-r1.apk"
                                                        + " && apk add --allow-untrusted glibc-2.35-r1.apk")
                                        + COPY
                                        + START),
                in(TOOL, "bin/ld-linux-x86-64.so.2 is a library")
                        .leaves("it comes with its linker", start(ALPINE, "COPY bin /opt/bin")),
                in(TOOL).leaves("it is deleted", from(ALPINE) + COPY + "RUN rm /usr/bin/tool\n" + START),
                in(TOOL).leaves("it is replaced", from(ALPINE) + COPY + "RUN wget -O /usr/bin/tool x.org/t\n" + START),
                in(TOOL, "bin/musl is a " + MUSL)
                        .leaves("it is overwritten", from(ALPINE) + COPY + "COPY bin/musl /usr/bin/tool\n" + START),
                in(TOOL).leaves("it is changed", from(ALPINE) + COPY + "RUN patchelf --x y /usr/bin/tool\n" + START),
                in(TOOL, "bin/tool-musl is a " + MUSL)
                        .leaves("a build for musl beside it", start(ALPINE, "COPY bin /opt/bin")),
                in(TOOL, "bin/tool-arm64 is a program for /lib/ld-linux-aarch64.so.1 on machine 183")
                        .leaves("builds for several machines", start(ALPINE, "COPY bin /opt/bin")),
                in("bin/tool is a program for /lib/ld-linux-aarch64.so.1 on machine 183")
                        .leaves("for another machine", from(ALPINE) + COPY + START),
                in(TOOL).leaves("a platform that depends", from("--platform=$P alpine:3.20") + COPY + START),
                in(TOOL).leaves("a distribution with glibc", from("debian:12-slim") + COPY + START),
                in(TOOL).leaves("an unknown image", from("registry.example.org/base:1") + COPY + START),
                in(TOOL).leaves(
                                "a stage that only others use",
                                from(ALPINE + " AS tools")
                                        + COPY
                                        + from("debian:12", "COPY --from=tools /usr/bin/tool /")),
                in(TOOL).leaves(
                                "a volume for other containers",
                                from(ALPINE, "COPY bin/tool /agent/tool", "VOLUME /agent") + START),
                in(TOOL).leaves(
                                "a container that copies it to others",
                                from(
                                        ALPINE,
                                        "COPY bin/tool /agent/tool",
                                        "CMD [\"cp\", \"-r\", \"/agent\", \"/shared\"]")),
                in(TOOL).leaves("an image of files", from(ALPINE, "COPY bin/tool /files/tool")),
                in(TOOL).leaves(
                                "started by musl's own linker",
                                from(ALPINE, "COPY bin/tool /tool", "CMD [\"/lib/ld-musl-x86_64.so.1\", \"/tool\"]")),
                in(TOOL).leaves("no program by its mode", start(ALPINE, "COPY --chmod=644 bin/tool /data/tool")),
                in("dist/tool is a " + GLIBC)
                        .leaves("what another tool builds again", start(ALPINE, "COPY dist/tool /tool")),
                in("bin/tool is a program for /opt/loader").leaves("another linker", from(ALPINE) + COPY + START),
                in("lib/libx.so is a library that needs libstdc++.so.6")
                        .leaves(
                                "the library of C++",
                                start(ALPINE, "RUN apk add --no-cache libstdc++", "COPY lib/libx.so /usr/lib/")),
                in("lib/libx.so is a library that needs libstdc++.so.6", "lib/libstdc++.so.6 is a library")
                        .leaves(
                                "a library beside it, on a search path of a script",
                                start(ALPINE, "COPY lib /opt/lib")),
                in("lib/libx.so is a library that needs liby.so rpath $ORIGIN", "lib/liby.so is a library")
                        .leaves("a search path of its own", start(ALPINE, "COPY lib /opt/lib")),
                in("lib/libx.so is a library that needs libunknown.so.1")
                        .leaves("a library that a package may bring", start(ALPINE, "COPY lib/libx.so /usr/lib/")),
                in("lib/libx.so is a library that asks PyList_New")
                        .leaves("names of the program that loads it", start(ALPINE, "COPY lib/libx.so /usr/lib/")),
                in("lib/libx.so is a library that calls __strndup")
                        .leaves(
                                "gcompat before all others",
                                start(
                                        ALPINE,
                                        "RUN apk add --no-cache gcompat",
                                        "ENV LD_PRELOAD=/lib/libgcompat.so.0",
                                        "COPY lib/libx.so /usr/lib/")),
                in("lib/module is a library that needs ld-linux-x86-64.so.2")
                        .leaves("what may be a static program", start(ALPINE, "COPY lib/module /usr/lib/")));
    }

    @TestFactory
    List<DynamicTest> helps() throws IOException {
        return List.of(
                in(TOOL).helps(
                                "gcompat where it is enough",
                                from(ALPINE) + COPY + START,
                                "RUN apk add --no-cache gcompat, or take a build for musl or a static one (Go: CGO_ENABLED=0)"),
                in(TOOL).helps(
                                "links where there are some",
                                from("alpine:3.15") + COPY + START,
                                "RUN apk add --no-cache libc6-compat, or take a build for musl or a static one (Go: CGO_ENABLED=0)"),
                in("bin/tool is a program for " + LOADER + " that calls fcntl64")
                        .helps(
                                "no package where none is",
                                from(ALPINE) + COPY + START,
                                "take a build for musl (vendors have alpine or musl in its name) or a static one (Go: CGO_ENABLED=0),"
                                        + " or start the final image FROM a distribution with glibc"),
                in("lib/libx.so is a library that needs libstdc++.so.6")
                        .helps(
                                "the library of C++",
                                start(ALPINE, "COPY lib/libx.so /usr/lib/"),
                                "RUN apk add --no-cache libstdc++"));
    }
}
