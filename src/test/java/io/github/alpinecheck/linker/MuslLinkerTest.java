package io.github.alpinecheck.linker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.alpine.Gcompat;
import io.github.alpinecheck.alpine.Musl;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.linker.Library.Known;
import io.github.alpinecheck.linker.Library.Listed;
import io.github.alpinecheck.linker.Library.Unlisted;
import io.github.alpinecheck.linker.Verdict.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What musl does with small files, each made for one of its habits. */
class MuslLinkerTest {

    private static final int POINTER = 1;
    private static final int DATA = 6;
    private static final int INITIAL_EXEC = 18;
    private static final int INDIRECT = 37;
    private static final long RUNPATH = 29;
    private static final long FLAGS = 30;
    private static final long RELR = 36;
    private static final long FLAGS_1 = 0x6ffffffb;

    private final Map<String, Library> files = new HashMap<>();
    private final ElfBuilder library = ElfBuilder.library();

    private String release = "3.20";
    private Machine machine = Machine.X86_64;
    private List<String> preloads = List.of();
    private List<String> libraryPath = List.of();

    private MuslLinker linker() {
        return new MuslLinker(
                Musl.of(Releases.load().find(release).orElseThrow(), machine.id())
                        .orElseThrow(),
                machine,
                path -> files.getOrDefault(path, Library.ABSENT),
                preloads,
                libraryPath);
    }

    private Verdict load() {
        return linker().load("/tmp/libtest.so", library.read());
    }

    private Outcome loadOn(String other) {
        release = other;
        return load().outcome();
    }

    private Verdict start() {
        return linker().start("/usr/bin/test", library.read());
    }

    private void put(String path, ElfBuilder file) {
        files.put(path, new Known(file.read()));
    }

    private static Verdict loads() {
        return new Verdict(Outcome.LOADS, List.of(), "");
    }

    private static Verdict missing(Outcome outcome, String... names) {
        return new Verdict(outcome, List.of(names), "/tmp/libtest.so");
    }

    // which libraries are found

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libc.so.6",
                "libc.so.7",
                "libm.so.6",
                "libpthread.so.0",
                "librt.so.1",
                "libdl.so.2",
                "libutil.so.1",
                "libxnet.so"
            })
    void namesThatAreMuslItself(String name) {
        library.needs(name);
        assertThat(load()).isEqualTo(loads());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libc-2.31.so", "libresolv.so.2", "libcrypt.so.1", "libnsl.so.1", "ld-linux-x86-64.so.2"})
    void namesOfGlibcThatAreNot(String name) {
        library.needs("libc.so.6", name);
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_LIBRARY, name));
    }

    @Test
    void theSystemsDirectoriesAreSearched() {
        library.needs("libone.so", "libtwo.so", "libthree.so");
        put("/lib/libone.so", ElfBuilder.library());
        put("/usr/local/lib/libtwo.so", ElfBuilder.library());
        put("/usr/lib/libthree.so", ElfBuilder.library());
        assertThat(load()).isEqualTo(loads());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib64/libone.so", "/usr/lib/x86_64-linux-gnu/libone.so", "/tmp/libone.so"})
    void othersAreNot(String path) {
        library.needs("libone.so");
        put(path, ElfBuilder.library());
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_LIBRARY, "libone.so"));
    }

    @Test
    void theDirectoryOfTheFileWhereItNamesIt() {
        library.needs("libone.so").tag(RUNPATH, "$ORIGIN:/opt");
        put("/tmp/libone.so", ElfBuilder.library());
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void anotherVariableInTheSearchPathSpoilsAllOfIt() {
        library.needs("libone.so").tag(RUNPATH, "$ORIGIN:/opt/$LIB");
        put("/tmp/libone.so", ElfBuilder.library());
        assertThat(load().outcome()).isEqualTo(Outcome.MISSING_LIBRARY);
    }

    @Test
    void theSearchPathOfWhoBroughtItCountsToo() {
        library.needs("libone.so").tag(RUNPATH, "/opt");
        put("/opt/libone.so", ElfBuilder.library().needs("libtwo.so"));
        put("/opt/libtwo.so", ElfBuilder.library());
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void theFirstFileWinsEvenOfAnotherMachine() {
        library.needs("libone.so");
        put("/lib/libone.so", ElfBuilder.library().machine(183));
        put("/usr/lib/libone.so", ElfBuilder.library());
        assertThat(load().outcome()).isEqualTo(Outcome.WRONG_MACHINE);
    }

    @Test
    void theLibraryPathGoesFirst() {
        library.needs("libjvm.so");
        libraryPath = List.of("/opt/java/lib/server");
        files.put("/opt/java/lib/server/libjvm.so", new Unlisted(List.of()));
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void whatTheLibraryOfALibraryNeeds() {
        library.needs("libone.so");
        put("/lib/libone.so", ElfBuilder.library().needs("libresolv.so.2"));
        assertThat(load()).isEqualTo(new Verdict(Outcome.MISSING_LIBRARY, List.of("libresolv.so.2"), "/lib/libone.so"));
    }

    @Test
    void librariesThatNeedEachOther() {
        library.needs("libone.so");
        put("/lib/libone.so", ElfBuilder.library().needs("libtwo.so"));
        put("/lib/libtwo.so", ElfBuilder.library().needs("libone.so"));
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void aLinkToMuslBringsNothingAndSatisfies() {
        // libc6-compat up to 3.18
        library.needs("ld-linux-x86-64.so.2").calls("__memcpy_chk", "GLIBC_2.3.4");
        files.put("/lib/ld-linux-x86-64.so.2", Library.MUSL);
        assertThat(load()).isEqualTo(missing(Outcome.LOADS_WITH_UNRESOLVED, "__memcpy_chk"));
    }

    @Test
    void whereNobodyKnowsWhetherALibraryIsThere() {
        library.needs("libone.so");
        files.put("/lib/libone.so", Library.UNKNOWN);
        assertThat(load().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aLibraryThatIsCertainlyMissingDecides() {
        library.needs("libone.so", "libtwo.so");
        files.put("/lib/libone.so", Library.UNKNOWN);
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_LIBRARY, "libtwo.so"));
    }

    // which symbols are found

    @Test
    void missingFunctionsMayWait() {
        library.calls("malloc", "GLIBC_2.2.5")
                .calls("__memcpy_chk", "GLIBC_2.3.4")
                .refers(DATA, "__strdup");
        assertThat(load()).isEqualTo(missing(Outcome.LOADS_WITH_UNRESOLVED, "__memcpy_chk", "__strdup"));
    }

    @ParameterizedTest
    @CsvSource({"30, 8", "0x6ffffffb, 1"})
    void unlessTheFileWantsAllAtOnce(String tag, int value) {
        library.calls("__memcpy_chk", "GLIBC_2.3.4").tag(Long.decode(tag), value);
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_SYMBOL, "__memcpy_chk"));
    }

    @Test
    void pointersMayNotWait() {
        library.refers(POINTER, "__strdup");
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_SYMBOL, "__strdup"));
    }

    @Test
    void weakSymbolsMayBeMissing() {
        library.refersWeakly(POINTER, "__gmon_start__").refersWeakly(DATA, "_ITM_registerTMCloneTable");
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void versionsDoNotMatter() {
        library.calls("malloc", "GLIBC_2.99");
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void theLibraryItselfAndWhatItNeedsHaveNames() {
        library.needs("libone.so").calls("own").calls("other").defines("own");
        put("/lib/libone.so", ElfBuilder.library().defines("other"));
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void otherNamesMayComeFromTheProgram() {
        library.calls("pg_detoast_datum");
        assertThat(load().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "3.18, open64, LOADS",
        "3.20, open64, LOADS",
        "3.20, readdir64_r, LOADS",
        "3.18, posix_fallocate64, LOADS",
        "3.19, posix_fallocate64, LOADS_WITH_UNRESOLVED",
        "3.20, fcntl64, LOADS_WITH_UNRESOLVED",
        "3.9, __strdup, LOADS",
        "3.10, __strdup, LOADS_WITH_UNRESOLVED",
        "3.15, pthread_getname_np, LOADS_WITH_UNRESOLVED",
        "3.16, pthread_getname_np, LOADS"
    })
    void whatLibcHas(String on, String name, Outcome outcome) {
        library.calls(name, "GLIBC_2.2.5");
        assertThat(loadOn(on)).isEqualTo(outcome);
    }

    @Test
    void aLibraryThatNobodyListedMayHaveItsNamesButNoneOfLibc() {
        library.needs("libstdc++.so.6");
        files.put("/usr/lib/libstdc++.so.6", new Unlisted(List.of()));
        library.calls("_ZNSt6vectorD1Ev", "GLIBCXX_3.4");
        assertThat(load()).isEqualTo(loads());
        library.calls("__isnan", "GLIBC_2.2.5");
        assertThat(load()).isEqualTo(missing(Outcome.LOADS_WITH_UNRESOLVED, "__isnan"));
    }

    // where releases differ

    @Test
    void initialExecVariablesOfALateLibrary() {
        library.threadLocals().relocates(INITIAL_EXEC);
        assertThat(loadOn("3.8")).isEqualTo(Outcome.LOADS);
        assertThat(loadOn("3.9")).isEqualTo(Outcome.LATE_THREAD_LOCALS);
    }

    @Test
    void initialExecVariablesOfAnEarlyLibrary() {
        library.needs("libtls.so").refers(INITIAL_EXEC, "counter");
        put("/lib/libtls.so", ElfBuilder.library().threadLocals().symbol("counter", 1 << 4 | 6, 1, 0, 1));
        assertThat(load().outcome()).isEqualTo(Outcome.LATE_THREAD_LOCALS);
        preloads = List.of("/lib/libtls.so");
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void indirectFunctions() {
        library.relocates(INDIRECT);
        assertThat(load().outcome()).isEqualTo(Outcome.UNSUPPORTED_RELOCATION);
    }

    @Test
    void compactRelocations() {
        library.tag(RELR, 0);
        assertThat(loadOn("3.14")).isEqualTo(Outcome.IGNORED_RELOCATIONS);
        assertThat(loadOn("3.15")).isEqualTo(Outcome.LOADS);
    }

    @Test
    void segmentsWithoutMemory() {
        library.emptySegment();
        assertThat(loadOn("3.15")).isEqualTo(Outcome.EMPTY_SEGMENT);
        assertThat(loadOn("3.16")).isEqualTo(Outcome.LOADS);
    }

    // machines

    @Test
    void filesForAnotherMachine() {
        library.machine(183);
        assertThat(load().outcome()).isEqualTo(Outcome.WRONG_MACHINE);
        machine = Machine.AARCH64;
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void relocationsOfAarch64() {
        machine = Machine.AARCH64;
        library.machine(183).refers(1026, "__memcpy_chk");
        assertThat(load().outcome()).isEqualTo(Outcome.UNKNOWN);
        library.refers(257, "__strdup");
        assertThat(load()).isEqualTo(missing(Outcome.MISSING_SYMBOL, "__strdup"));
    }

    @Test
    void whatCannotBeLoaded() {
        library.withoutDynamicSection();
        assertThat(load().outcome()).isEqualTo(Outcome.NOT_LOADABLE);
    }

    // gcompat

    private void gcompat() {
        files.put("/lib/ld-linux-x86-64.so.2", new Listed(List.of(), Set.of()));
        files.put("/lib64/ld-linux-x86-64.so.2", new Listed(List.of(), Set.of()));
        files.put("/lib/libgcompat.so.0", new Listed(List.of(), Gcompat.exports()));
        files.put("/lib/libresolv.so.2", new Listed(List.of(), Gcompat.exports()));
    }

    @Test
    void gcompatSatisfiesTheNameOfTheLoaderOnly() {
        gcompat();
        library.needs("libc.so.6", "ld-linux-x86-64.so.2").calls("__memcpy_chk", "GLIBC_2.3.4");
        assertThat(load()).isEqualTo(missing(Outcome.LOADS_WITH_UNRESOLVED, "__memcpy_chk"));
    }

    @Test
    void gcompatHelpsWhereANameOfItsOwnIsNeeded() {
        gcompat();
        library.needs("libresolv.so.2").calls("__memcpy_chk", "GLIBC_2.3.4");
        assertThat(load()).isEqualTo(loads());
    }

    @Test
    void gcompatHelpsWhenItIsPreloaded() {
        gcompat();
        preloads = List.of("/lib/libgcompat.so.0");
        library.needs("ld-linux-x86-64.so.2").calls("__memcpy_chk", "GLIBC_2.3.4");
        assertThat(load()).isEqualTo(loads());
        library.calls("fcntl64", "GLIBC_2.28");
        assertThat(load()).isEqualTo(missing(Outcome.LOADS_WITH_UNRESOLVED, "fcntl64"));
    }

    @Test
    void whatCannotBePreloadedIsLeftOut() {
        preloads = List.of("/lib/libgcompat.so.0");
        assertThat(load()).isEqualTo(loads());
    }

    // programs

    @Test
    void aStaticProgramRuns() {
        library.type(2).withoutDynamicSection();
        assertThat(start().outcome()).isEqualTo(Outcome.RUNS);
    }

    @Test
    void aStaticProgramThatCanBeMovedRuns() {
        library.tag(FLAGS_1, 0x08000000);
        assertThat(start().outcome()).isEqualTo(Outcome.RUNS);
    }

    @Test
    void aProgramForGlibcHasNoInterpreter() {
        library.interpreter("/lib64/ld-linux-x86-64.so.2");
        assertThat(start())
                .isEqualTo(new Verdict(
                        Outcome.MISSING_INTERPRETER, List.of("/lib64/ld-linux-x86-64.so.2"), "/usr/bin/test"));
    }

    @Test
    void aProgramIsNeverLinkedLazily() {
        files.put("/lib/ld-musl-x86_64.so.1", Library.MUSL);
        library.interpreter("/lib/ld-musl-x86_64.so.1").calls("puts");
        assertThat(start().outcome()).isEqualTo(Outcome.RUNS);
        library.calls("__memcpy_chk", "GLIBC_2.3.4");
        assertThat(start()).isEqualTo(new Verdict(Outcome.MISSING_SYMBOL, List.of("__memcpy_chk"), "/usr/bin/test"));
    }

    @Test
    void gcompatStartsProgramsWithItselfPreloaded() {
        gcompat();
        library.interpreter("/lib64/ld-linux-x86-64.so.2")
                .needs("libc.so.6", "ld-linux-x86-64.so.2")
                .calls("__memcpy_chk", "GLIBC_2.3.4")
                .tag(FLAGS, 8);
        assertThat(start().outcome()).isEqualTo(Outcome.RUNS);
    }
}
