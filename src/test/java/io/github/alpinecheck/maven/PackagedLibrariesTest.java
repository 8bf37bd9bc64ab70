package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rules.KnownProject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the archives of a project that was built. */
class PackagedLibrariesTest {

    private static final List<NativeFile> NATIVES =
            List.of(new NativeFile("linux/libx.so", ElfBuilder.library().read()));

    @TempDir
    private Path target;

    private void archive(String name, String... entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(target.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
    }

    private Presence presence(String artifactId) {
        Model model = new Model();
        model.setPackaging("jar");
        model.setBuild(new Build());
        model.getBuild().setDirectory(target.toString());
        model.getBuild().setFinalName("app");
        BuiltImages images = new BuiltImages(new MavenProject(model), List.of(), Map.of());
        return PackagedLibraries.of(target, images)
                .presence(
                        KnownProject.EMPTY
                                .withDependency("org.example", artifactId)
                                .runtimeDependencies()
                                .get(0),
                        NATIVES);
    }

    @Test
    void springBootHasThemAsJars() throws IOException {
        archive(
                "app.jar",
                "BOOT-INF/classes/A.class",
                "BOOT-INF/lib/here-1.0.jar",
                "META-INF/maven/a/app/pom.properties");
        assertThat(presence("here")).isEqualTo(Presence.PRESENT);
        assertThat(presence("excluded")).isEqualTo(Presence.ABSENT);
    }

    @Test
    void oneOfSeveralArchivesHasThem() throws IOException {
        archive("app.jar", "A.class", "META-INF/maven/a/app/pom.properties");
        archive("app-exec.jar", "BOOT-INF/lib/here-1.0.jar");
        assertThat(presence("here")).isEqualTo(Presence.PRESENT);
        assertThat(presence("excluded")).isEqualTo(Presence.ABSENT);
    }

    @Test
    void shadeMergesTheirFiles() throws IOException {
        String[] projects = {"META-INF/maven/a/app/pom.properties", "META-INF/maven/b/b/pom.properties"};
        archive("app.jar", projects[0], projects[1], "linux/libx.so");
        assertThat(presence("here")).isEqualTo(Presence.PRESENT);
        archive("app.jar", projects[0], projects[1]);
        assertThat(presence("excluded")).isEqualTo(Presence.ABSENT);
    }

    @Test
    void theProjectsOwnClassesSayNothing() throws IOException {
        archive("app.jar", "A.class", "META-INF/maven/a/app/pom.properties");
        archive("app-sources.jar", "BOOT-INF/lib/other-1.0.jar");
        assertThat(presence("here")).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void whatIsNotThereSaysNothing() throws IOException {
        assertThat(presence("here")).isEqualTo(Presence.UNKNOWN);
        Files.writeString(target.resolve("app.jar"), "no jar");
        assertThat(presence("here")).isEqualTo(Presence.UNKNOWN);
    }
}
