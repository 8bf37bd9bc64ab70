package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;

/** Tells whether apk reads packages of Alpine itself only, so that the table of names can be asked. */
final class StandardRepositories {

    private static final String FILE = "/etc/apk/repositories";

    /** Where apk 3 looks for more. */
    private static final String DIRECTORY = "/etc/apk/repositories.d";

    private StandardRepositories() {}

    /**
     * The release whose main and community repositories, from wherever they are mirrored, are all that the command reads.
     *
     * @return empty when it may read anything else
     */
    static Optional<Release> release(ApkCall call) {
        FileSystem files = call.invocation().before().files();
        boolean others = !files.pathsBelow(DIRECTORY).isEmpty()
                || files.mayHaveWritten(DIRECTORY)
                || call.line().has("--repository")
                || call.line().has("--repositories-file")
                || call.line().has("--repository-config")
                || call.line().has("--cache-dir");
        Optional<String> content = call.invocation().before().content(FILE).flatMap(PartialString::known);
        return others ? Optional.empty() : content.flatMap(StandardRepositories::release);
    }

    private static Optional<Release> release(String content) {
        Optional<String> version = Optional.empty();
        for (String each : content.split("\n", -1)) {
            String line = each.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Optional<String> own = version(line);
                if (own.isEmpty() || version.isPresent() && !version.equals(own)) {
                    return Optional.empty();
                }
                version = own;
            }
        }
        return version.flatMap(v -> Releases.load().find(v));
    }

    /** {@code 3.22} of {@code https://HOST/alpine/v3.22/main}, as every mirror has it; a vendor's own has another path. */
    private static Optional<String> version(String line) {
        int host = line.indexOf("://");
        int path = host < 0 ? -1 : line.indexOf('/', host + 3);
        String[] parts = path < 0 ? new String[0] : line.substring(path + 1).split("/", -1);
        boolean ofAlpine = parts.length >= 3
                && parts[0].equals("alpine")
                && (parts[2].equals("main") || parts[2].equals("community"))
                && (parts.length == 3 || parts.length == 4 && parts[3].isEmpty());
        if (!ofAlpine) {
            return Optional.empty();
        }
        return parts[1].equals("edge") ? Optional.of("edge") : numbered(parts[1]);
    }

    private static Optional<String> numbered(String directory) {
        return directory.startsWith("v") ? Optional.of(directory.substring(1)) : Optional.empty();
    }
}
