package io.github.alpinecheck.linker;

import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.ElfFile.Export;
import io.github.alpinecheck.linker.Library.Known;
import io.github.alpinecheck.linker.Library.Listed;
import io.github.alpinecheck.linker.Library.Unlisted;
import java.util.List;
import java.util.Optional;

/** A library in the process. Each is itself and equal to no other. */
final class LoadedObject {

    private final String path;
    private final boolean found;
    private final Library library;
    private final Optional<LoadedObject> neededBy;

    /**
     * A library.
     *
     * @param path where it was found
     * @param found whether a search found it, so that others who need a library of its file name get it
     * @param neededBy who brought it
     */
    LoadedObject(String path, boolean found, Library library, Optional<LoadedObject> neededBy) {
        this.path = path;
        this.found = found;
        this.library = library;
        this.neededBy = neededBy;
    }

    /** How sure it is that it has a symbol. */
    enum Has {
        YES,
        NO,
        /** It may, for nobody has listed what it has. */
        PERHAPS
    }

    String path() {
        return path;
    }

    Library library() {
        return library;
    }

    Optional<LoadedObject> neededBy() {
        return neededBy;
    }

    /** The name that libraries which need it call it by; empty for one that was loaded by its path. */
    String shortName() {
        return found ? path.substring(path.lastIndexOf('/') + 1) : "";
    }

    List<String> needed() {
        if (library instanceof Known known) {
            return known.file().needed();
        }
        if (library instanceof Listed listed) {
            return listed.needed();
        }
        return library instanceof Unlisted unlisted ? unlisted.needed() : List.of();
    }

    /** The file's bytes, when they are known. */
    Optional<ElfFile> file() {
        return library instanceof Known known ? Optional.of(known.file()) : Optional.empty();
    }

    /** Whether a symbol that is no name of a libc can be found in it. */
    Has has(String name, boolean forCall) {
        if (library instanceof Known known) {
            Export export = known.file().exports().get(name);
            return export == Export.DEFINED || export != null && !forCall ? Has.YES : Has.NO;
        }
        if (library instanceof Listed listed) {
            return listed.exports().contains(name) ? Has.YES : Has.NO;
        }
        return library instanceof Unlisted ? Has.PERHAPS : Has.NO;
    }

    /** The directories of its search path, with its own directory in them; empty when musl does not use it. */
    Optional<String> searchPath() {
        Optional<String> directories = file().flatMap(ElfFile::searchPath);
        if (directories.isEmpty() || directories.get().indexOf('$') < 0) {
            return directories;
        }
        int slash = path.lastIndexOf('/');
        String origin = slash < 0 ? "." : path.substring(0, slash);
        String expanded = directories.get().replace("${ORIGIN}", "\0").replace("$ORIGIN", "\0");
        // any other variable makes musl leave the whole path out
        return expanded.indexOf('$') < 0 ? Optional.of(expanded.replace("\0", origin)) : Optional.empty();
    }
}
