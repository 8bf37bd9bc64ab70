package io.github.alpinecheck.report;

import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        for (Format format : formats) {
            WholeFile.write(directory.resolve(format.fileName()), out -> {
                // not Files.newBufferedWriter, whose encoder throws where a text has half of a character
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                format.write(report, header, text);
                text.flush();
            });
        }
    }
}
