package io.github.alpinecheck.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file that remembers jars. It only saves time: one that is damaged, or that another version of the
 * plugin wrote, is passed over, and one that cannot be written is left out.
 */
public final class JarMemory {

    /** A project with hundreds of libraries needs some megabytes. */
    private static final long LARGEST = 256L << 20;

    private final Path file;
    private final String version;

    /**
     * A file that need not be there.
     *
     * @param version of the plugin, which may look at jars in another way than the last one
     */
    public JarMemory(Path file, String version) {
        this.file = file;
        this.version = version;
    }

    /** Empty where there is nothing that can be used. */
    Map<JarKey, KnownJar> read() {
        try {
            return Files.size(file) > LARGEST ? Map.of() : JarMemoryReader.read(Files.readAllBytes(file), version);
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Who reads the file meanwhile sees the old one or the new one, whole. */
    void write(Map<JarKey, KnownJar> jars) {
        try {
            byte[] content = JarMemoryWriter.bytes(jars, version);
            WholeFile.write(file, out -> out.write(content));
        } catch (IOException e) {
            // the next build scans again
        }
    }
}
