package io.github.alpinecheck.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule's page, as far as it can be compared with the rule.
 *
 * @param name the file's name without its ending
 * @param title the first heading
 * @param statement the first paragraph: what must hold
 * @param level the word after "Default severity:"; empty if there is none
 * @param parameters the rows of the table under "Parameters": name, then type and default
 * @param configurations the XML blocks
 */
record RulePage(
        String name,
        String title,
        String statement,
        String level,
        Map<String, Parameter> parameters,
        List<Example> examples,
        List<String> configurations) {

    /** Where the pages are. */
    static final Path DIRECTORY = Path.of("src/site/markdown/rules");

    private static final String LEVEL = "Default severity: **";

    /** A row of the table of parameters. */
    record Parameter(String type, String byDefault) {}

    /**
     * A Dockerfile on the page.
     *
     * @param line the page's line on which it starts
     * @param configuration the {@code <rules>} that it is checked with; empty for the default ones
     * @param pom what the project's pom has
     * @param manifest a Kubernetes manifest that runs the image
     * @param files what native code is in the build context, as {@link NativeSamples} reads it
     * @param findings what the page says is found; empty for one that passes
     */
    record Example(
            int line,
            Optional<String> configuration,
            Optional<String> pom,
            Optional<String> manifest,
            Optional<String> files,
            String dockerfile,
            List<String> findings,
            boolean fails) {}

    /** A fenced block: what stands after the fence, its lines, and the numbers of its first and last line. */
    private record Block(String info, String text, int first, int last) {}

    /** All pages, without the index. */
    static List<RulePage> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> !file.endsWith("index.md"))
                    .sorted()
                    .map(RulePage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RulePage read(Path file) {
        List<String> lines = lines(file);
        List<Block> blocks = blocks(lines);
        String level = lines.stream()
                .filter(line -> line.startsWith(LEVEL))
                .map(line -> line.substring(LEVEL.length(), line.indexOf("**", LEVEL.length())))
                .findFirst()
                .orElse("");
        return new RulePage(
                file.getFileName().toString().replaceFirst("\\.md$", ""),
                lines.get(0).replaceFirst("^# ", ""),
                lines.get(2),
                level,
                parameters(lines),
                examples(lines, blocks),
                blocks.stream()
                        .filter(b -> b.info().equals("xml"))
                        .map(Block::text)
                        .toList());
    }

    /** The lines of a page. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a table's row, without the marks of code and links; none if the line is no row. */
    static List<String> cells(String line) {
        if (!line.startsWith("| ")) {
            return List.of();
        }
        return Stream.of(line.substring(1).split("\\|"))
                .map(cell -> cell.strip().replaceFirst("^\\[(.*)]\\(.*\\)$", "$1"))
                .map(cell -> cell.replaceFirst("^`(.*)`$", "$1"))
                .toList();
    }

    private static Map<String, Parameter> parameters(List<String> lines) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        int start = lines.indexOf("## Parameters");
        for (int i = start + 1; start >= 0 && i < lines.size() && !lines.get(i).startsWith("## "); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() == 4
                    && !cells.get(0).equals("Name")
                    && !cells.get(0).startsWith("---")) {
                parameters.put(cells.get(0), new Parameter(cells.get(1), cells.get(2)));
            }
        }
        return parameters;
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(lines.get(i).substring(3), text, i + 1, end + 1));
                i = end;
            }
        }
        return blocks;
    }

    private static List<Example> examples(List<String> lines, List<Block> blocks) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean fails = block.info().equals("dockerfile fails");
            if (fails || block.info().equals("dockerfile passes")) {
                Optional<String> configuration =
                        neighbour(lines, blocks, i, -1, "xml").map(Block::text);
                List<String> findings = neighbour(lines, blocks, i, 1, "findings")
                        .map(b -> b.text().lines().toList())
                        .orElse(List.of());
                examples.add(new Example(
                        block.first(),
                        configuration,
                        neighbour(lines, blocks, i, -1, "xml pom").map(Block::text),
                        neighbour(lines, blocks, i, -1, "yaml").map(Block::text),
                        neighbour(lines, blocks, i, -1, "text files").map(Block::text),
                        block.text(),
                        findings,
                        fails));
            }
        }
        return examples;
    }

    /** The block before or after another one, if there is nothing but blank lines between them. */
    private static Optional<Block> neighbour(
            List<String> lines, List<Block> blocks, int index, int direction, String info) {
        int other = index + direction;
        if (other < 0 || other >= blocks.size() || !blocks.get(other).info().equals(info)) {
            return Optional.empty();
        }
        Block first = blocks.get(Math.min(index, other));
        Block second = blocks.get(Math.max(index, other));
        boolean adjacent =
                lines.subList(first.last(), second.first() - 1).stream().allMatch(String::isBlank);
        return adjacent ? Optional.of(blocks.get(other)) : Optional.empty();
    }
}
