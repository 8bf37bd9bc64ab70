package io.github.alpinecheck.rule;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A native file in a jar. Its first bytes are known, the rest is read when somebody asks. */
public final class NativeFile {

    private final String path;
    private final ElfHeader header;
    private final Supplier<Optional<ElfFile>> reader;

    /** A file that was read. */
    public NativeFile(String path, ElfFile file) {
        this(path, file.header(), () -> Optional.of(file));
    }

    /**
     * A file that is read later.
     *
     * @param path the name of its entry
     * @param reader reads it when it is first asked, and gives empty if that cannot be done
     */
    public NativeFile(String path, ElfHeader header, Supplier<Optional<ElfFile>> reader) {
        this.path = path;
        this.header = header;
        this.reader = reader;
    }

    /** The name of its entry. */
    public String path() {
        return path;
    }

    /** Its name without directories. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What its first bytes say, so that nothing else is read. */
    public ElfHeader header() {
        return header;
    }

    /** What is in it; empty if it cannot be read. */
    public Optional<ElfFile> content() {
        return reader.get();
    }

    /** What is in it; nothing that can be linked if it cannot be read. */
    public ElfFile file() {
        return content().orElseGet(this::unreadable);
    }

    private ElfFile unreadable() {
        return new ElfFile(
                header,
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                false,
                false,
                false,
                false,
                List.of(),
                Map.of());
    }
}
