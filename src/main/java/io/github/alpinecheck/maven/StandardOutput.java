package io.github.alpinecheck.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard output of the process, for what programs read: not the log, which puts its words before every line, and
 * not {@link System#out}, which Maven 4 sends through the log.
 */
final class StandardOutput {

    private StandardOutput() {}

    /** Prints a text as it is, in UTF-8 whatever the console's encoding is. */
    @SuppressWarnings("resource") // it is not ours to close
    static void print(CharSequence text) {
        System.out.flush();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
