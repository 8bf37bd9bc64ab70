package io.github.alpinecheck.fuzz;

import io.github.alpinecheck.elf.ElfBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Native files to begin with: the small ones of the artifacts that every build copies, and one that has everything. */
final class Seeds {

    private static final Path ARTIFACTS = Path.of("target", "ground-truth");

    /** Larger files have more of the same. */
    private static final int SMALL = 40_000;

    private Seeds() {}

    static List<byte[]> all() throws IOException {
        List<byte[]> files = new ArrayList<>();
        files.add(rich());
        try (Stream<Path> artifacts = Files.list(ARTIFACTS)) {
            for (Path jar : artifacts
                    .filter(a -> a.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                try (InputStream content = Files.newInputStream(jar)) {
                    add(content, files);
                }
            }
        }
        return files;
    }

    private static byte[] rich() {
        return ElfBuilder.library()
                .needs("libc.so.6", "libm.so.6", "libstdc++.so.6")
                .interpreter("/lib/ld-musl-x86_64.so.1")
                .tag(29, "$ORIGIN:/opt/lib")
                .threadLocals()
                .emptySegment()
                .calls("malloc", "GLIBC_2.2.5")
                .calls("fcntl64", "GLIBC_2.28")
                .refers(1, "table")
                .relocates(8)
                .defines("Java_org_example_Native_call")
                .defines("JNI_OnLoad")
                .bytes();
    }

    private static void add(InputStream jar, List<byte[]> files) throws IOException {
        ZipInputStream zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            byte[] start = zip.readNBytes(4);
            if (start.length == 4 && start[0] == 0x7f && start[1] == 'E') {
                byte[] rest = zip.readNBytes(SMALL);
                byte[] whole = new byte[4 + rest.length];
                System.arraycopy(start, 0, whole, 0, 4);
                System.arraycopy(rest, 0, whole, 4, rest.length);
                // 64 bits, the low byte first
                if (whole.length < SMALL && whole[4] == 2 && whole[5] == 1) {
                    files.add(whole);
                }
            }
        }
    }
}
