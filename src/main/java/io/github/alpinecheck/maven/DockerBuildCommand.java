package io.github.alpinecheck.maven;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code docker build …} on a command line.
 *
 * @param file the value of {@code -f}
 * @param context the directory that is given
 * @param buildArguments those with a value
 * @param target the stage
 * @param tags what {@code -t} calls the image
 */
record DockerBuildCommand(
        Optional<String> file,
        String context,
        Map<String, String> buildArguments,
        Optional<String> target,
        Set<String> tags) {

    private static final Set<String> PROGRAMS = Set.of("docker", "podman", "nerdctl");
    private static final Set<String> BEFORE_BUILD = Set.of("buildx", "image", "builder");

    /** The options of {@code docker build}, {@code docker buildx build} and {@code podman build} without a value. */
    private static final Set<String> SWITCHES = Set.of(
            "--check",
            "--compress",
            "--disable-content-trust",
            "--force-rm",
            "--load",
            "--no-cache",
            "--pull",
            "--push",
            "--quiet",
            "-q",
            "--rm",
            "--squash",
            "--debug",
            "-D",
            "--layers",
            "--tls-verify");

    DockerBuildCommand {
        buildArguments = Map.copyOf(buildArguments);
        tags = Set.copyOf(tags);
    }

    /** Empty when the words are another command, or one whose context is no directory. */
    static Optional<DockerBuildCommand> parse(List<String> words) {
        int at = 0;
        if (words.isEmpty() || !PROGRAMS.contains(words.get(at++))) {
            return Optional.empty();
        }
        if (at < words.size() && BEFORE_BUILD.contains(words.get(at))) {
            at++;
        }
        if (at >= words.size() || !words.get(at).equals("build")) {
            return Optional.empty();
        }
        Map<String, String> options = new HashMap<>();
        Map<String, String> buildArguments = new HashMap<>();
        Set<String> tags = new HashSet<>();
        String context = "";
        for (at++; at < words.size(); at++) {
            String word = words.get(at);
            if (!word.startsWith("-") || word.equals("-")) {
                context = word;
            } else if (!SWITCHES.contains(word)) {
                int equals = word.indexOf('=');
                boolean joined = word.startsWith("--") && equals > 0;
                String name = joined ? word.substring(0, equals) : word;
                String value = joined ? word.substring(equals + 1) : at + 1 < words.size() ? words.get(++at) : "";
                if (name.equals("--build-arg")) {
                    addPair(value, buildArguments);
                } else if (name.equals("-t") || name.equals("--tag")) {
                    tags.add(value);
                } else {
                    options.put(name.equals("-f") ? "--file" : name, value);
                }
            }
        }
        boolean directory = !context.isEmpty() && !context.equals("-") && !context.contains("://");
        return directory
                ? Optional.of(new DockerBuildCommand(
                        Optional.ofNullable(options.get("--file")),
                        context,
                        buildArguments,
                        Optional.ofNullable(options.get("--target")),
                        tags))
                : Optional.empty();
    }

    private static void addPair(String pair, Map<String, String> pairs) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
