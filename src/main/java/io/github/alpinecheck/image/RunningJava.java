package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.JavaVersion;
import io.github.alpinecheck.alpine.Packages;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which Java the command {@code java} starts: that of the base image, or of the packages that apk installed. Where the
 * build has put anything else where {@code PATH} or {@code JAVA_HOME} lead, nobody knows.
 */
final class RunningJava {

    /** Every package with a Java virtual machine needs it, and nothing else does. */
    private static final String JAVA_COMMON = "java-common";

    private static final String OPENJDK = "openjdk";

    private final ImageState image;
    private final BaseImage base;

    private RunningJava(ImageState image, BaseImage base) {
        this.image = image;
        this.base = base;
    }

    static Optional<JavaVersion> of(ImageState image) {
        return image.base()
                .map(base -> new RunningJava(image, base))
                .filter(java -> !image.packages().isOpen() && java.isUntouched())
                .flatMap(RunningJava::version);
    }

    /** See {@link ImageState#hasNoJava}. */
    static boolean isCertainlyNone(ImageState image) {
        return image.base()
                .filter(base -> !base.jvm() && base.packagesComplete())
                .filter(base -> !base.commands().contains("java"))
                .map(base -> new RunningJava(image, base))
                .filter(java -> !image.packages().isOpen() && java.isUntouched() && java.isNotInstalled())
                .isPresent();
    }

    private boolean isNotInstalled() {
        return Stream.concat(base.packages().stream(), installed()).noneMatch(RunningJava::bringsJava);
    }

    /** See {@link ImageState#javaDirectory}. */
    static Optional<String> ownDirectory(ImageState image) {
        return image.base().map(base -> new RunningJava(image, base)).flatMap(RunningJava::ownDirectory);
    }

    private Optional<String> ownDirectory() {
        boolean packaged = image.packages().isOpen()
                || !base.jvm() && !base.packagesComplete()
                || base.commands().contains("java")
                || Stream.concat(base.packages().stream(), installed()).anyMatch(RunningJava::bringsJava);
        boolean linked =
                !ImageState.STANDARD_PATH.stream().map(PartialString::of).allMatch(this::isUntouched);
        List<String> directories = image.path().stream()
                .map(FileSystem::normalize)
                .filter(this::isOfJdk)
                .toList();
        return packaged || linked || directories.size() != 1 ? Optional.empty() : Optional.of(directories.get(0));
    }

    /** Whether the directory is certainly the {@code bin} of a JDK, and {@code java} in it. */
    private boolean isOfJdk(String directory) {
        String home = FileSystem.parent(directory);
        Optional<FileNode> java = image.files().node(directory + "/java");
        boolean copied = image.isOfJdk(directory);
        boolean bases = base.jvm() && home.equals(base.environment().get("JAVA_HOME"));
        return FileSystem.name(directory).equals("bin")
                && (copied ? java.equals(Optional.of(FileNode.UNKNOWN)) : bases && java.isEmpty());
    }

    private Optional<JavaVersion> version() {
        return base.jvm() ? ofBase() : ofPackages();
    }

    private Optional<JavaVersion> ofBase() {
        boolean alone = installed().noneMatch(RunningJava::bringsJava)
                && base.packages().stream()
                        .filter(RunningJava::bringsJava)
                        .allMatch(name -> image.packagePresence(name) == Presence.PRESENT);
        return alone && isKept() ? base.java() : Optional.empty();
    }

    /** Whether the build has not deleted it. */
    private boolean isKept() {
        return Optional.ofNullable(base.environment().get("JAVA_HOME"))
                .flatMap(home -> image.files().node(home + "/bin/java"))
                .isEmpty();
    }

    private Optional<JavaVersion> ofPackages() {
        if (!base.packagesComplete() || base.commands().contains("java")) {
            return Optional.empty();
        }
        Set<String> bringing = Stream.concat(base.packages().stream(), installed())
                .filter(RunningJava::bringsJava)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> features = bringing.stream().map(RunningJava::feature).collect(Collectors.toSet());
        boolean certain = bringing.stream().anyMatch(name -> image.packagePresence(name) == Presence.PRESENT);
        return features.size() == 1 && certain
                ? features.stream()
                        .filter(feature -> feature > 0)
                        .map(JavaVersion::released)
                        .findFirst()
                : Optional.empty();
    }

    /** What apk has installed since the base image, perhaps. */
    private Stream<String> installed() {
        return image.packages().roots().values().stream().flatMap(root -> root.members().stream());
    }

    private static boolean bringsJava(String name) {
        return Packages.load().with(name).contains(JAVA_COMMON);
    }

    /** The number in {@code openjdk17-jre}; 0 for a package that needs some Java. */
    private static int feature(String name) {
        int end = OPENJDK.length();
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        return name.startsWith(OPENJDK) && end > OPENJDK.length()
                ? Integer.parseInt(name, OPENJDK.length(), end, 10)
                : 0;
    }

    /** Whether the build has left alone every place that {@code java} may be found at. */
    private boolean isUntouched() {
        PartialString path = image.environment().get("PATH");
        Stream<PartialString> onPath = path == null
                ? ImageState.STANDARD_PATH.stream().map(PartialString::of)
                : Stream.of(path.pattern().split(":", -1)).map(PartialString::new);
        Stream<PartialString> home =
                Stream.ofNullable(image.environment().get("JAVA_HOME")).map(directory -> directory.plus("/bin"));
        return Stream.concat(onPath, home).allMatch(this::isUntouched);
    }

    private boolean isUntouched(PartialString directory) {
        return directory
                .known()
                .map(known -> FileSystem.normalize(known + "/java"))
                .filter(java ->
                        image.files().node(java).map(FileNode.ABSENT::equals).orElse(true))
                .isPresent();
    }
}
