package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerPluginsTest {

    @TempDir
    private Path project;

    @Test
    void fabric8LooksBelowItsSourceDirectory() throws Exception {
        assertThat(in(
                        "io.fabric8",
                        "docker-maven-plugin",
                        """
                <images>
                  <image><build><dockerFile>app/Release</dockerFile><args><JDK>21</JDK></args></build></image>
                  <image><build><contextDir>web</contextDir><target>run</target></build></image>
                  <image><build><contextDir>web</contextDir><dockerFile>Other</dockerFile></build></image>
                  <image><build><from>alpine</from></build></image>
                  <image><run/></image>
                  <image><build><dockerFile>missing</dockerFile></build></image>
                </images>""",
                        "src/main/docker/app/Release",
                        "src/main/docker/web/Dockerfile",
                        "src/main/docker/web/Other"))
                .containsExactly(
                        named("src/main/docker/app/Release", "src/main/docker/app", Map.of("JDK", "21"), ""),
                        named("src/main/docker/web/Dockerfile", "src/main/docker/web", Map.of(), "run"),
                        named("src/main/docker/web/Other", "src/main/docker/web", Map.of(), ""));
    }

    @Test
    void jkubeIsConfiguredAlike() throws Exception {
        assertThat(in(
                        "org.eclipse.jkube",
                        "kubernetes-maven-plugin",
                        """
                <images><image><build><contextDir>${project.basedir}/ctx</contextDir></build></image></images>""".replace("${project.basedir}", project.toString()),
                        "ctx/Dockerfile"))
                .containsExactly(named("ctx/Dockerfile", "ctx", Map.of(), ""));
    }

    @Test
    void spotify() throws Exception {
        assertThat(in("com.spotify", "dockerfile-maven-plugin", """
                <contextDirectory>ctx</contextDirectory><buildArgs><A>1</A></buildArgs>""", "ctx/Dockerfile"))
                .containsExactly(named("ctx/Dockerfile", "ctx", Map.of("A", "1"), ""));
        assertThat(in("com.spotify", "dockerfile-maven-plugin", "<dockerfile>d/app</dockerfile>", "d/app"))
                .containsExactly(named("d/app", "", Map.of(), ""));
        assertThat(in("com.spotify", "docker-maven-plugin", "<dockerDirectory>d</dockerDirectory>", "d/Dockerfile"))
                .containsExactly(named("d/Dockerfile", "d", Map.of(), ""));
    }

    @Test
    void execOfDockerBuild() throws Exception {
        assertThat(in("org.codehaus.mojo", "exec-maven-plugin", """
                <executable>docker</executable><workingDirectory>images</workingDirectory>
                <arguments>
                  <argument>build</argument><argument>-f</argument><argument>app</argument><argument>..</argument>
                </arguments>""", "images/app"))
                .containsExactly(named("images/app", "", Map.of(), ""));
        assertThat(in("org.codehaus.mojo", "exec-maven-plugin", """
                <executable>docker</executable><commandlineArgs>buildx build ctx</commandlineArgs>""", "ctx/Dockerfile"))
                .containsExactly(named("ctx/Dockerfile", "ctx", Map.of(), ""));
    }

    private NamedDockerfile named(String file, String context, Map<String, String> arguments, String target) {
        return new NamedDockerfile(
                project.resolve(file),
                context.isEmpty() ? project : project.resolve(context),
                arguments,
                Optional.of(target).filter(text -> !text.isEmpty()),
                Set.of());
    }

    private List<NamedDockerfile> in(String group, String artifact, String configuration, String... files)
            throws Exception {
        for (String file : files) {
            Path path = project.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "FROM alpine:3.22\n");
        }
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><build><plugins><plugin><groupId>" + group + "</groupId><artifactId>"
                        + artifact + "</artifactId><configuration>" + configuration
                        + "</configuration></plugin></plugins></build></project>"));
        MavenProject mavenProject = new MavenProject(model);
        mavenProject.setFile(project.resolve("pom.xml").toFile());
        return DockerPlugins.in(mavenProject);
    }
}
