package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLocationTest {

    @TempDir
    private Path repository;

    @Test
    void aModuleIsNamedFromTheReactorAndFromTheRepository() throws Exception {
        // as in a work tree of git
        Files.writeString(repository.resolve(".git"), "gitdir: elsewhere");
        ProjectLocation location = location("services/web", "services");
        assertThat(location.inReactor()).isEqualTo("web/");
        assertThat(location.inRepository()).isEqualTo("services/web/");
    }

    @Test
    void theRepositorysOwnDirectoryHasNoName() throws Exception {
        Files.createDirectory(repository.resolve(".git"));
        ProjectLocation location = location("", "");
        assertThat(location.inReactor()).isEmpty();
        assertThat(location.inRepository()).isEmpty();
    }

    @Test
    void filesAreNamedFromTheProject() throws Exception {
        ProjectLocation location = location("web", "");
        assertThat(location.inProject(repository.resolve("web/target/./report.json")))
                .isEqualTo("target/report.json");
        assertThat(location.inProject(repository.resolve("elsewhere/report.json")))
                .isEqualTo("report.json");
    }

    private ProjectLocation location(String project, String reactor) throws Exception {
        MavenProject module = new MavenProject();
        module.setFile(Files.createDirectories(repository.resolve(project))
                .resolve("pom.xml")
                .toFile());
        MavenSession session = mock(MavenSession.class);
        when(session.getExecutionRootDirectory())
                .thenReturn(repository.resolve(reactor).toString());
        return new ProjectLocation(module, session);
    }
}
