package io.github.alpinecheck.image.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alpinecheck.text.PartialString;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model never says something false: what it says of random scripts is what they do when a shell runs them. That is
 * busybox's if there is one, as in Alpine, otherwise {@code sh} with what all shells do alike.
 *
 * <p>{@code -Dalpine-check.rounds=100000} runs more scripts, {@code -Dalpine-check.seed=1} others.
 */
class ModelAgreesWithShellTest {

    private static final int ROUNDS = Integer.getInteger("alpine-check.rounds", 250);
    private static final long SEED = Long.getLong("alpine-check.seed", 20_261_123L);
    private static final int BATCH = 250;
    private static final List<String> PROGRAMS =
            List.of("[ cat cp echo env false ln ls mkdir mv printf rm rmdir sed sh tee test touch true".split(" ", -1));

    @TempDir
    Path directory = Path.of("");

    @AfterEach
    void deleteLinks() throws IOException {
        for (String name : PROGRAMS) {
            Files.deleteIfExists(directory.resolve("bin").resolve(name));
        }
    }

    @Test
    void whatTheModelSaysIsSo() throws Exception {
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "the programs of other systems differ");
        Optional<Path> busybox = program("busybox");
        assumeTrue(busybox.isPresent() || program("sh").isPresent(), "there is no shell");
        RealShell shell = shell(busybox);
        ShellAgreement agreement = new ShellAgreement();
        List<String> wrong = new ArrayList<>();
        for (int first = 0; first < ROUNDS; first += BATCH) {
            List<String> scripts = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                Random random = new Random(SEED + first + i);
                scripts.add(new RandomScripts(random, busybox.isPresent()).next(shell.directory(i)));
            }
            List<Integer> statuses = shell.run(scripts);
            for (int i = 0; i < BATCH; i++) {
                String script = scripts.get(i);
                Path real = shell.outside().resolve(String.valueOf(i));
                List<String> each = agreement.wrong(script, statuses.get(i), shell.directory(i), real);
                if (!each.isEmpty()) {
                    wrong.add("\nseed %d:\n%s=> %s".formatted(SEED + first + i, script, String.join("\n", each)));
                }
            }
            shell.clear();
        }
        assertThat(wrong).isEmpty();
        assertThat(agreement.shareOfKnown())
                .as("share of the files that the model knows")
                .isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a…c, abc, true",
        "a…c, ac, true",
        "a…c, ab, false",
        "…b…b…, abb, true",
        "…b…b…, ab, false",
        "a…a, a, false",
        "…, '', true"
    })
    void aHoleStandsForAnyText(String pattern, String text, boolean expected) {
        PartialString partial = new PartialString(pattern.replace('…', PartialString.HOLE));
        assertThat(ShellAgreement.matches(partial, text)).isEqualTo(expected);
    }

    private RealShell shell(Optional<Path> busybox) throws Exception {
        Path work = Files.createDirectory(directory.resolve("w"));
        if (busybox.isEmpty()) {
            return new RealShell(List.of("sh"), work, work.toString(), System.getenv("PATH"));
        }
        Path programs = Files.createDirectory(directory.resolve("bin"));
        for (String name : PROGRAMS) {
            Files.createSymbolicLink(programs.resolve(name), busybox.get());
        }
        return new RealShell(List.of(programs.resolve("sh").toString()), work, work.toString(), programs.toString());
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(d -> Path.of(d, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
