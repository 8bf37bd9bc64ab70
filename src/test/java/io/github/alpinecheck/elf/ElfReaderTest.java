package io.github.alpinecheck.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alpinecheck.elf.ElfFile.Export;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader sees in files that were written byte by byte, and in damaged ones. */
class ElfReaderTest {

    private static final int FUNCTION = 2;
    private static final int GLOBAL = 1 << 4;
    private static final int LOCAL = 0;
    private static final int UNIQUE = 10 << 4;

    private final ElfBuilder library = ElfBuilder.library();

    @Test
    void aLibrary() {
        ElfFile file = library.needs("libc.so.6", "ld-linux-x86-64.so.2").read();
        assertThat(file.header().machine()).contains(Machine.X86_64);
        assertThat(file.header().type()).isEqualTo(ElfHeader.Type.SHARED);
        assertThat(file.dynamic()).isTrue();
        assertThat(file.isProgram()).isFalse();
        assertThat(file.needed()).containsExactly("libc.so.6", "ld-linux-x86-64.so.2");
    }

    @ParameterizedTest
    @CsvSource({"183, AARCH64", "62, X86_64", "243,", "0,"})
    void theMachine(int number, Machine machine) {
        assertThat(library.machine(number).read().header().machine()).isEqualTo(Optional.ofNullable(machine));
    }

    @Test
    void aProgramNamesItsInterpreter() {
        ElfFile file = library.interpreter("/lib64/ld-linux-x86-64.so.2").read();
        assertThat(file.interpreter()).contains("/lib64/ld-linux-x86-64.so.2");
        assertThat(file.isProgram()).isTrue();
    }

    @Test
    void aProgramThatCanBeMovedLooksLikeALibrary() {
        assertThat(library.tag(DynamicSection.FLAGS_1, 0x08000000).read().isProgram())
                .isTrue();
    }

    @Test
    void aStaticProgram() {
        ElfFile file = library.type(2).withoutDynamicSection().read();
        assertThat(file.isProgram()).isTrue();
        assertThat(file.dynamic()).isFalse();
    }

    @Test
    void runpathGoesBeforeRpath() {
        library.tag(DynamicSection.RPATH, "/old");
        assertThat(library.read().searchPath()).contains("/old");
        assertThat(library.tag(DynamicSection.RUNPATH, "$ORIGIN/../lib").read().searchPath())
                .contains("$ORIGIN/../lib");
    }

    @ParameterizedTest
    @CsvSource({"30, 8, true", "30, 2, false", "0x6ffffffb, 1, true", "24, 1, false"})
    void whetherAllSymbolsMustBeThereAtOnce(String tag, int value, boolean now) {
        // DT_BIND_NOW itself (24) is written without a value, and musl looks at the value
        assertThat(library.tag(Long.decode(tag), value).read().bindNow()).isEqualTo(now);
    }

    @Test
    void segmentsAndCompactRelocations() {
        assertThat(library.read())
                .returns(false, ElfFile::threadLocalStorage)
                .returns(false, ElfFile::emptySegment)
                .returns(false, ElfFile::compactRelocations);
        assertThat(library.threadLocals()
                        .emptySegment()
                        .tag(DynamicSection.RELR, 0)
                        .read())
                .returns(true, ElfFile::threadLocalStorage)
                .returns(true, ElfFile::emptySegment)
                .returns(true, ElfFile::compactRelocations);
    }

    @Test
    void exportsOfBothHashTables() {
        library.calls("malloc").defines("one").defines("two");
        assertThat(library.read().exports()).isEqualTo(Map.of("one", Export.DEFINED, "two", Export.DEFINED));
        assertThat(library.withSysvHash().read().exports())
                .isEqualTo(Map.of("one", Export.DEFINED, "two", Export.DEFINED));
    }

    @Test
    void whatOthersDoNotFind() {
        library.symbol("hidden", GLOBAL | FUNCTION, 1, 0x1000, 0x8002)
                .symbol("local", LOCAL | FUNCTION, 1, 0x1000, 1)
                .symbol("indirect", GLOBAL | 10, 1, 0x1000, 1)
                .symbol("section", GLOBAL | 3, 1, 0x1000, 1)
                .symbol("nowhere", GLOBAL | FUNCTION, 1, 0, 1);
        assertThat(library.read().exports()).isEmpty();
    }

    @Test
    void whatElseOthersFind() {
        library.symbol("unique", UNIQUE | 1, 1, 0x1000, 1)
                .symbol("threadLocal", GLOBAL | 6, 1, 0, 1)
                .symbol("untyped", GLOBAL, 1, 0x1000, 1);
        assertThat(library.read().exports()).containsOnlyKeys("unique", "threadLocal", "untyped");
    }

    @Test
    void aProgramHasTheAddressOfACall() {
        library.withSysvHash().symbol("puts", GLOBAL | FUNCTION, 0, 0x1000, 0);
        assertThat(library.read().exports()).isEqualTo(Map.of("puts", Export.CALL_ADDRESS));
    }

    @Test
    void callsComeFirstAndEachPairOnce() {
        library.refers(1, "table")
                .relocates(8)
                .relocates(37)
                .calls("malloc", "GLIBC_2.2.5")
                .refers(6, "stdin");
        List<Relocation> relocations = library.read().relocations();
        assertThat(relocations).extracting(Relocation::type).containsExactly(7, 1, 37, 6);
        assertThat(relocations)
                .extracting(r -> r.symbol().map(ElfSymbol::name).orElse("-"))
                .containsExactly("malloc", "table", "-", "stdin");
        assertThat(relocations.get(0).symbol().flatMap(ElfSymbol::version)).contains("GLIBC_2.2.5");
        assertThat(relocations.get(1).symbol().flatMap(ElfSymbol::version)).isEmpty();
    }

    @Test
    void theSameRelocationTwice() {
        assertThat(library.relocates(37).relocates(37).read().relocations()).hasSize(1);
    }

    @Test
    void weakSymbols() {
        ElfSymbol symbol = library.refersWeakly(6, "__gmon_start__")
                .read()
                .relocations()
                .get(0)
                .symbol()
                .orElseThrow();
        assertThat(symbol.binding()).isEqualTo(ElfSymbol.Binding.WEAK);
        assertThat(symbol.defined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh\n", "\u007fELF", "\u007fELF\u0002\u0001\u0001"})
    void whatIsNoElfFile(String content) {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ElfReader.read(bytes)).isInstanceOf(UnreadableElfException.class);
    }

    @Test
    void filesOf32BitsAreNotRead() {
        byte[] bytes = library.bytes();
        bytes[4] = 1;
        assertThatThrownBy(() -> ElfReader.read(ByteBuffer.wrap(bytes)))
                .hasMessage("it is no ELF file of 64 bits with the low byte first");
    }

    @Test
    void everyShorterFileIsUnreadableOrRead() {
        byte[] bytes = rich().bytes();
        for (int length = 0; length < bytes.length; length++) {
            readAny(ByteBuffer.wrap(bytes, 0, length).slice());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void damagedFilesAreUnreadableOrRead(long seed) {
        Random random = new Random(seed);
        byte[] original = rich().bytes();
        int[] nasty = {0, 1, 0x7f, 0x80, 0xff};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = original.clone();
            int changes = 1 + random.nextInt(8);
            for (int i = 0; i < changes; i++) {
                int value = random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : random.nextInt(256);
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) value;
            }
            readAny(ByteBuffer.wrap(bytes));
        }
    }

    private ElfBuilder rich() {
        return library.needs("libc.so.6", "libm.so.6")
                .interpreter("/lib/ld-musl-x86_64.so.1")
                .tag(DynamicSection.RUNPATH, "$ORIGIN")
                .threadLocals()
                .emptySegment()
                .calls("malloc", "GLIBC_2.2.5")
                .calls("fcntl64", "GLIBC_2.28")
                .refers(1, "table")
                .relocates(8)
                .defines("Java_org_example_Native_call")
                .defines("JNI_OnLoad");
    }

    /** Whether it can be read; any other exception than the one that says it cannot fails the test. */
    private static boolean readAny(ByteBuffer bytes) {
        try {
            ElfReader.read(bytes);
            return true;
        } catch (UnreadableElfException e) {
            assertThat(e.getMessage()).isNotEmpty();
            return false;
        }
    }
}
