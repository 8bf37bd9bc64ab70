package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.TimeZones;
import io.github.alpinecheck.text.PartialString;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a base image and the packages bring: of the paths that rules ask for, measured on the
 * {@code minirootfs} of each release; all other paths are unknown.
 */
final class BaseFiles {

    private static final String ZONES = "/usr/share/zoneinfo";

    /** The certificates that a Java virtual machine trusts, wherever it is installed. */
    private static final String JAVA_CERTIFICATES = "/lib/security/cacerts";

    private static final Set<String> NEVER_DIRECTORIES = Set.of(
            "/etc/apk/repositories",
            "/etc/hosts",
            "/etc/localtime",
            "/etc/nsswitch.conf",
            "/etc/resolv.conf",
            "/etc/timezone");

    private BaseFiles() {}

    static boolean isNeverDirectory(String path) {
        return NEVER_DIRECTORIES.contains(path) || path.endsWith(JAVA_CERTIFICATES);
    }

    static FileNode node(ImageState image, String path) {
        if (path.equals("/")) {
            return FileNode.DIRECTORY;
        }
        if (path.equals(ZONES)) {
            return ofPackage(image, "tzdata", FileNode.DIRECTORY);
        }
        if (path.startsWith(ZONES + "/")) {
            String zone = path.substring(ZONES.length() + 1);
            return TimeZones.load().exists(zone)
                    ? ofPackage(image, "tzdata", FileNode.SOME_FILE)
                    : notAZone(image, zone);
        }
        Optional<FileNode> runtime = runtime(image, path);
        if (runtime.isPresent()) {
            return runtime.get();
        }
        if (!image.isAlpine()) {
            return FileNode.UNKNOWN;
        }
        return switch (path) {
            case "/etc/apk/repositories" -> repositories(image);
            case "/etc/nsswitch.conf" -> nsswitch(image);
            case "/etc/alpine-release" -> alpineRelease(image);
            case "/etc/os-release", "/etc/passwd", "/etc/group", "/etc/profile", "/etc/shells" -> FileNode.SOME_FILE;
            case "/etc/localtime", "/etc/timezone" ->
                image.base().filter(BaseImage::isConfigurationKnown).isPresent() ? FileNode.ABSENT : FileNode.UNKNOWN;
            case "/etc/debian_version", "/etc/lsb-release", "/etc/redhat-release" ->
                onMinirootfs(image, FileNode.ABSENT);
            case "/usr/sbin/update-ca-certificates", "/etc/ca-certificates.conf", "/usr/local/share/ca-certificates" ->
                ofPackage(
                        image,
                        "ca-certificates",
                        path.startsWith("/usr/local") ? FileNode.DIRECTORY : FileNode.SOME_FILE);
            case "/lib64", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1" ->
                glibcLoader(image);
            case "/etc",
                    "/etc/apk",
                    "/usr",
                    "/usr/share",
                    "/usr/local",
                    "/usr/local/bin",
                    "/usr/local/share",
                    "/usr/bin",
                    "/usr/sbin",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/tmp",
                    "/var",
                    "/var/cache",
                    "/var/cache/apk",
                    "/home",
                    "/root" -> FileNode.DIRECTORY;
            // measured: 3.6 has neither, 3.9 has both
            case "/etc/ssl", "/etc/ssl/certs" -> directorySince(image, 7);
            case "/opt" -> directorySince(image, 9);
            default -> FileNode.UNKNOWN;
        };
    }

    private static FileNode directorySince(ImageState image, int minor) {
        return image.release().filter(r -> r.isAtLeast(3, minor)).isPresent() ? FileNode.DIRECTORY : FileNode.UNKNOWN;
    }

    private static FileNode ofPackage(ImageState image, String name, FileNode there) {
        return switch (image.isAlpine() ? image.packagePresence(name) : Presence.UNKNOWN) {
            case PRESENT -> there;
            case ABSENT -> FileNode.ABSENT;
            case UNKNOWN -> FileNode.UNKNOWN;
        };
    }

    /** A directory of zones such as {@code Asia} is there with the package; anything else is not. */
    private static FileNode notAZone(ImageState image, String path) {
        boolean directory = TimeZones.load().isArea(path);
        return directory
                ? ofPackage(image, "tzdata", FileNode.DIRECTORY)
                : image.isAlpine() ? FileNode.ABSENT : FileNode.UNKNOWN;
    }

    private static FileNode onMinirootfs(ImageState image, FileNode node) {
        return image.base().filter(BaseImage::isMinirootfs).isPresent()
                        && image.release().isPresent()
                ? node
                : FileNode.UNKNOWN;
    }

    private static FileNode repositories(ImageState image) {
        Optional<Release> release = image.release();
        if (release.isEmpty() || release.get().repositories().isEmpty()) {
            return FileNode.SOME_FILE;
        }
        PartialString lines = PartialString.of(String.join("\n", release.get().repositories()) + "\n");
        boolean same = image.base().filter(BaseImage::standardRepositories).isPresent();
        return new FileNode.Regular(same ? lines : lines.plus(PartialString.UNKNOWN), Optional.empty());
    }

    /** The point release, of which the last number is not known, and a line end. */
    private static FileNode alpineRelease(ImageState image) {
        return image.release()
                .filter(r -> !r.isEdge())
                .<FileNode>map(r -> new FileNode.Regular(
                        PartialString.of(r.version() + ".")
                                .plus(PartialString.UNKNOWN)
                                .plus("\n"),
                        Optional.empty()))
                .orElse(FileNode.SOME_FILE);
    }

    private static FileNode nsswitch(ImageState image) {
        Optional<Boolean> there = image.release().flatMap(Release::nsswitch);
        if (there.isEmpty()) {
            return FileNode.UNKNOWN;
        }
        // an image on top of a release without the file may have written one: golang's did up to 2022
        return there.get()
                ? onMinirootfs(image, new FileNode.Regular(PartialString.UNKNOWN, Optional.empty()))
                                .equals(FileNode.UNKNOWN)
                        ? FileNode.SOME_FILE
                        : new FileNode.Regular(PartialString.of("hosts: files dns\n"), Optional.empty())
                : onMinirootfs(image, FileNode.ABSENT);
    }

    private static FileNode glibcLoader(ImageState image) {
        if (image.libc() != Libc.MUSL) {
            return FileNode.UNKNOWN;
        }
        boolean none = image.packagePresence("gcompat") == Presence.ABSENT
                && image.packagePresence("libc6-compat") == Presence.ABSENT
                && !image.packages().isOpen();
        return none ? FileNode.ABSENT : FileNode.UNKNOWN;
    }

    /** The JDK of a Java image: a directory of programs for that image's C library; and other programs that are known. */
    private static Optional<FileNode> runtime(ImageState image, String path) {
        if (image.base().isEmpty()) {
            return Optional.empty();
        }
        BaseImage base = image.base().get();
        boolean jdk = base.jvm() && path.equals(base.environment().get("JAVA_HOME"));
        FileNode.Program.Kind kind = jdk ? FileNode.Program.Kind.JDK : FileNode.Program.Kind.EXECUTABLE;
        return jdk || base.programs().contains(path)
                ? Optional.of(new FileNode.Program(kind, base.reference().toString(), base.libc(), jdk))
                : Optional.empty();
    }
}
