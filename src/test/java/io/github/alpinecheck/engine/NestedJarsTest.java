package io.github.alpinecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.elf.ElfBuilder;
import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile.NativeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native code in jars and in the jars in them. */
class NestedJarsTest {

    private static final byte[] LIBRARY = ElfBuilder.library().defines("x").bytes();

    @TempDir
    private Path directory;

    private NativeCode read(byte[] jar, String... without) throws IOException {
        return NestedJars.nativeCode(Files.write(directory.resolve("x.jar"), jar), Machine.X86_64, Set.of(without));
    }

    @Test
    void inTheJarAndInJarsInIt() throws IOException {
        assertThat(read(JarBytes.of("linux/libx.so", LIBRARY)).files()).containsOnlyKeys("linux/libx.so");
        byte[] nested = JarBytes.of("BOOT-INF/lib/a.jar", JarBytes.of("linux/libx.so", LIBRARY));
        assertThat(read(nested).files()).containsOnlyKeys("BOOT-INF/lib/a.jar!/linux/libx.so");
        assertThat(read(nested, "a.jar").files()).isEmpty();
    }

    @Test
    void notDeeper() throws IOException {
        byte[] deep = JarBytes.of("b.jar", JarBytes.of("a.jar", JarBytes.of("libx.so", LIBRARY)));
        assertThat(read(deep).files()).isEmpty();
    }

    @Test
    void noChangeOfAByteIsMoreThanNothing() throws IOException {
        byte[] jar = JarBytes.of("lib/a.jar", JarBytes.of("libx.so", LIBRARY));
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = jar.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(changed).files()).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(read(new byte[0])).isEqualTo(NativeCode.NONE);
    }
}
