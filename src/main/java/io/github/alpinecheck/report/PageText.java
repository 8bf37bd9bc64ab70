package io.github.alpinecheck.report;

import java.util.ArrayList;
import java.util.List;

/** Markdown as a terminal shows it: the pages of our rules, not any Markdown that there is. */
public final class PageText {

    private static final int WIDTH = 100;
    private static final String FENCE = "```";
    private static final String INDENT = "    ";

    private final Palette palette;
    private final List<String> result = new ArrayList<>();

    private PageText(Palette palette) {
        this.palette = palette;
    }

    /** A page without any colours. */
    static String of(String markdown) {
        return of(markdown, Palette.PLAIN);
    }

    /** A page with its headings set off. */
    public static String of(String markdown, Palette palette) {
        PageText text = new PageText(palette);
        text.read(markdown.lines().toList());
        return String.join("\n", text.result);
    }

    private void read(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int end = at + 1;
            if (line.startsWith(FENCE)) {
                while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
                    result.add((INDENT + lines.get(end)).stripTrailing());
                    end++;
                }
                end++;
            } else if (line.startsWith("|")) {
                while (end < lines.size() && lines.get(end).startsWith("|")) {
                    end++;
                }
                table(lines.subList(at, end));
            } else if (line.startsWith("#")) {
                result.add(palette.strong(line.substring(line.lastIndexOf('#', line.indexOf(' ')) + 1)
                        .strip()));
            } else {
                wrap(inline(line));
            }
            at = end;
        }
    }

    private void table(List<String> rows) {
        List<List<String>> cells = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (String row : rows) {
            // the line below the heads
            if (row.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
                continue;
            }
            List<String> line = new ArrayList<>();
            String[] parts = row.substring(1, row.lastIndexOf('|')).split("(?<!\\\\)\\|", -1);
            for (int i = 0; i < parts.length; i++) {
                String cell = inline(parts[i].strip().replace("\\|", "|"));
                line.add(cell);
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), cell.length()));
            }
            cells.add(line);
        }
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder(INDENT);
            for (int i = 0; i < line.size(); i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths.get(i) - line.get(i).length() + 2));
            }
            result.add(text.toString().stripTrailing());
        }
    }

    /** Without the marks of links and bold words; code keeps its own, which read well. */
    private static String inline(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            code ^= c == '`';
            int middle = code || c != '[' ? -1 : text.indexOf("](", i);
            int end = middle < 0 ? -1 : text.indexOf(')', middle);
            if (end > 0) {
                plain.append(text, i + 1, middle).append(" (").append(text, middle + 2, end + 1);
                i = end;
            } else if (!code && text.startsWith("**", i)) {
                i++;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private void wrap(String paragraph) {
        String indent = paragraph.startsWith("- ") ? "  " : "";
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                result.add(line.toString());
                line = new StringBuilder(indent);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        result.add(line.toString());
    }
}
