package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.rule.NativeFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The native files in jars, for one execution of the goal. Nothing is read twice, as long as the jar does not change:
 * all executions of a build share what they know in memory, and each leaves it on the disk for the next build. Several
 * threads may ask.
 */
public final class NativeJars {

    private final Supplier<Shared> shared;
    private final JarMemory memory;
    private final Map<JarKey, ScannedJar> asked = new ConcurrentHashMap<>();
    private @Nullable Map<JarKey, KnownJar> lastBuild;

    /** What all executions of a build know. */
    public static final class Shared {
        private final Map<JarKey, ScannedJar> jars = new ConcurrentHashMap<>();
    }

    /**
     * Those of an execution.
     *
     * @param shared what all executions of the build know; always the same
     * @param memory has what the last build left, and gets what {@link #save} leaves for the next
     */
    public NativeJars(Supplier<Shared> shared, JarMemory memory) {
        this.shared = shared;
        this.memory = memory;
    }

    /** The native files for a machine; none where there is no jar, such as for a directory of classes. */
    public List<NativeFile> files(Path jar, Machine machine) {
        Optional<ScannedJar> scanned = jar(jar, machine);
        return scanned.isEmpty() ? List.of() : scanned.get().files();
    }

    /** Whether there is a file, and it cannot be read as a jar. */
    public boolean isUnreadable(Path jar, Machine machine) {
        Optional<ScannedJar> scanned = jar(jar, machine);
        return scanned.isPresent() && !scanned.get().isReadable();
    }

    private Optional<ScannedJar> jar(Path file, Machine machine) {
        Optional<JarKey> key = JarKey.of(file, machine);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        ScannedJar jar = shared.get().jars.computeIfAbsent(key.get(), k -> find(file, k));
        asked.put(key.get(), jar);
        return Optional.of(jar);
    }

    private ScannedJar find(Path file, JarKey key) {
        KnownJar known = lastBuild().get(key);
        return known == null ? ScannedJar.scan(file, key.machine()) : ScannedJar.of(file, known);
    }

    private synchronized Map<JarKey, KnownJar> lastBuild() {
        if (lastBuild == null) {
            lastBuild = memory.read();
        }
        return lastBuild;
    }

    /** Leaves on the disk what is known of all jars that were asked for, unless it is there already. */
    public void save() {
        boolean news = false;
        Map<JarKey, KnownJar> known = new HashMap<>();
        for (Map.Entry<JarKey, ScannedJar> jar : asked.entrySet()) {
            news |= jar.getValue().isNews();
            known.put(jar.getKey(), jar.getValue().known());
        }
        if (news) {
            memory.write(known);
        }
    }
}
