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
        return installed().isEmpty() && ofBasePackages().isEmpty();
    }

    /** See {@link ImageState#javaDirectory}. */
    static Optional<String> ownDirectory(ImageState image) {
        return image.base().map(base -> new RunningJava(image, base)).flatMap(RunningJava::ownDirectory);
    }

    private Optional<String> ownDirectory() {
        boolean packaged = image.packages().isOpen()
                || !base.jvm() && !base.packagesComplete()
                || base.commands().contains("java")
                || !isNotInstalled();
        boolean linked = !areUntouched(ImageState.STANDARD_PATH);
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
        boolean alone = installed().isEmpty() && areThere(ofBasePackages());
        return alone && isKept() ? base.java() : Optional.empty();
    }

    private boolean areThere(Set<String> packages) {
        for (String name : packages) {
            if (image.packagePresence(name) != Presence.PRESENT) {
                return false;
            }
        }
        return true;
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
        Set<String> bringing = ofBasePackages();
        bringing.addAll(installed());
        Set<Integer> features = bringing.stream().map(RunningJava::feature).collect(Collectors.toSet());
        boolean certain = bringing.stream().anyMatch(name -> image.packagePresence(name) == Presence.PRESENT);
        return features.size() == 1 && certain
                ? features.stream()
                        .filter(feature -> feature > 0)
                        .map(JavaVersion::released)
                        .findFirst()
                : Optional.empty();
    }

    /** The packages with a Java that the base image has. */
    private Set<String> ofBasePackages() {
        return bringingJava(base.packages(), new TreeSet<>());
    }

    /** The packages with a Java that apk has installed since the base image, perhaps. */
    private Set<String> installed() {
        Set<String> installed = new TreeSet<>();
        for (InstalledPackages.Root root : image.packages().roots().values()) {
            bringingJava(root.members(), installed);
        }
        return installed;
    }

    private static Set<String> bringingJava(Set<String> packages, Set<String> into) {
        Set<String> java = Packages.load().bringing(JAVA_COMMON);
        for (String name : packages) {
            if (java.contains(name)) {
                into.add(name);
            }
        }
        return into;
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
        PartialString home = image.environment().get("JAVA_HOME");
        boolean homeUntouched = home == null || isUntouched(home.plus("/bin"));
        return homeUntouched
                && areUntouched(
                        path == null
                                ? ImageState.STANDARD_PATH
                                : List.of(path.pattern().split(":", -1)));
    }

    /** Each directory may have holes. */
    private boolean areUntouched(List<String> directories) {
        for (String directory : directories) {
            if (!isUntouched(new PartialString(directory))) {
                return false;
            }
        }
        return true;
    }

    private boolean isUntouched(PartialString directory) {
        if (!directory.isKnown()) {
            return false;
        }
        Optional<FileNode> java = image.files().node(FileSystem.normalize(directory.pattern() + "/java"));
        return java.isEmpty() || java.get().equals(FileNode.ABSENT);
    }
}
