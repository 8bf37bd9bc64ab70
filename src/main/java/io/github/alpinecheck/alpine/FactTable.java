package io.github.alpinecheck.alpine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a table of facts: one record a line, cells separated by tabs, the members of a list by blanks, {@code -} for
 * nothing. Lines that start with {@code #} say where the facts are from and what the columns are. A table that is not
 * well-formed is a defect of the build, so it throws {@link IllegalStateException} with name and line.
 */
final class FactTable {

    private static final String NOTHING = "-";

    private FactTable() {}

    /** The rows of the table of that name beside this class. */
    static List<Row> read(String name, int columns) {
        InputStream stream = FactTable.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("no table " + name);
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return parse(name, reader, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static List<Row> parse(String name, Reader reader, int columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isEmpty() && line.charAt(0) != '#') {
                List<String> cells = split(line, '\t');
                if (cells.size() != columns || cells.contains("")) {
                    throw new IllegalStateException(name + ", line " + number + ": not " + columns + " cells");
                }
                rows.add(new Row(name, number, cells));
            }
        }
        return rows;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /**
     * One line of a table.
     *
     * @param table its name, for messages
     * @param line 1-based
     */
    record Row(String table, int line, List<String> cells) {

        /** The cell as it is. */
        String text(int column) {
            return cells.get(column);
        }

        /** The cell, or empty for a dash. */
        Optional<String> optional(int column) {
            return text(column).equals(NOTHING) ? Optional.empty() : Optional.of(text(column));
        }

        /** The members of a list; none for a dash. */
        List<String> list(int column) {
            return text(column).equals(NOTHING) ? List.of() : split(text(column), ' ');
        }

        /** The members of a list, in the order of the table. */
        Set<String> set(int column) {
            return new LinkedHashSet<>(list(column));
        }

        /** Whether the cell says {@code yes}; anything else than {@code yes} or {@code no} is a defect. */
        boolean yes(int column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalStateException(this + ": neither yes nor no: " + text(column));
            };
        }

        /** A day, or empty for a dash. */
        Optional<LocalDate> day(int column) {
            return optional(column).map(this::day);
        }

        /** A day {@code YYYY-MM-DD} that stands inside a cell. */
        LocalDate day(String text) {
            // hundreds of days are read at start-up; LocalDate.parse would load a formatter for them
            if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
                try {
                    return LocalDate.of(
                            Integer.parseInt(text, 0, 4, 10),
                            Integer.parseInt(text, 5, 7, 10),
                            Integer.parseInt(text, 8, 10, 10));
                } catch (DateTimeException | NumberFormatException e) {
                    throw new IllegalStateException(this + ": not a day: " + text, e);
                }
            }
            throw new IllegalStateException(this + ": not a day: " + text);
        }

        /** Table and line, for messages. */
        @Override
        public String toString() {
            return table + ", line " + line;
        }
    }
}
