package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tables of scripts and what is read from them; a line end is written {@code ⏎} and a tab {@code ⇥}. */
final class ScriptTable {

    private ScriptTable() {}

    /** A test for each line {@code script → tree}; the tree as {@link TreePrinter} writes it. */
    static Stream<DynamicTest> trees(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] columns = line.split("→", 2);
            String script = columns[0].strip();
            return DynamicTest.dynamicTest(
                    script,
                    () -> assertThat(write(TreePrinter.print(parse(read(script)))))
                            .isEqualTo(columns[1].strip()));
        });
    }

    static Command parse(String script) {
        return ShellParser.parse(whole(SourceText.of("Dockerfile", script)));
    }

    static MappedText whole(SourceText source) {
        return MappedText.of(source, new Span(0, source.content().length()));
    }

    private static String read(String cell) {
        return cell.replace('⏎', '\n').replace('⇥', '\t');
    }

    private static String write(String text) {
        return text.replace('\n', '⏎').replace('\t', '⇥');
    }
}
