package io.github.alpinecheck.alpine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an image that Dockerfiles start from.
 *
 * @param reference as the Dockerfile names it
 * @param family the repository that it is in, without the registry where that is Docker Hub or a copy of it:
 *     {@code alpine}, {@code eclipse-temurin}, …
 * @param libc what its programs are linked with; {@link Libc#GLIBC} also for Java images that add glibc to Alpine
 * @param release the release of Alpine; empty if it is not Alpine or nobody knows
 * @param alpine whether it is certainly an Alpine image
 * @param packages known to be installed, those of the release's minirootfs included
 * @param packagesComplete whether none of the packages of {@link Packages} is installed but {@code packages}
 * @param absentPackages known not to be installed, where {@code packagesComplete} does not say it anyway
 * @param commands on its PATH, beside those of the release and of the packages
 * @param environment variables that the image sets, as far as known
 * @param workdir the working directory; empty where nobody knows
 * @param standardRepositories whether {@code /etc/apk/repositories} is that of the release; where not, it has more lines
 * @param programs paths of programs that were linked with its libc, where people copy them from
 * @param jvm whether it brings a Java virtual machine
 * @param java that virtual machine's version; empty where the name of the image does not say it
 * @param frozenSince the day of the last push, for images that nobody builds any more
 * @param floatingRelease whether the release changes with time, since the tag does not name it
 */
public record BaseImage(
        ImageReference reference,
        String family,
        Libc libc,
        Optional<Release> release,
        boolean alpine,
        Set<String> packages,
        boolean packagesComplete,
        Set<String> absentPackages,
        Set<String> commands,
        Map<String, String> environment,
        Optional<String> workdir,
        boolean standardRepositories,
        Set<String> programs,
        boolean jvm,
        Optional<JavaVersion> java,
        Optional<LocalDate> frozenSince,
        boolean floatingRelease) {

    public BaseImage {
        packages = Set.copyOf(packages);
        absentPackages = Set.copyOf(absentPackages);
        commands = Set.copyOf(commands);
        programs = Set.copyOf(programs);
        environment = Map.copyOf(environment);
    }

    /** Whether it is Alpine's own image, so that all of its files and variables are those of the release. */
    public boolean isMinirootfs() {
        return family.equals("alpine");
    }

    /**
     * Whether all is known that it says of time zone, locale and options of Java: TZ, LC_ALL and so on are in its
     * environment if it sets them, and it has neither {@code /etc/localtime} nor {@code /etc/timezone}.
     */
    public boolean isConfigurationKnown() {
        return !environment.isEmpty();
    }
}
