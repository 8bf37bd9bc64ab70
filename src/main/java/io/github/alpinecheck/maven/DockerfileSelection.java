package io.github.alpinecheck.maven;

import java.util.ArrayList;
import java.util.List;

/** {@code <dockerfiles>}: which files to check. */
public final class DockerfileSelection {

    /** Globs relative to the project's directory; none for the usual places. */
    private final List<String> includes = new ArrayList<>();

    /** Globs of files to leave out, whoever names them. */
    private final List<String> excludes = new ArrayList<>();

    /** Made by Maven. */
    public DockerfileSelection() {}

    List<String> includes() {
        return includes;
    }

    List<String> excludes() {
        return excludes;
    }

    /** From {@code <includes>}. */
    public void setIncludes(List<String> includes) {
        this.includes.addAll(includes);
    }

    /** From {@code <excludes>}. */
    public void setExcludes(List<String> excludes) {
        this.excludes.addAll(excludes);
    }

    /** From the command line: globs between commas, those to leave out after an exclamation mark. */
    public void set(String text) {
        for (String glob : text.split(",", -1)) {
            String stripped = glob.strip();
            if (stripped.startsWith("!")) {
                excludes.add(stripped.substring(1));
            } else if (!stripped.isEmpty()) {
                includes.add(stripped);
            }
        }
    }
}
