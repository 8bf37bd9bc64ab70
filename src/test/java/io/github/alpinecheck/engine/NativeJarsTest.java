package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.ElfFile;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.rule.NativeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in jars, and in files that are none. */
class NativeJarsTest {

    private static final byte[] LIBRARY =
            ElfBuilder.library().needs("libone.so").bytes();
    private static final byte[] ARM = ElfBuilder.library().machine(183).bytes();

    private final Path directory;
    private final NativeJars.Shared shared = new NativeJars.Shared();
    private final NativeJars jars;

    NativeJarsTest(@TempDir Path directory) {
        this.directory = directory;
        this.jars = new NativeJars(() -> shared, memory("module"));
    }

    private JarMemory memory(String module) {
        return new JarMemory(directory.resolve(module).resolve("jars.bin"), "1.0");
    }

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    @Test
    void theFilesForAMachine() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("native/", new byte[0]);
        entries.put("native/arm/libone.so", ARM);
        entries.put("native/x86/libone.so", LIBRARY);
        entries.put("App.class", LIBRARY);
        entries.put("README", "some text that is longer than a header".getBytes(StandardCharsets.UTF_8));
        Path jar = jar(entries);
        assertThat(jars.files(jar, Machine.X86_64))
                .extracting(NativeFile::path)
                .containsExactly("native/x86/libone.so");
        assertThat(jars.files(jar, Machine.AARCH64))
                .extracting(NativeFile::path)
                .containsExactly("native/arm/libone.so");
    }

    @Test
    void aJarIsReadOnce() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        assertThat(jars.files(jar, Machine.X86_64)).isSameAs(jars.files(jar, Machine.X86_64));
    }

    @Test
    void untilItChanges() throws IOException {
        List<NativeFile> before = jars.files(jar(Map.of("libone.so", LIBRARY)), Machine.X86_64);
        Path changed = jar(Map.of("libone.so", LIBRARY, "libtwo.so", LIBRARY));
        assertThat(before).hasSize(1);
        assertThat(jars.files(changed, Machine.X86_64)).hasSize(2);
    }

    @Test
    void onlyWhatIsAskedForIsRead() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        NativeFile file = jars.files(jar, Machine.X86_64).get(0);
        Files.delete(jar);
        assertThat(file.header().machine()).contains(Machine.X86_64);
        assertThat(file.content()).isEmpty();
    }

    @Test
    void aDamagedFileIsNothingThatCanBeLinked() throws IOException {
        byte[] damaged = LIBRARY.clone();
        // the number of program headers
        damaged[57] = (byte) 0xff;
        Path jar = jar(Map.of("libone.so", damaged));
        NativeFile file = jars.files(jar, Machine.X86_64).get(0);
        assertThat(file.content()).isEmpty();
        assertThat(file.file().dynamic()).isFalse();
        assertThat(jars.isUnreadable(jar, Machine.X86_64)).isFalse();
    }

    @Test
    void aLargeFileIsReadFromTheDisk() throws IOException {
        byte[] large = Arrays.copyOf(LIBRARY, (64 << 20) + 1);
        NativeFile file =
                jars.files(jar(Map.of("libone.so", large)), Machine.X86_64).get(0);
        assertThat(file.file().needed()).containsExactly("libone.so");
    }

    @Test
    void whatIsNoJar() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
        assertThat(jars.files(text, Machine.X86_64)).isEmpty();
        assertThat(jars.isUnreadable(text, Machine.X86_64)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "nothing.jar"})
    void whereThereIsNoFileNothingIsUnreadable(String path) {
        assertThat(jars.files(directory.resolve(path), Machine.X86_64)).isEmpty();
        assertThat(jars.isUnreadable(directory.resolve(path), Machine.X86_64)).isFalse();
    }

    @Test
    void aJarThatEndsTooEarly() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        byte[] bytes = Files.readAllBytes(jar);
        for (int length = 0; length < bytes.length; length++) {
            Path part = Files.write(directory.resolve("part" + length + ".jar"), Arrays.copyOf(bytes, length));
            assertThat(jars.files(part, Machine.X86_64)).isEmpty();
            assertThat(jars.isUnreadable(part, Machine.X86_64)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamagedJarIsReadOrUnreadable(long seed) throws IOException {
        byte[] bytes = Files.readAllBytes(jar(Map.of("libone.so", LIBRARY, "libtwo.so", LIBRARY)));
        Random random = new Random(seed);
        Path damaged = directory.resolve("damaged.jar");
        for (int round = 0; round < 500; round++) {
            byte[] next = bytes.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                next[random.nextInt(next.length)] = (byte) random.nextInt();
            }
            Files.write(damaged, next);
            NativeJars fresh = new NativeJars(NativeJars.Shared::new, memory("none"));
            assertThatCode(() -> fresh.files(damaged, Machine.X86_64).forEach(NativeFile::file))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theNextBuildNeedsNoJar() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY, "freebsd/libone.so", LIBRARY));
        List<NativeFile> before = jars.files(jar, Machine.X86_64);
        ElfFile content = file(before, "libone.so").file();
        jars.save();
        withoutContent(jar);
        NativeJars next = new NativeJars(NativeJars.Shared::new, memory("module"));
        List<NativeFile> after = next.files(jar, Machine.X86_64);
        assertThat(after).extracting(NativeFile::path).containsExactlyInAnyOrder("libone.so", "freebsd/libone.so");
        assertThat(file(after, "libone.so").file()).isEqualTo(content);
        assertThat(file(after, "freebsd/libone.so").content()).isEmpty();
    }

    @Test
    void thatAJarIsUnreadableIsRememberedToo() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
        jars.isUnreadable(text, Machine.X86_64);
        jars.save();
        assertThat(memory("module").read()).containsValue(KnownJar.UNREADABLE);
    }

    @Test
    void whoReadsNothingNewLeavesTheFileAsItIs() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        jars.files(jar, Machine.X86_64);
        jars.save();
        Path file = directory.resolve("module").resolve("jars.bin");
        NativeJars next = new NativeJars(NativeJars.Shared::new, memory("module"));
        next.files(jar, Machine.X86_64);
        Files.delete(file);
        next.save();
        assertThat(file).doesNotExist();
        next.files(jar, Machine.X86_64).get(0).file();
        next.save();
        assertThat(file).exists();
    }

    @Test
    void everyModuleOfABuildLeavesWhatItNeedsInItsOwnDirectory() throws IOException {
        Path jar = jar(Map.of("libone.so", LIBRARY));
        NativeJars other = new NativeJars(() -> shared, memory("other"));
        List<NativeFile> files = jars.files(jar, Machine.X86_64);
        assertThat(other.files(jar, Machine.X86_64)).isSameAs(files);
        jars.save();
        other.save();
        assertThat(memory("other").read()).isEqualTo(memory("module").read()).hasSize(1);
    }

    @Test
    void whoAsksForNothingLeavesNothing() {
        jars.save();
        assertThat(directory.resolve("module")).doesNotExist();
    }

    private static NativeFile file(List<NativeFile> files, String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    }

    /** The same size and time, and nothing that can be read. */
    private static void withoutContent(Path jar) throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Files.write(jar, new byte[(int) Files.size(jar)]);
        Files.setLastModifiedTime(jar, time);
    }
}
