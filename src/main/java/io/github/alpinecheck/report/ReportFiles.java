package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/** The reports in the output directory. */
public final class ReportFiles {

    private final Path directory;
    private final ReportHeader header;

    /**
     * Files of a directory.
     *
     * @param directory is made when the first report is written
     */
    public ReportFiles(Path directory, ReportHeader header) {
        this.directory = directory;
        this.header = header;
    }

    /** Writes a report in all formats. Who reads a file meanwhile sees the old one or the new one, whole. */
    public void write(Report report, Collection<Format> formats) throws IOException {
        Files.createDirectories(directory);
        for (Format format : formats) {
            write(report, format);
        }
    }

    private void write(Report report, Format format) throws IOException {
        Path file = directory.resolve(format.fileName());
        // not createTempFile, which takes all rights from group and others
        Path unfinished = directory.resolve(format.fileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
        try {
            // not newBufferedWriter, which throws where a text has half of a character
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(unfinished), StandardCharsets.UTF_8))) {
                format.write(report, header, out);
            }
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
