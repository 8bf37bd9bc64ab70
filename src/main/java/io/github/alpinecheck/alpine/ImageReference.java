package io.github.alpinecheck.alpine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of an image, {@code [registry/]repository[:tag][@digest]}, as the distribution project's reference grammar
 * (github.com/distribution/reference) reads it.
 *
 * @param repository with the registry where one is given; {@code docker.io/}, {@code index.docker.io/} and then
 *     {@code library/} are left out, so that {@code alpine} has one name
 * @param tag without colon
 * @param digest such as {@code sha256:…}
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {

    private static final int LONGEST_TAG = 128;

    private static final List<String> HUBS = List.of("docker.io/", "index.docker.io/");

    private static final String OFFICIAL = "library/";

    /** Reads a name; empty when it is none. */
    public static Optional<ImageReference> parse(String text) {
        String name = text;
        Optional<String> digest = Optional.empty();
        int at = name.indexOf('@');
        if (at >= 0) {
            digest = Optional.of(name.substring(at + 1));
            name = name.substring(0, at);
        }
        Optional<String> tag = Optional.empty();
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            tag = Optional.of(name.substring(colon + 1));
            name = name.substring(0, colon);
        }
        boolean valid = isRepository(name)
                && tag.map(ImageReference::isTag).orElse(true)
                && digest.map(ImageReference::isDigest).orElse(true);
        return valid ? Optional.of(new ImageReference(familiar(name), tag, digest)) : Optional.empty();
    }

    /**
     * Every way to write the repository: {@code alpine} is {@code docker.io/library/alpine} too, an image of another
     * registry has one name.
     */
    public List<String> names() {
        int slash = repository.indexOf('/');
        if (slash >= 0 && isRegistry(repository.substring(0, slash))) {
            return List.of(repository);
        }
        List<String> names = new ArrayList<>(List.of(repository));
        if (slash < 0) {
            names.add(OFFICIAL + repository);
        }
        List<String> onHub = List.copyOf(names);
        HUBS.forEach(hub -> onHub.forEach(name -> names.add(hub + name)));
        return names;
    }

    private static String familiar(String name) {
        for (String hub : HUBS) {
            if (name.startsWith(hub)) {
                return withoutLibrary(name.substring(hub.length()));
            }
        }
        return withoutLibrary(name);
    }

    private static String withoutLibrary(String name) {
        return name.startsWith(OFFICIAL) ? name.substring(OFFICIAL.length()) : name;
    }

    private static boolean isRepository(String name) {
        int slash = name.indexOf('/');
        String path = slash >= 0 && isRegistry(name.substring(0, slash)) ? name.substring(slash + 1) : name;
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            if (!isComponent(path.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return isComponent(path.substring(start));
    }

    /** A first part is a registry if it cannot be anything else: with a dot or a port, or {@code localhost}. */
    private static boolean isRegistry(String part) {
        int colon = part.indexOf(':');
        String host = colon < 0 ? part : part.substring(0, colon);
        boolean port = colon >= 0
                && colon + 1 < part.length()
                && part.chars().skip(colon + 1L).allMatch(ImageReference::isDigit);
        boolean named = host.indexOf('.') >= 0 || host.equals("localhost") || colon >= 0;
        return named
                && !host.isEmpty()
                && (colon < 0 || port)
                && host.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '.' || c == '-');
    }

    /** Small letters and digits with single dots, up to two underscores or any number of dashes between them. */
    private static boolean isComponent(String part) {
        int i = 0;
        while (i < part.length()) {
            int word = i;
            while (i < part.length() && (isSmall(part.charAt(i)) || isDigit(part.charAt(i)))) {
                i++;
            }
            if (i == word) {
                return false;
            }
            if (i == part.length()) {
                return true;
            }
            int separator = i;
            while (i < part.length()
                    && part.charAt(i) == part.charAt(separator)
                    && ".-_".indexOf(part.charAt(i)) >= 0) {
                i++;
            }
            int length = i - separator;
            int longest = switch (part.charAt(separator)) {
                case '.' -> 1;
                case '_' -> 2;
                default -> Integer.MAX_VALUE;
            };
            if (length == 0 || length > longest) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        return tag.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-');
    }

    private static boolean isDigest(String digest) {
        int colon = digest.indexOf(':');
        return colon > 0
                && colon + 1 < digest.length()
                && digest.chars().skip(colon + 1L).allMatch(c -> isDigit(c) || c >= 'a' && c <= 'f');
    }

    private static boolean isSmall(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLetter(int c) {
        return isSmall(c) || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** As people write it. */
    @Override
    public String toString() {
        return repository
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
