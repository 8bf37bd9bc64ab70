package io.github.alpinecheck.image.interpreter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs scripts by a real shell, each in a new directory of its own and all of them by one process.
 *
 * @param command the words that start the shell; the name of a script follows
 * @param outside the directory of all these directories
 * @param inside the same as the shell calls it, which differs if it has another root directory
 * @param path the PATH
 */
record RealShell(List<String> command, Path outside, String inside, String path) {

    /** The name of the directory of a script. */
    String directory(int number) {
        return inside + "/" + number;
    }

    /** The statuses of the scripts in their order; their directories are left. */
    List<Integer> run(List<String> scripts) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder("ulimit -f 100 -t 5\ncd " + inside + "\n");
        for (int i = 0; i < scripts.size(); i++) {
            Files.createDirectory(outside.resolve(String.valueOf(i)));
            Files.writeString(outside.resolve(i + ".sh"), scripts.get(i));
            all.append(
                    "(cd %s && . %s/%d.sh) </dev/null >/dev/null 2>&1\necho $?\n".formatted(directory(i), inside, i));
        }
        Files.writeString(outside.resolve("all.sh"), all);
        List<String> words = new ArrayList<>(command);
        words.add(inside + "/all.sh");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", path);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines().map(Integer::valueOf).toList();
    }

    /** Takes away everything, for the next run. */
    void clear() throws IOException {
        try (Stream<Path> paths = Files.walk(outside)) {
            List<Path> deepestFirst = paths.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path each : deepestFirst) {
                if (!each.equals(outside)) {
                    Files.delete(each);
                }
            }
        }
    }
}
