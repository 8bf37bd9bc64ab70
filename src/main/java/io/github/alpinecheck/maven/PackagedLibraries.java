package io.github.alpinecheck.maven;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.rule.NativeFile;
import io.github.alpinecheck.rule.Project.Dependency;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the project's archives have in them: Spring Boot and wars have the libraries as jars, jar-with-dependencies and shade
 * have their content. What the packaging leaves out is not in the image either.
 */
final class PackagedLibraries {

    private static final String POMS = "META-INF/maven/";

    /** The names of jars in the archives. */
    private final Set<String> jars = new HashSet<>();
    /** The paths of all other files that are no classes. */
    private final Set<String> files = new HashSet<>();

    private final Set<String> projects = new HashSet<>();

    private PackagedLibraries() {}

    /**
     * Those in the archives that were built.
     *
     * @param output the directory with the archives
     * @param archives which files of it they are
     */
    static PackagedLibraries of(Path output, BuiltImages archives) {
        PackagedLibraries libraries = new PackagedLibraries();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(output, "*.?ar")) {
            for (Path entry : entries) {
                if (archives.isArchive(String.valueOf(entry.getFileName()))) {
                    libraries.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // nothing was built yet
            return new PackagedLibraries();
        }
        return libraries;
    }

    private void add(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                add(entries.nextElement().getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException is for a name that is no text; what one part has says nothing of the rest
            jars.clear();
            projects.clear();
        }
    }

    private void add(String entry) {
        if (entry.endsWith(".jar")) {
            jars.add(entry.substring(entry.lastIndexOf('/') + 1));
        } else if (entry.startsWith(POMS) && entry.endsWith("/pom.properties")) {
            projects.add(entry);
        } else if (!entry.endsWith(".class") && !entry.endsWith("/")) {
            files.add(entry);
        }
    }

    /**
     * Whether they have a library: unknown where they are of the project's own classes only, so that the libraries come
     * by another way, and where nothing was built.
     *
     * @param natives the library's native files
     */
    Presence presence(Dependency library, List<NativeFile> natives) {
        if (!jars.isEmpty()) {
            // the name of the file may be another one in the archive, as that of a snapshot
            return jars.stream().anyMatch(name -> name.contains(library.artifactId()))
                    ? Presence.PRESENT
                    : Presence.ABSENT;
        }
        // who merges other projects has their descriptors, his own is one of them
        if (projects.size() > 1) {
            return natives.stream().anyMatch(f -> files.contains(f.path())) ? Presence.PRESENT : Presence.ABSENT;
        }
        return Presence.UNKNOWN;
    }
}
