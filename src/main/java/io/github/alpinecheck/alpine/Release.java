package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A release of Alpine and what its {@code minirootfs}, the image {@code alpine:VERSION}, contains.
 *
 * @param version such as {@code 3.22}, or {@code edge}
 * @param released the day of its first point release; empty for edge
 * @param endOfSupport the first day without support; empty for edge
 * @param apkTools version of apk-tools of its last image, such as {@code 2.14.12}; the empty string where nobody looked
 * @param repositories the lines of {@code /etc/apk/repositories}; none where nobody looked
 * @param packages the names of the packages installed; none where nobody looked
 * @param commands the names of all programs on the PATH; empty where nobody looked, and for edge, which moves on
 * @param nsswitch whether {@code /etc/nsswitch.conf} is there; empty where it depends on the point release
 */
public record Release(
        String version,
        Optional<LocalDate> released,
        Optional<LocalDate> endOfSupport,
        String apkTools,
        List<String> repositories,
        Set<String> packages,
        Optional<Set<String>> commands,
        Optional<Boolean> nsswitch)
        implements Comparable<Release> {

    public Release {
        repositories = List.copyOf(repositories);
        packages = Set.copyOf(packages);
        commands = commands.map(Set::copyOf);
    }

    /** Whether it is the rolling release. */
    public boolean isEdge() {
        return version.equals("edge");
    }

    /** Whether it is the numbered release or a later one; edge is later than all. */
    public boolean isAtLeast(int major, int minor) {
        return number() >= number(major, minor);
    }

    /** The same release where it is known whether {@code /etc/nsswitch.conf} is there. */
    Release withNsswitch(boolean there) {
        return new Release(
                version, released, endOfSupport, apkTools, repositories, packages, commands, Optional.of(there));
    }

    /** By age; edge is the newest. */
    @Override
    public int compareTo(Release other) {
        return Integer.compare(number(), other.number());
    }

    private int number() {
        int dot = version.indexOf('.');
        return dot < 0
                ? Integer.MAX_VALUE
                : number(Integer.parseInt(version.substring(0, dot)), Integer.parseInt(version.substring(dot + 1)));
    }

    private static int number(int major, int minor) {
        return major * 1000 + minor;
    }

    /** As people name it. */
    @Override
    public String toString() {
        return isEdge() ? "Alpine edge" : "Alpine " + version;
    }
}
