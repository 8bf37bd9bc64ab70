package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import io.github.alpinecheck.rule.NativeFile;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<Body> whole = new ArrayList<>();
        List<NativeFile> parts = new ArrayList<>();
        for (KnownFile one : known.files()) {
            Body body = new Body(file, one);
            whole.add(body);
            parts.add(new NativeFile(one.path(), one.header(), body));
        }
        this.bodies = List.copyOf(whole);
        this.files = List.copyOf(parts);
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
        List<KnownFile> known = new ArrayList<>();
        for (Body body : bodies) {
            known.add(body.known());
        }
        return new KnownJar(readable, known);
    }
}
