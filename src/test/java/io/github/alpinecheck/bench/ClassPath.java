package io.github.alpinecheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The class path of a large application, the same on every machine: the jars with native code that the build has copied
 * for the tests, and jars as Spring Boot's starters bring them, with classes, a few resources, and a licence.
 */
final class ClassPath {

    private static final int JARS = 215;
    private static final int CLASSES = 230;
    private static final int RESOURCES = 12;
    private static final int BYTES = 250;

    private ClassPath() {}

    static List<Path> in(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> copied = Files.list(Path.of("target", "ground-truth"))) {
            copied.filter(ClassPath::isSmallJar).sorted().forEach(jars::add);
        }
        while (jars.size() < JARS) {
            jars.add(jar(directory.resolve("library-" + jars.size() + ".jar"), new Random(jars.size())));
        }
        return jars;
    }

    private static boolean isSmallJar(Path file) {
        return file.toString().endsWith(".jar") && file.toFile().length() < 5_000_000;
    }

    private static Path jar(Path file, Random random) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < RESOURCES; i++) {
                add(zip, "META-INF/resources/" + i + ".properties", random);
            }
            for (int i = 0; i < CLASSES; i++) {
                add(zip, "org/example/library/part" + i % 10 + "/Class" + i + ".class", random);
            }
        }
        return file;
    }

    /** Half of it can be compressed, as in a class. */
    private static void add(ZipOutputStream zip, String name, Random random) throws IOException {
        byte[] content = new byte[1 + random.nextInt(2 * BYTES)];
        for (int i = 0; i < content.length; i += 2) {
            content[i] = (byte) random.nextInt();
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
