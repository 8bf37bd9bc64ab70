package io.github.alpinecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerReleaseTest {

    @TempDir
    private Path directory;

    private final Properties userProperties = new Properties();

    /** An execution as Maven has it when the pom is read: with the configuration of the plugin. */
    private static String execution(String id, String configuration) {
        return "<execution><id>" + id + "</id><goals><goal>compile</goal></goals><configuration>" + configuration
                + "</configuration></execution>";
    }

    private String release(String properties, String version, String executions) throws Exception {
        return release(properties, version, executions, "App.java");
    }

    /** The release, or nothing if it is not known. */
    private String release(String properties, String version, String executions, String source) throws Exception {
        Files.createDirectories(directory.resolve("src/main/java/org/example"));
        Files.writeString(directory.resolve("src/main/java/org/example").resolve(source), "");
        Model model = new MavenXpp3Reader().read(new StringReader("""
                <project>
                  <properties>%s</properties>
                  <build><plugins><plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>%s</version>
                    <executions>%s</executions>
                  </plugin></plugins></build>
                </project>""".formatted(properties, version, executions)));
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        project.addCompileSourceRoot(directory.resolve("src/main/java").toString());
        var found = new CompilerRelease(project, userProperties).get();
        return found.isPresent() ? String.valueOf(found.getAsInt()) : "";
    }

    @ParameterizedTest
    @CsvSource({
        "<maven.compiler.release>21</maven.compiler.release>, '', 21",
        "<maven.compiler.target>1.8</maven.compiler.target>, '', 8",
        "<maven.compiler.target>11</maven.compiler.target>, '', 11",
        "'', <release>17</release>, 17",
        "'', <target>11</target>, 11",
        "<maven.compiler.target>1.8</maven.compiler.target>, <release>17</release>, 17",
        "<maven.compiler.release>17</maven.compiler.release>, <release>11</release>, 11",
        "'', <source>17</source>, ''",
        "'', '', ''",
        "'', <release>${java}</release>, ''",
        "'', <release>latest</release>, ''",
        "<maven.compiler.release>17</maven.compiler.release>, <compilerArgs><arg>--release</arg><arg>11</arg></compilerArgs>, ''",
        "<maven.compiler.release>17</maven.compiler.release>, <compilerArgs><arg>-parameters</arg></compilerArgs>, 17"
    })
    void fromPropertiesAndConfiguration(String properties, String configuration, String expected) throws Exception {
        assertThat(release(properties, "3.14.0", execution("default-compile", configuration)))
                .isEqualTo(expected);
    }

    @Test
    void theCommandLineGoesBeforeThePomsProperties() throws Exception {
        userProperties.setProperty("maven.compiler.release", "21");
        String properties = "<maven.compiler.release>17</maven.compiler.release>";
        assertThat(release(properties, "3.14.0", execution("default-compile", "")))
                .isEqualTo("21");
        assertThat(release(properties, "3.14.0", execution("default-compile", "<release>11</release>")))
                .isEqualTo("11");
    }

    @Test
    void ofSeveralExecutionsTheLowest() throws Exception {
        String both = execution("default-compile", "<release>9</release>") + execution("base", "<release>8</release>");
        assertThat(release("", "3.14.0", both)).isEqualTo("8");
        assertThat(release("", "3.14.0", both + execution("other", ""))).isEmpty();
    }

    @Test
    void executionsThatAreTurnedOffDoNotCount() throws Exception {
        String off =
                execution("default-compile", "<release>21</release>").replace("<goals>", "<phase>none</phase><goals>");
        assertThat(release("", "3.14.0", off)).isEmpty();
        assertThat(release("", "3.14.0", off + execution("java", "<release>17</release>")))
                .isEqualTo("17");
    }

    @Test
    void testsDoNotCount() throws Exception {
        String tests = execution("default-testCompile", "<release>21</release>")
                .replace("compile</goal>", "testCompile</goal>");
        assertThat(release("", "3.14.0", execution("default-compile", "<release>8</release>") + tests))
                .isEqualTo("8");
    }

    @Test
    void anOldPluginDoesNotKnowTheRelease() throws Exception {
        String both = execution("default-compile", "<release>17</release><target>8</target>");
        assertThat(release("", "3.5.1", both)).isEqualTo("8");
        assertThat(release("", "3.6.0", both)).isEqualTo("17");
        assertThat(release("", "3.1", execution("default-compile", "<release>17</release>")))
                .isEmpty();
    }

    @Test
    void otherLanguagesHaveOtherCompilers() throws Exception {
        assertThat(release("", "3.14.0", execution("default-compile", "<release>21</release>"), "App.kt"))
                .isEmpty();
    }
}
