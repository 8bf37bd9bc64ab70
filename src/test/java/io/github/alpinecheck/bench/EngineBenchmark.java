package io.github.alpinecheck.bench;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.rule.ConfigurationException;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** One run of the engine with all rules: warm, and (single shot) as the first one in a virtual machine. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {

    /** How many Dockerfiles are checked. */
    @Param({"1", "1000"})
    private int files;

    private Path directory = Path.of("");
    private List<DockerfileInput> inputs = List.of();

    /** Writes the Dockerfiles. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        directory = Files.createTempDirectory("alpine-check-bench");
        List<DockerfileInput> written = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String name = "Dockerfile." + i;
            Path file = Files.writeString(directory.resolve(name), Dockerfiles.number(i));
            written.add(new DockerfileInput(file, name, directory, Map.of(), Optional.empty()));
        }
        inputs = List.copyOf(written);
    }

    /** Deletes them. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** When everything is loaded and compiled. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 5, time = 1)
    public Report warm() throws ConfigurationException {
        return run();
    }

    /** What a build feels: classes and tables are loaded, nothing is compiled. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Report first() throws ConfigurationException {
        return run();
    }

    private Report run() throws ConfigurationException {
        RuleCatalog catalog = RuleCatalog.load(EngineBenchmark.class.getClassLoader());
        List<ConfiguredRule> rules = RuleSetReader.read(catalog, List.copyOf(catalog.names()), List.of());
        Settings settings = new Settings(LocalDate.of(2026, 11, 23), Locale.ENGLISH, List.of());
        return new Engine(rules, catalog.names(), settings).run(inputs);
    }
}
