package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile.NativeCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native code in tar archives, whoever wrote them. */
class TarArchiveTest {

    private static final byte[] LIBRARY = ElfBuilder.library().defines("x").bytes();
    private static final byte[] PROGRAM =
            ElfBuilder.library().interpreter("/lib64/ld-linux-x86-64.so.2").bytes();

    @TempDir
    private Path directory;

    private NativeCode read(byte[] archive) throws IOException {
        return TarArchive.nativeCode(Files.write(directory.resolve("archive"), archive), Machine.X86_64);
    }

    @Test
    void plainAndOfGzip() throws IOException {
        TarBuilder tar = new TarBuilder()
                .entry('5', "lib/", 0755, "", 0, new byte[0])
                .file("lib/libx.so.1", 0644, LIBRARY)
                .file("README", 0644, "x".repeat(2000).getBytes(StandardCharsets.UTF_8))
                .entry('2', "lib/libx.so", 0777, "libx.so.1", 0, new byte[0])
                .file("bin/tool", 0755, PROGRAM);
        assertThat(read(tar.bytes()).files()).containsOnlyKeys("lib/libx.so.1", "bin/tool");
        assertThat(read(tar.gzip()).files()).containsOnlyKeys("lib/libx.so.1", "bin/tool");
        assertThat(read(tar.gzip()).libraries()).containsOnly("libx.so.1", "libx.so");
    }

    @Test
    void pathsAreBelowTheDestination() throws IOException {
        TarBuilder tar = new TarBuilder()
                .file("./a/libx.so", 0644, LIBRARY)
                .file("/b//libx.so", 0644, LIBRARY)
                .file("../c/libx.so", 0644, LIBRARY)
                .file("d/../../libx.so", 0644, LIBRARY);
        assertThat(read(tar.bytes()).files()).containsOnlyKeys("a/libx.so", "b/libx.so");
    }

    @Test
    void longNames() throws IOException {
        String directory = "d".repeat(90) + "/" + "e".repeat(90);
        byte[] header = new byte[512];
        TarBuilder.put(header, 0, "libx.so");
        TarBuilder.put(header, 100, "0000644\0");
        TarBuilder.put(header, 124, String.format("%011o", LIBRARY.length));
        header[156] = '0';
        TarBuilder.put(header, 257, "ustar\0" + "00");
        TarBuilder.put(header, 345, "prefix");
        byte[] gnu = (directory + "/gnu.so\0").getBytes(StandardCharsets.UTF_8);
        String record = " path=" + directory + "/pax.so\n";
        byte[] pax = (record.length() + 3 + record).getBytes(StandardCharsets.UTF_8);
        TarBuilder tar = new TarBuilder()
                .entry('L', "././@LongLink", 0, "", gnu.length, gnu)
                .file("short", 0644, LIBRARY)
                .entry('x', "PaxHeaders/x", 0, "", pax.length, pax)
                .file("short", 0644, LIBRARY)
                .raw(header, LIBRARY)
                .file("plain.so", 0644, LIBRARY);
        assertThat(read(tar.bytes()).files())
                .containsOnlyKeys(directory + "/gnu.so", directory + "/pax.so", "prefix/libx.so", "plain.so");
    }

    @Test
    void aHardLinkIsTheSameFile() throws IOException {
        TarBuilder tar = new TarBuilder()
                .file("bin/tool", 0755, PROGRAM)
                .entry('1', "bin/other", 0755, "bin/tool", 0, new byte[0]);
        assertThat(read(tar.bytes()).files()).containsOnlyKeys("bin/tool", "bin/other");
    }

    @Test
    void whatNobodyMayExecuteIsNoProgram() throws IOException {
        assertThat(read(new TarBuilder().file("tool", 0644, PROGRAM).bytes()).files())
                .isEmpty();
    }

    @Test
    void otherMachinesAreToldOfOnly() throws IOException {
        byte[] other = ElfBuilder.library().machine(183).bytes();
        NativeCode code = read(new TarBuilder().file("libx.so", 0644, other).bytes());
        assertThat(code.files()).isEmpty();
        assertThat(code.otherMachines()).isTrue();
    }

    @Test
    void whatIsNoSuchArchiveHasNothing() throws IOException {
        byte[] archive = new TarBuilder().file("libx.so", 0644, LIBRARY).bytes();
        assertThat(read(new byte[0])).isEqualTo(NativeCode.NONE);
        assertThat(read("BZh91AY&SY".getBytes(StandardCharsets.UTF_8))).isEqualTo(NativeCode.NONE);
        assertThat(read(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0})).isEqualTo(NativeCode.NONE);
        assertThat(read(Arrays.copyOf(archive, 700))).isEqualTo(NativeCode.NONE);
    }

    @Test
    void sizesThatCannotBeTrueAreTheEnd() throws IOException {
        byte[] huge = new byte[512];
        TarBuilder.put(huge, 0, "libx.so");
        TarBuilder.put(huge, 100, "0000644\0");
        Arrays.fill(huge, 124, 136, (byte) 0xff);
        huge[156] = '0';
        assertThat(read(new TarBuilder().raw(huge, LIBRARY).bytes())).isEqualTo(NativeCode.NONE);
        assertThat(read(new TarBuilder()
                        .entry('0', "libx.so", 0644, "", 077777777777L, LIBRARY)
                        .bytes()))
                .isEqualTo(NativeCode.NONE);
        assertThat(read(new TarBuilder()
                        .entry('L', "x", 0, "", 077777777777L, LIBRARY)
                        .bytes()))
                .isEqualTo(NativeCode.NONE);
        for (String record :
                new String[] {"9 path=x\n", "-1 a=b\n", "0 a=b\n", "99999999999999999999 a=b\n", "5", " "}) {
            byte[] pax = record.getBytes(StandardCharsets.UTF_8);
            byte[] archive = new TarBuilder()
                    .entry('x', "x", 0, "", pax.length, pax)
                    .file("libx.so", 0644, LIBRARY)
                    .bytes();
            assertThat(read(archive).files().keySet()).isSubsetOf("libx.so", "x");
        }
    }

    @Test
    void noChangeOfAByteIsMoreThanNothing() throws IOException {
        byte[] archive = new TarBuilder()
                .file("lib/libx.so", 0644, LIBRARY)
                .file("bin/tool", 0755, PROGRAM)
                .bytes();
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = archive.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(changed).files()).hasSizeLessThanOrEqualTo(2);
        }
    }
}
