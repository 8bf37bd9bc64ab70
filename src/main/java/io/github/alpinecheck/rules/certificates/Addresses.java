package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.Arguments;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a program connects to.
 *
 * @param all as written, in lower case, with holes
 * @param redirected whether it goes where {@code http://} addresses send it, which may be {@code https://}
 */
record Addresses(List<String> all, boolean redirected) {

    private static final List<String> PLAIN = List.of("file://", "ftp://", "tftp://");

    /**
     * Those of a command line.
     *
     * @param host one that stands in the value of an option
     */
    static Addresses of(String program, Arguments arguments, Optional<String> host) {
        Stream<String> operands = Stream.concat(arguments.operands().stream(), arguments.value("url").stream())
                .map(Operand::value)
                .map(PartialString::pattern);
        // of these programs, only curl has to be told
        boolean redirected = !program.equals("curl") || arguments.has("L", "location", "location-trusted");
        return new Addresses(
                Stream.concat(host.stream(), host.isPresent() ? Stream.empty() : operands)
                        .map(a -> a.toLowerCase(Locale.ROOT))
                        .toList(),
                redirected);
    }

    /**
     * Whether a certificate of another machine is needed for one of them.
     *
     * @param local whether a host that nobody knows counts as this machine
     */
    boolean anyIsForeign(boolean local) {
        return all.isEmpty() || all.stream().anyMatch(a -> !isLocal(host(a)).orElse(local) && mayBeEncrypted(a));
    }

    /** Whether a certificate may be asked for: directly, or where a redirection leads. */
    private boolean mayBeEncrypted(String address) {
        return PLAIN.stream().noneMatch(address::startsWith) && (redirected || !address.startsWith("http://"));
    }

    /** The host with its port in {@code scheme://user@host:port/path}. */
    private static String host(String address) {
        int scheme = address.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = start;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(start, end);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static Optional<Boolean> isLocal(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host.startsWith("[::1]"));
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean known = name.indexOf(PartialString.HOLE) < 0;
        return known
                ? Optional.of(name.equals("localhost")
                        || name.endsWith(".localhost")
                        || name.startsWith("127.")
                        || name.equals("0.0.0.0"))
                : Optional.empty();
    }
}
