package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.interpreter.BuildContext.Kind;
import io.github.alpinecheck.text.PartialString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryContextTest {

    @TempDir
    private Path directory;

    private Path root = Path.of("");

    @BeforeEach
    void someFiles() throws IOException {
        root = Files.createDirectory(directory.resolve("context"));
        write("pom.xml", "<project/>");
        write("run.sh", "#!/bin/sh\n");
        write("docker/conf/a.conf", "a\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DirectoryContext context() {
        return new DirectoryContext(root, DirectoryContext.ignoreFile(root, root.resolve("Dockerfile")));
    }

    @Test
    void tellsWhatIsThere() {
        DirectoryContext context = context();
        assertThat(context.kind("run.sh")).isEqualTo(Kind.FILE);
        assertThat(context.kind("/run.sh")).isEqualTo(Kind.FILE);
        assertThat(context.kind("./docker/../run.sh")).isEqualTo(Kind.FILE);
        assertThat(context.kind(".")).isEqualTo(Kind.DIRECTORY);
        assertThat(context.kind("docker/")).isEqualTo(Kind.DIRECTORY);
    }

    @Test
    void whatIsNotThereMayStillBeMade() {
        assertThat(context().kind("later.sh")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().kind("run.sh/x")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().names("later")).isEmpty();
        assertThat(context().text("later.sh")).isEqualTo(PartialString.UNKNOWN);
        assertThat(context().executable("later.sh")).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void looksAtNothingOutside() throws IOException {
        Files.writeString(directory.resolve("secret"), "x");
        assertThat(context().kind("../secret")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().kind("docker/../../secret")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().text("../secret")).isEqualTo(PartialString.UNKNOWN);
        assertThat(context().kind("a\0b")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().kind("a/".repeat(50_000))).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void symbolicLinksAreUnknown() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("x.sh"), "x");
        try {
            Files.createSymbolicLink(root.resolve("out"), outside);
            Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));
            Files.createSymbolicLink(root.resolve("link.sh"), Path.of("run.sh"));
        } catch (UnsupportedOperationException | IOException e) {
            Assumptions.abort("this file system has no links");
        }
        for (String path : new String[] {"out", "out/x.sh", "loop", "loop/a", "link.sh"}) {
            assertThat(context().kind(path)).as(path).isEqualTo(Kind.UNKNOWN);
        }
        assertThat(context().text("out/x.sh")).isEqualTo(PartialString.UNKNOWN);
        assertThat(context().names("out")).isEmpty();
    }

    @Test
    void theContextItselfMayBeALink() throws IOException {
        Path link = directory.resolve("link");
        try {
            Files.createSymbolicLink(link, root);
        } catch (UnsupportedOperationException | IOException e) {
            Assumptions.abort("this file system has no links");
        }
        DirectoryContext context = new DirectoryContext(link, link.resolve(".dockerignore"));
        assertThat(context.kind("run.sh")).isEqualTo(Kind.FILE);
    }

    @Test
    void listsDirectoriesWithThoseThatABuildMakes() {
        assertThat(context().names(""))
                .hasValueSatisfying(
                        names -> assertThat(names).containsExactly("docker", "pom.xml", "run.sh", "target"));
        assertThat(context().names("docker/conf"))
                .hasValueSatisfying(names -> assertThat(names).containsExactly("a.conf"));
        assertThat(context().kind("target")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().names("run.sh")).isEmpty();
    }

    @Test
    void whatABuildHasMadeIsNotReliedOn() throws IOException {
        write("target/run.sh", "#!/bin/sh\n");
        assertThat(context().kind("target/run.sh")).isEqualTo(Kind.FILE);
        assertThat(context().names("target")).isEmpty();
        assertThat(context().text("target/run.sh")).isEqualTo(PartialString.UNKNOWN);
        assertThat(context().executable("target/run.sh")).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void tooManyNamesAreNone() throws IOException {
        for (int i = 0; i < 600; i++) {
            write("many/" + i, "");
        }
        assertThat(context().names("many")).isEmpty();
        assertThat(context().kind("many/7")).isEqualTo(Kind.FILE);
    }

    @Test
    void readsTheBeginningOfTexts() throws IOException {
        write("big.sh", "#!/bin/sh\n" + "echo 1\n".repeat(10_000));
        String text = context().text("big.sh").pattern();
        assertThat(text).startsWith("#!/bin/sh\necho").endsWith("echo 1\n" + PartialString.HOLE);
        assertThat(text.length()).isLessThan(20_000);
        assertThat(context().text("run.sh")).isEqualTo(PartialString.of("#!/bin/sh\n"));
    }

    @Test
    void whatIsNoTextIsUnknown() throws IOException {
        Files.write(root.resolve("binary"), new byte[] {1, 0, 2});
        Files.write(root.resolve("gbk"), new byte[] {(byte) 0xd6, (byte) 0xd0});
        Files.write(root.resolve("hole"), "\uFFFF".getBytes(StandardCharsets.UTF_8));
        for (String file : new String[] {"binary", "gbk", "hole", "docker"}) {
            assertThat(context().text(file)).as(file).isEqualTo(PartialString.UNKNOWN);
        }
    }

    @Test
    void knowsModesWhereTheFileSystemDoes() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(root.resolve("run.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(context().executable("run.sh")).isEqualTo(Presence.ABSENT);
        Files.setPosixFilePermissions(root.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(context().executable("run.sh")).isEqualTo(Presence.PRESENT);
    }

    @Test
    void dockerignoreKeepsOut() throws IOException {
        write(".dockerignore", "# comment\n*.sh\ndocker\n!docker/conf\n");
        assertThat(context().kind("run.sh")).isEqualTo(Kind.ABSENT);
        assertThat(context().text("run.sh")).isEqualTo(PartialString.UNKNOWN);
        assertThat(context().kind("later.sh")).isEqualTo(Kind.ABSENT);
        assertThat(context().kind("docker")).isEqualTo(Kind.UNKNOWN);
        assertThat(context().kind("docker/conf/a.conf")).isEqualTo(Kind.FILE);
        assertThat(context().names(""))
                .hasValueSatisfying(
                        names -> assertThat(names).containsExactly(".dockerignore", "docker", "pom.xml", "target"));
    }

    @Test
    void theDockerfilesOwnPatternsComeFirst() throws IOException {
        write(".dockerignore", "*.sh\n");
        write("Dockerfile.dockerignore", "pom.xml\n");
        assertThat(context().kind("run.sh")).isEqualTo(Kind.FILE);
        assertThat(context().kind("pom.xml")).isEqualTo(Kind.ABSENT);
        assertThat(DirectoryContext.ignoreFile(root, root.resolve("docker/Dockerfile")))
                .isEqualTo(root.resolve(".dockerignore"));
    }

    @Test
    void aContextThatIsNotThereIsUnknown() {
        DirectoryContext nowhere = new DirectoryContext(root.resolve("nowhere"), root.resolve("nowhere/.dockerignore"));
        assertThat(nowhere.kind("a")).isEqualTo(Kind.UNKNOWN);
        assertThat(nowhere.names("")).isEmpty();
    }
}
