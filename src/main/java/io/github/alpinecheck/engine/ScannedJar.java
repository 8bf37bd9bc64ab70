package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import io.github.alpinecheck.rule.NativeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A jar and what was read in it so far. */
final class ScannedJar {

    private final boolean readable;
    private final List<Body> bodies;
    private final List<NativeFile> files;
    private volatile boolean news;

    private ScannedJar(Path file, KnownJar known, boolean news) {
        this.readable = known.readable();
        this.bodies = known.files().stream().map(f -> new Body(file, f)).toList();
        this.files = bodies.stream()
                .map(b -> new NativeFile(b.known.path(), b.known.header(), b))
                .toList();
        this.news = news;
    }

    /** A jar that was read in an earlier build. */
    static ScannedJar of(Path file, KnownJar known) {
        return new ScannedJar(file, known, false);
    }

    /** A jar in which nobody has looked for files of the machine yet. */
    static ScannedJar scan(Path file, Machine machine) {
        return new ScannedJar(file, JarScan.of(file, machine), true);
    }

    /** The whole of a native file, from the first time that somebody asks for it. */
    private final class Body implements Supplier<Optional<ElfFile>> {

        private final Path jar;
        private KnownFile known;

        Body(Path jar, KnownFile known) {
            this.jar = jar;
            this.known = known;
        }

        @Override
        public synchronized Optional<ElfFile> get() {
            if (!known.read()) {
                known = known.with(JarScan.content(jar, known.path()));
                news = true;
            }
            return known.content();
        }

        synchronized KnownFile known() {
            return known;
        }
    }

    boolean isReadable() {
        return readable;
    }

    List<NativeFile> files() {
        return files;
    }

    /** Whether something is known that was not when the build began. */
    boolean isNews() {
        return news;
    }

    KnownJar known() {
        return new KnownJar(readable, bodies.stream().map(Body::known).toList());
    }
}
