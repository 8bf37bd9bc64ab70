package io.github.alpinecheck.alpine;

/**
 * The Java that an image brings or a program runs on.
 *
 * @param feature the feature-release number: {@code 8}, {@code 17}, …
 * @param earlyAccess whether it is a build from before the final release: such a Java never gets updates
 */
public record JavaVersion(int feature, boolean earlyAccess) {

    /** A Java that has been released. */
    public static JavaVersion released(int feature) {
        return new JavaVersion(feature, false);
    }

    /** As people name it. */
    @Override
    public String toString() {
        return "Java " + feature;
    }
}
