package io.github.alpinecheck.bench;

import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.engine.JarMemory;
import io.github.alpinecheck.engine.NativeJars;
import io.github.alpinecheck.rule.NativeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Looking for native code in the 215 jars of a large application: with nothing known, and when an earlier build has seen
 * the same jars. Each in a virtual machine that has scanned nothing before.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class JarScanBenchmark {

    /** What this process has read so far, where the system counts it. */
    private static final Path COUNTERS = Path.of("/proc/self/io");

    /** A file with the path of a jar in each line; without one the jars are made. */
    @Param("")
    private String list = "";

    private Path directory = Path.of("");
    private List<Path> jars = List.of();
    private long before;

    /** Makes the jars, and lets another process leave what an earlier build leaves. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("alpine-check-bench");
        jars = list.isEmpty() ? ClassPath.in(directory) : paths(Path.of(list));
        Path names = Files.write(
                directory.resolve("jars"), jars.stream().map(Path::toString).toList());
        Process earlier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JarScanBenchmark.class.getName(),
                        names.toString(),
                        memory("earlier").toString())
                .inheritIO()
                .start();
        if (earlier.waitFor() != 0) {
            throw new IllegalStateException("the earlier build has failed");
        }
        before = bytesRead();
    }

    /** Tells how much was read, and deletes what was made. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        if (before > 0) {
            System.out.printf("%,d bytes read; ", bytesRead() - before);
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The earlier build. */
    public static void main(String[] arguments) throws IOException {
        JarScanBenchmark benchmark = new JarScanBenchmark();
        benchmark.jars = paths(Path.of(arguments[0]));
        benchmark.scan(Path.of(arguments[1]));
    }

    /** Nothing is known of the jars. */
    @Benchmark
    public long first() {
        return scan(memory("new"));
    }

    /** All is known. */
    @Benchmark
    public long unchanged() {
        return scan(memory("earlier"));
    }

    private Path memory(String build) {
        return directory.resolve(build).resolve("jars.bin");
    }

    /** Asks for what the rule asks for: the files for Linux. */
    private long scan(Path memory) {
        NativeJars known = new NativeJars(NativeJars.Shared::new, new JarMemory(memory, "1.0"));
        long names = 0;
        for (Path jar : jars) {
            for (NativeFile file : known.files(jar, Machine.X86_64)) {
                if (file.path().toLowerCase(Locale.ROOT).contains("linux")) {
                    names += file.file().exports().size();
                }
            }
        }
        known.save();
        return names;
    }

    private static List<Path> paths(Path list) throws IOException {
        return Files.readAllLines(list).stream().map(Path::of).toList();
    }

    private static long bytesRead() throws IOException {
        if (!Files.exists(COUNTERS)) {
            return 0;
        }
        return Files.readAllLines(COUNTERS).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }
}
