package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.KnownJar.KnownFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file that remembers jars gives back, and what becomes of one that is damaged. */
class JarMemoryTest {

    private static final ElfFile RICH = ElfBuilder.library()
            .needs("libc.so.6", "libm.so.6")
            .interpreter("/lib/ld-musl-x86_64.so.1")
            .threadLocals()
            .emptySegment()
            .calls("malloc", "GLIBC_2.2.5")
            .refers(6, "malloc")
            .refersWeakly(6, "__gmon_start__")
            .relocates(37)
            .defines("JNI_OnLoad")
            .read();
    private static final ElfFile POOR = ElfBuilder.library().machine(183).read();

    private static final Map<JarKey, KnownJar> JARS = Map.of(
            new JarKey(1, 2, 3, Machine.X86_64),
            new KnownJar(
                    true,
                    List.of(
                            new KnownFile("lib/libone.so", RICH.header()).with(Optional.of(RICH)),
                            new KnownFile("库/libtwo.so", RICH.header()),
                            new KnownFile("libthree.so", RICH.header()).with(Optional.empty()))),
            new JarKey(1, 2, 3, Machine.AARCH64),
            new KnownJar(true, List.of(new KnownFile("libone.so", POOR.header()).with(Optional.of(POOR)))),
            new JarKey(-1, Long.MAX_VALUE, Long.MIN_VALUE, Machine.X86_64),
            KnownJar.UNREADABLE);

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = directory.resolve("new").resolve("jars.bin");
        new JarMemory(file, "1.0").write(JARS);
    }

    private Map<JarKey, KnownJar> read() {
        return new JarMemory(file, "1.0").read();
    }

    @Test
    void allComesBack() {
        assertThat(read()).isEqualTo(JARS);
    }

    @Test
    void nothingElseIsLeft() throws IOException {
        new JarMemory(file, "1.0").write(JARS);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void itTellsNobodyWhereTheJarsAre() throws IOException {
        Path jar = Files.writeString(directory.resolve("secret.jar"), "no jar");
        JarKey key = JarKey.of(jar, Machine.X86_64).orElseThrow();
        new JarMemory(file, "1.0").write(Map.of(key, KnownJar.UNREADABLE));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void anotherVersionSeesNothing() {
        assertThat(new JarMemory(file, "1.1").read()).isEmpty();
    }

    @Test
    void noFile() {
        assertThat(new JarMemory(directory.resolve("none"), "1.0").read()).isEmpty();
        assertThat(new JarMemory(directory, "1.0").read()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsLeftOut() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "a file in the place of the directory");
        assertThatCode(() -> new JarMemory(text.resolve("jars.bin"), "1.0").write(JARS))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileThatEndsTooEarlySaysNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(read()).isEmpty();
            Files.write(file, withSum(Arrays.copyOf(bytes, Math.max(8, length))));
            assertThat(read()).isEmpty();
        }
    }

    @Test
    void aDamagedByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThat(read()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverItsSumVouchesForIsReadOrPassedOver(long seed) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        int[] nasty = {0, 1, 0x7f, 0x80, 0xff};
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = bytes.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) nasty[random.nextInt(nasty.length)];
            }
            assertThatCode(() -> JarMemoryReader.read(withSum(damaged), "1.0")).doesNotThrowAnyException();
        }
    }

    private static byte[] withSum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 8, bytes.length - 8);
        byte[] result = bytes.clone();
        ByteBuffer.wrap(result).putInt(4, (int) sum.getValue());
        return result;
    }
}
