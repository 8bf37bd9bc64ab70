package io.github.alpinecheck.linker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.elf.ElfReader;
import io.github.alpinecheck.elf.UnreadableElfException;
import io.github.alpinecheck.linker.Library.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The linker's verdict for native files of real artifacts against what Alpine's own musl did with them. Maven copies a
 * few small artifacts for every build and, when asked, all of them: CONTRIBUTING.md says how.
 */
class GroundTruthTest {

    private static final Path ARTIFACTS = Path.of("target/ground-truth");

    /** What every build has. */
    private static final Set<String> SMALL = Set.of(
            "org.xerial.snappy:snappy-java:1.1.7.3",
            "org.xerial.snappy:snappy-java:1.1.10.7",
            "com.github.jnr:jffi:1.2.18:native",
            "com.kohlschutter.junixsocket:junixsocket-native-common:2.3.2",
            "org.fusesource.jansi:jansi:2.4.1",
            "org.lz4:lz4-java:1.4.1",
            "org.apache.commons:commons-crypto:1.0.0",
            "org.usb4java:libusb4java:1.3.0:linux-x86-64",
            "org.apache.arrow:arrow-c-data:17.0.0",
            "io.netty:netty-transport-native-epoll:4.1.9.Final:linux-x86_64",
            "io.netty:netty-transport-native-epoll:4.1.115.Final:linux-x86_64",
            "io.netty:netty-tcnative:2.0.65.Final:linux-x86_64",
            "org.bytedeco:javacpp:1.5.10:linux-x86_64");

    /** How many constructors crashed: nobody can see that in the tables of a file. */
    private int crashes;

    private int unknown;
    private int agreed;

    @Test
    void theLinkerSaysWhatMuslDidWithSmallArtifacts() throws IOException {
        compare(SMALL::contains);
        assertThat(agreed).isGreaterThan(180);
    }

    @Test
    @Tag("ground-truth")
    void theLinkerSaysWhatMuslDid() throws IOException {
        compare(artifact -> true);
        assertThat(agreed).isGreaterThan(3000);
        System.out.printf("agreed %d, unknown %d, crashes in constructors %d%n", agreed, unknown, crashes);
    }

    private void compare(Predicate<String> wanted) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = rows();
        String[] situations = rows.get(0)[3].split(" ", -1);
        Map<String, List<String[]>> byArtifact = rows.subList(1, rows.size()).stream()
                .filter(row -> wanted.test(row[0]))
                .collect(Collectors.groupingBy(row -> row[0], TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<String[]>> artifact : byArtifact.entrySet()) {
            Map<String, Library> files = files(artifact.getKey());
            for (String[] row : artifact.getValue()) {
                String[] outcomes = row[3].split(" ", -1);
                for (int i = 0; i < situations.length; i++) {
                    check(row, situations[i], outcomes[i], files, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(
            String[] row, String situation, String expected, Map<String, Library> files, List<String> wrong) {
        String path = "/t/" + row[1];
        if (!(files.get(path) instanceof Known known)) {
            wrong.add(row[0] + " " + row[1] + " cannot be read");
            return;
        }
        MuslLinker linker = Situation.of(situation).linker(files);
        Verdict verdict = known.file().isProgram() ? linker.start(path, known.file()) : linker.load(path, known.file());
        String said = said(verdict);
        if (expected.equals("crashes")) {
            crashes++;
        } else if (said.equals("unknown")) {
            unknown++;
        } else if (said.equals(expected)) {
            agreed++;
        } else {
            wrong.add(row[0] + " " + row[1] + " on " + situation + ": " + said + ", not " + expected);
        }
    }

    private static String said(Verdict verdict) {
        return switch (verdict.outcome()) {
            case LOADS -> "loads";
            case RUNS -> "runs";
            case LOADS_WITH_UNRESOLVED -> "unresolved";
            case MISSING_LIBRARY -> "library:" + verdict.names().get(0);
            case MISSING_SYMBOL -> "symbol:" + verdict.names().get(0);
            case LATE_THREAD_LOCALS -> "late-tls";
            case MISSING_INTERPRETER -> "interpreter:" + verdict.names().get(0);
            case UNKNOWN -> "unknown";
            default -> verdict.outcome().name();
        };
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream table = GroundTruthTest.class.getResourceAsStream("ground-truth.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    /** All native files of an artifact, by the paths that they had when they were tried. */
    private static Map<String, Library> files(String artifact) throws IOException {
        String[] parts = artifact.split(":", -1);
        String name = String.join(".", parts[0], parts[1]) + "-" + parts[2] + (parts.length > 3 ? "-" + parts[3] : "");
        Map<String, Library> files = new HashMap<>();
        Path program = ARTIFACTS.resolve(name + ".exe");
        if (Files.exists(program)) {
            add(files, "-", Files.readAllBytes(program));
            return files;
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ARTIFACTS.resolve(name + ".jar")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().endsWith(".txz")) {
                    unpack(files, entry.getName() + "!/", content);
                } else {
                    add(files, entry.getName(), content);
                }
            }
        }
        return files;
    }

    private static void unpack(Map<String, Library> files, String prefix, byte[] archive) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            Map<String, String> links = new HashMap<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().replaceFirst("^\\./", "");
                if (entry.isSymbolicLink()) {
                    links.put(
                            name,
                            Path.of(name)
                                    .resolveSibling(entry.getLinkName())
                                    .normalize()
                                    .toString());
                } else {
                    add(files, prefix + name, tar.readAllBytes());
                }
            }
            links.forEach((link, target) -> {
                if (files.containsKey("/t/" + prefix + target)) {
                    files.put("/t/" + prefix + link, files.get("/t/" + prefix + target));
                }
            });
        }
    }

    private static void add(Map<String, Library> files, String name, byte[] content) {
        if (content.length > 4 && content[0] == 0x7f && content[1] == 'E') {
            try {
                files.put("/t/" + name, new Known(ElfReader.read(ByteBuffer.wrap(content))));
            } catch (UnreadableElfException e) {
                // another machine's: nobody asks for it
            }
        }
    }
}
