package io.github.alpinecheck.rules.nativecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project;
import io.github.alpinecheck.rule.Related;
import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real jars on images that can load their native code, and on others. */
class MuslDependenciesTest {

    private static final String OLD = "org.xerial.snappy:snappy-java:1.1.7.3";
    private static final String NEW = "org.xerial.snappy:snappy-java:1.1.10.7";
    private static final String ARROW = "org.apache.arrow:arrow-c-data:17.0.0";
    private static final String USB = "org.usb4java:libusb4java:jar:linux-x86-64:1.3.0";
    private static final String EPOLL = "io.netty:netty-transport-native-epoll:jar:linux-x86_64:4.1.9.Final";

    private static final String SNAPPY_FILE = "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so";
    private static final String ARROW_FILE = "arrow_cdata_jni/x86_64/libarrow_cdata_jni.so";
    private static final String USB_FILE = "org/usb4java/linux-x86-64/libusb4java.so";
    private static final String EPOLL_FILE = "META-INF/native/libnetty-transport-native-epoll.so";
    private static final String LOADER = "ld-linux-x86-64.so.2";

    private static final String TEMURIN = "eclipse-temurin:21-jre-alpine-3.20";
    private static final String EARLIER = "eclipse-temurin:21-jre-alpine-3.18";
    private static final String START = """
            COPY target/app.jar /app.jar
            ENTRYPOINT ["java", "-jar", "/app.jar"]
            """;

    /** musl has it since 3.20, and gcompat does not have it. */
    private static final byte[] NEEDS_STATX =
            ElfBuilder.library().calls("statx").defines("JNI_OnLoad").bytes();

    private static final byte[] OF_ARM = ElfBuilder.library()
            .machine(183)
            .calls("statx")
            .calls("preadv2")
            .defines("JNI_OnLoad")
            .bytes();

    private static final byte[] NEEDS_CXX =
            ElfBuilder.library().needs("libstdc++.so.6").defines("JNI_OnLoad").bytes();

    @TempDir
    Path directory;

    private final RuleSpec snappy = with(OLD, "kafka-clients");
    private final RuleSpec newSnappy = with(NEW);
    private final RuleSpec arrow = with(ARROW);
    private final RuleSpec usb = with(USB);
    private final RuleSpec epoll = with(EPOLL);

    private static RuleSpec with(String coordinates, String... by) {
        return RuleSpec.of("muslDependencies").with(add(KnownProject.EMPTY, coordinates, by));
    }

    private static KnownProject add(KnownProject project, String coordinates, String... by) {
        List<String> parts = List.of(coordinates.split(":", -1));
        String version = parts.get(parts.size() - 1);
        return project.withJar(parts.get(0), parts.get(1), version, parts.size() > 3 ? parts.get(3) : "", by);
    }

    private static String from(String image, String... instructions) {
        return "FROM " + image + "\n" + String.join("\n", instructions) + "\n" + START;
    }

    private static String refused(String coordinates, String trail, String image, String file, String library) {
        return "error: " + coordinates + " (" + trail + ") has native code that cannot be loaded on " + image
                + ", which has musl: " + file + " ends with \"Error loading shared library " + library
                + ": No such file or directory\"";
    }

    private static String unresolved(String coordinates, String trail, String image, String file, String names) {
        return "warning: " + coordinates + " (" + trail
                + ") has native code that was linked with names which are not on " + image + " (" + names + "): "
                + file + " is loaded, and the JVM crashes with SIGSEGV when one of them is called";
    }

    private static String snappyOn(String image) {
        return refused(OLD, "app → kafka-clients → snappy-java", image, SNAPPY_FILE, LOADER);
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                snappy.catches("what needs glibc's loader", from(TEMURIN), "1: «" + TEMURIN + "» " + snappyOn(TEMURIN)),
                newSnappy.catches(
                        "a newer version that needs it too",
                        from(TEMURIN),
                        "1: «" + TEMURIN + "» " + refused(NEW, "app → snappy-java", TEMURIN, SNAPPY_FILE, LOADER)),
                snappy.catches(
                        "on Corretto",
                        from("amazoncorretto:17-alpine"),
                        "1: «amazoncorretto:17-alpine» " + snappyOn("amazoncorretto:17-alpine")),
                snappy.catches(
                        "on Alpine's own Java",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless"),
                        "1: «alpine:3.15» " + snappyOn("alpine:3.15")),
                arrow.catches(
                        "what needs the library of C++",
                        from(TEMURIN),
                        "1: «" + TEMURIN + "» "
                                + refused(ARROW, "app → arrow-c-data", TEMURIN, ARROW_FILE, "libstdc++.so.6")),
                arrow.catches(
                        "the library of C++ in another stage",
                        "FROM alpine:3.20 AS build\nRUN apk add libstdc++\n" + from(TEMURIN),
                        "3: «" + TEMURIN + "» "
                                + refused(ARROW, "app → arrow-c-data", TEMURIN, ARROW_FILE, "libstdc++.so.6")),
                epoll.catches(
                        "names that musl hides since 3.10",
                        from(TEMURIN),
                        "1: «" + TEMURIN + "» "
                                + unresolved(
                                        EPOLL, "app → netty-transport-native-epoll", TEMURIN, EPOLL_FILE, "__strndup")),
                usb.catches(
                        "gcompat brings the loader, but its names are not found",
                        from(TEMURIN, "RUN apk add --no-cache gcompat"),
                        "1: «" + TEMURIN + "» "
                                + unresolved(
                                        USB,
                                        "app → libusb4java",
                                        TEMURIN,
                                        USB_FILE,
                                        "__strdup, __strndup, __rawmemchr")),
                usb.catches(
                        "the links of libc6-compat bring no names",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless libc6-compat"),
                        "1: «alpine:3.15» "
                                + unresolved(
                                        USB,
                                        "app → libusb4java",
                                        "alpine:3.15",
                                        USB_FILE,
                                        "__strdup, __strndup, __rawmemchr")),
                snappy.catches(
                        "the platform is said",
                        "FROM --platform=linux/amd64 " + TEMURIN + "\n" + START,
                        "1: «" + TEMURIN + "» " + snappyOn(TEMURIN)),
                snappy.catches(
                        "a base of its own",
                        "FROM " + TEMURIN + " AS base\nFROM base\n" + START,
                        "2: «base» " + snappyOn("base")),
                snappy.catches(
                        "what is installed and deleted again",
                        from(TEMURIN, "RUN apk add --no-cache gcompat && apk del gcompat"),
                        "1: «" + TEMURIN + "» " + snappyOn(TEMURIN)),
                RuleSpec.of("muslDependencies")
                        .with(add(add(KnownProject.EMPTY, ARROW), OLD, "kafka-clients"))
                        .catches(
                                "one finding for each library",
                                from(TEMURIN),
                                "1: «" + TEMURIN + "» "
                                        + refused(ARROW, "app → arrow-c-data", TEMURIN, ARROW_FILE, "libstdc++.so.6"),
                                "1: «" + TEMURIN + "» " + snappyOn(TEMURIN)));
    }

    @TestFactory
    List<DynamicTest> whatCannotBeRead() throws IOException {
        byte[] damaged = ElfBuilder.library().bytes();
        // the number of program headers
        damaged[57] = (byte) 0xff;
        byte[] sound = ElfBuilder.library().defines("JNI_OnLoad").bytes();
        RuleSpec text = withJar(Files.writeString(directory.resolve("text.jar"), "no jar"));
        RuleSpec broken = withJar(jar("broken.jar", Map.of("linux/libone.so", damaged)));
        return List.of(
                text.catches("what is no jar", from(TEMURIN), "1: «" + TEMURIN + "» " + unreadable("text.jar")),
                broken.catches(
                        "a damaged library",
                        from(TEMURIN),
                        "1: «" + TEMURIN + "» " + unreadable("broken.jar!/linux/libone.so")),
                broken.helps(
                        "what to do",
                        from(TEMURIN),
                        "if the jar is damaged, delete it from the local repository so that Maven downloads it again"),
                withJar(jar("jna.jar", Map.of("linux/libjnidispatch.so", jna("__strdup"))))
                        .leaves("a name that is never called", from(TEMURIN)),
                withJar(jar("jna2.jar", Map.of("linux/libjnidispatch.so", jna("__strndup"))))
                        .helps(
                                "another name",
                                from(TEMURIN),
                                "RUN apk add --no-cache gcompat, ENV LD_PRELOAD=/lib/libgcompat.so.0"),
                text.leaves("where musl is not asked", from("eclipse-temurin:21-jre")),
                withJar(jar("other.jar", Map.of("freebsd/libone.so", damaged)))
                        .leaves("a damaged library of another system", from(TEMURIN)),
                withJar(jar("musl.jar", Map.of("linux/libone.so", damaged, "linux-musl/libone.so", sound)))
                        .leaves("a damaged library beside one for musl", from(TEMURIN)));
    }

    private static byte[] jna(String name) {
        return ElfBuilder.library()
                .calls(name, "GLIBC_2.2.5")
                .defines("JNI_OnLoad")
                .bytes();
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static RuleSpec withJar(Path jar) {
        return RuleSpec.of("muslDependencies").with(KnownProject.EMPTY.withJar("org.example", "native", jar));
    }

    private static String unreadable(String what) {
        return "warning: " + what + " cannot be read, so nobody knows whether native code of org.example:native:1.0"
                + " (app → native) can be loaded on musl";
    }

    @Test
    void theDeclarationIsAnotherPlaceToLookAt() {
        assertThat(snappy.findings(from(TEMURIN)))
                .singleElement()
                .extracting(Finding::related)
                .isEqualTo(List.of(new Related("pom.xml", 7, "kafka-clients is declared here")));
    }

    @TestFactory
    List<DynamicTest> leaves() {
        return List.of(
                snappy.leaves("gcompat's loader is enough", from(TEMURIN, "RUN apk add --no-cache gcompat")),
                snappy.leaves(
                        "from 3.19 on libc6-compat is gcompat", from(TEMURIN, "RUN apk add --no-cache libc6-compat")),
                snappy.leaves(
                        "before, it has links to musl",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless libc6-compat")),
                snappy.leaves(
                        "a link that the build makes",
                        from(TEMURIN, "RUN ln -s /lib/libc.musl-x86_64.so.1 /lib/ld-linux-x86-64.so.2")),
                snappy.leaves(
                        "a link of another kind", from(TEMURIN, "RUN ln -s /opt/loader /lib/ld-linux-x86-64.so.2")),
                arrow.leaves("with the library of C++", from(TEMURIN, "RUN apk add --no-cache libstdc++")),
                arrow.leaves("a package that needs it may bring it", from(TEMURIN, "RUN apk add --no-cache nodejs")),
                arrow.leaves("a package of which nothing is known", from(TEMURIN, "RUN apk add --no-cache tesseract")),
                arrow.leaves("libraries that are copied", from(TEMURIN, "COPY libraries/ /usr/lib/")),
                arrow.leaves("a script of which nothing is known", from(TEMURIN, "RUN wget -O- x.org | sh")),
                usb.leaves(
                        "gcompat before all others",
                        from(TEMURIN, "RUN apk add --no-cache gcompat", "ENV LD_PRELOAD=/lib/libgcompat.so.0")),
                usb.leaves("a library that nobody knows is before all others", from(TEMURIN, "ENV LD_PRELOAD=/my.so")),
                usb.leaves(
                        "a script may put gcompat before",
                        "FROM " + TEMURIN + "\nRUN apk add --no-cache gcompat\nCOPY target/app.jar run.sh /\n"
                                + "ENTRYPOINT [\"/run.sh\"]\n"),
                snappy.leaves("a distribution with glibc", from("eclipse-temurin:21-jre")),
                snappy.leaves("glibc on Alpine", from("bellsoft/liberica-openjre-alpine:17")),
                snappy.leaves("an unknown image", from("registry.example.org/java:17-alpine")),
                snappy.leaves("an image without Java", from("alpine:3.20")),
                snappy.leaves(
                        "another program",
                        "FROM " + TEMURIN
                                + "\nCOPY other.jar /app.jar\nENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]\n"),
                snappy.leaves("a platform that depends", "FROM --platform=$TARGETPLATFORM " + TEMURIN + "\n" + START),
                snappy.leaves("another machine", "FROM --platform=linux/riscv64 " + TEMURIN + "\n" + START),
                snappy.leaves(
                        "the system's own library",
                        from(TEMURIN, "ENV JAVA_TOOL_OPTIONS=-Dorg.xerial.snappy.use.systemlib=true")),
                RuleSpec.of("muslDependencies")
                        .with(new WithoutLibraries(add(KnownProject.EMPTY, OLD)))
                        .leaves("what the packaging leaves out", from(TEMURIN)),
                with("org.lz4:lz4-java:1.4.1").leaves("what musl can load", from(TEMURIN)),
                with("io.netty:netty-transport-native-epoll:jar:linux-x86_64:4.1.115.Final")
                        .leaves("the version that the help names", from(TEMURIN)),
                with("org.fusesource.jansi:jansi:2.4.1").leaves("files of other systems in the jar", from(TEMURIN)),
                with("org.xerial.snappy:snappy-java:0.0").leaves("a jar that is not there", from(TEMURIN)));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(
                snappy.helps("gcompat where it is", from(TEMURIN), "RUN apk add --no-cache gcompat"),
                snappy.helps(
                        "libc6-compat where it still has links",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless"),
                        "RUN apk add --no-cache libc6-compat"),
                arrow.helps("the library of C++", from(TEMURIN), "RUN apk add --no-cache libstdc++"),
                usb.helps(
                        "gcompat before all others",
                        from(TEMURIN),
                        "RUN apk add --no-cache gcompat, ENV LD_PRELOAD=/lib/libgcompat.so.0"),
                usb.helps(
                        "what is not yet there",
                        from(TEMURIN, "RUN apk add --no-cache gcompat"),
                        "ENV LD_PRELOAD=/lib/libgcompat.so.0"),
                usb.helps(
                        "what no package brings",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless"),
                        "look for a version or a variant with a build for musl, or start the final image FROM a"
                                + " distribution with glibc"));
    }

    /** With a version of the library that was measured to load: what changes least comes first. */
    @TestFactory
    List<DynamicTest> helpsWithAVersion() throws IOException {
        String[] packages = {"RUN apk add --no-cache libstdc++"};
        String[] newer = {"use rocksdbjni 6.29.5 (it was measured to load on Alpine)"};
        String[] both = {newer[0] + ", " + packages[0]};
        String[] none = {
            "look for a version or a variant with a build for musl, or start the final image FROM a distribution with glibc"
        };
        RuleSpec rocks = rocks("5.18.4");
        return List.of(
                rocks.helps("with the packages that it needs", from(EARLIER), both),
                rocks.helps("a package that is there", from(EARLIER, packages), newer),
                rocks.helps("a package that may be there", from(EARLIER, "RUN apk add --no-cache nodejs"), both),
                rocks.helps("the first release", from("alpine:3.10", "RUN apk add openjdk11-jre-headless"), both),
                rocks.helps("a release before", from("alpine:3.9", "RUN apk add openjdk8-jre-base"), none),
                library("org.rocksdb", "rocksdbjni", "5.18.4", OF_ARM)
                        .helps("another machine", "FROM --platform=linux/arm64 " + EARLIER + "\n" + START, none),
                rocks("6.2.4").helps("numbers, not letters", from(EARLIER), both),
                rocks("6.29.4.1").helps("more numbers", from(EARLIER), both),
                rocks("6.29").helps("fewer numbers", from(EARLIER), both),
                rocks("6.29.5").helps("this version already", from(EARLIER), none),
                rocks("9.7.3").helps("a newer version", from(EARLIER), none),
                rocks("6.29.5.1").helps("a newer version with more numbers", from(EARLIER), none),
                rocks("20230101120000").helps("a day", from(EARLIER), none),
                rocks("5.18.4-vendor-1").helps("a version of somebody else", from(EARLIER), none),
                rocks("trunk").helps("a version without numbers", from(EARLIER), none),
                rocks("").helps("an unknown version", from(EARLIER), none),
                library("org.example", "rocksdbjni", "5.18.4", NEEDS_STATX)
                        .helps("another library of that name", from(EARLIER), none),
                library("org.rocksdb", "rocksdbjni", "5.18.4", NEEDS_CXX)
                        .helps("where a package is enough", from(EARLIER), packages),
                library("software.amazon.awssdk.crt", "aws-crt", "0.16.0", NEEDS_STATX)
                        .helps(
                                "where it loads",
                                from("alpine:3.16", "RUN apk add openjdk17-jre-headless"),
                                "use aws-crt 0.31.1 (it was measured to load on Alpine)"),
                library("software.amazon.awssdk.crt", "aws-crt", "0.16.0", NEEDS_STATX)
                        .helps(
                                "where it does not load",
                                from("alpine:3.15", "RUN apk add openjdk17-jre-headless"),
                                none),
                epoll.helps(
                        "before gcompat, which changes all programs",
                        from(TEMURIN),
                        "use netty-transport-native-epoll 4.1.115.Final (it was measured to load on Alpine); or else RUN"
                                + " apk add --no-cache gcompat, ENV LD_PRELOAD=/lib/libgcompat.so.0"),
                epoll.helps(
                        "where gcompat does not help",
                        from("alpine:3.15", "RUN apk add --no-cache openjdk17-jre-headless"),
                        "use netty-transport-native-epoll 4.1.115.Final (it was measured to load on Alpine)"));
    }

    /** A version of which no package makes the code load. */
    private RuleSpec rocks(String version) throws IOException {
        return library("org.rocksdb", "rocksdbjni", version, NEEDS_STATX);
    }

    private RuleSpec library(String groupId, String artifactId, String version, byte[] code) throws IOException {
        Path jar = jar(groupId + "-" + version + "-" + code.length + ".jar", Map.of("native.so", code));
        return RuleSpec.of("muslDependencies").with(KnownProject.EMPTY.withJar(groupId, artifactId, version, jar));
    }

    /** A project whose archive has its own classes and none of its libraries. */
    private record WithoutLibraries(KnownProject project) implements Project {

        @Override
        public List<Dependency> runtimeDependencies() {
            return project.runtimeDependencies();
        }

        @Override
        public List<NativeFile> nativeFiles(Dependency library, Machine machine) {
            return project.nativeFiles(library, machine);
        }

        @Override
        public Presence packaged(Dependency library, Machine machine) {
            return Presence.ABSENT;
        }

        @Override
        public boolean isOwnCode(String dockerfile, String path) {
            return project.isOwnCode(dockerfile, path);
        }
    }
}
