package io.github.alpinecheck.image.command;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.InstalledPackages;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code apk}, as measured on each release: what it installs, deletes, and leaves in its cache. */
public final class ApkModel implements CommandModel {

    /** Stands for the {@code APKINDEX.*.tar.gz} files of the repositories. */
    public static final String INDEX = "/var/cache/apk/APKINDEX.tar.gz";

    private static final String CACHE_DIRECTORY = "/etc/apk/cache";
    private static final Set<String> READING = Set.of(
            "info",
            "list",
            "search",
            "policy",
            "version",
            "stats",
            "dot",
            "verify",
            "audit",
            "manifest",
            "query",
            "index",
            "fix");

    @Override
    public Result run(Call call) {
        ApkCommandLine line =
                ApkCommandLine.parse(call.arguments(), call.image().release());
        if (line.has("--root")) {
            String root = line.value("--root").map(call::knownDirectory).orElse("/");
            return Result.maySucceed(call.image().withFiles(call.image().files().withOpaque(root)));
        }
        if (line.applet().isEmpty()) {
            return line.names().isEmpty() ? Result.maySucceed(call.image()) : Result.anything(call.image());
        }
        return switch (line.applet().get()) {
            case "add" -> Result.maySucceed(afterAdd(call, line));
            case "del" -> Result.maySucceed(afterDelete(call.image(), line));
            case "update" -> Result.maySucceed(withIndex(call, call.image(), line, true));
            case "upgrade" -> Result.maySucceed(withIndex(call, call.image(), line, false));
            case "fetch" -> Result.maySucceed(afterFetch(call, line));
            case "cache" ->
                Result.maySucceed(call.image().withFiles(call.image().files().withOpaque("/var/cache/apk")));
            case "info" -> info(call, line);
            default ->
                READING.contains(line.applet().get())
                        ? Result.maySucceed(call.image())
                        : Result.test(call.image(), isOld(call.image()) ? Outcome.UNKNOWN : Outcome.FAILS);
        };
    }

    private static boolean isOld(ImageState image) {
        return image.release().filter(r -> r.isAtLeast(3, 7)).isEmpty();
    }

    private static ImageState afterAdd(Call call, ApkCommandLine line) {
        ImageState image = call.image();
        List<String> names = new ArrayList<>();
        InstalledPackages packages = image.packages();
        for (Operand operand : line.names()) {
            Optional<String> name = operand.known().map(ApkModel::packageName);
            if (name.isEmpty()) {
                packages = packages.opened();
            } else if (!name.get().startsWith("!")) {
                names.add(name.get());
            }
        }
        Optional<Operand> virtual = line.value("--virtual");
        Optional<String> group = virtual.flatMap(Operand::known);
        if (virtual.isPresent() && group.isEmpty()) {
            packages = packages.opened();
        }
        boolean certificates = image.packagePresence("ca-certificates") != Presence.PRESENT;
        image = image.withPackages(packages.add(names, group, call.span()));
        if (certificates && image.packagePresence("ca-certificates") != Presence.ABSENT) {
            // the package's trigger runs update-ca-certificates
            image = image.withFiles(image.files().withOpaque("/etc/ssl/certs"));
        }
        if (image.packagePresence("tzdata") != call.image().packagePresence("tzdata")) {
            image = image.withFiles(image.files().forget("/usr/share/zoneinfo"));
        }
        return names.isEmpty() && line.names().isEmpty() ? image : withIndex(call, image, line, false);
    }

    /** The name in {@code name=1.2-r3}, {@code name~1.2}, {@code name@edge} or {@code path/name-1.2-r3.apk}. */
    public static String packageName(String word) {
        if (word.endsWith(".apk")) {
            String file = word.substring(word.lastIndexOf('/') + 1, word.length() - ".apk".length());
            for (int i = file.indexOf('-'); i >= 0; i = file.indexOf('-', i + 1)) {
                if (i + 1 < file.length() && Character.isDigit(file.charAt(i + 1))) {
                    return file.substring(0, i);
                }
            }
            return file;
        }
        for (int i = 0; i < word.length(); i++) {
            if ("=~<>@".indexOf(word.charAt(i)) >= 0) {
                return word.substring(0, i);
            }
        }
        return word;
    }

    private static ImageState afterDelete(ImageState image, ApkCommandLine line) {
        List<String> names = new ArrayList<>();
        InstalledPackages packages = image.packages();
        for (Operand operand : line.names()) {
            Optional<String> name = operand.known().map(ApkModel::packageName);
            if (name.isEmpty()) {
                packages = packages.opened();
            } else {
                names.add(name.get());
            }
        }
        return image.withPackages(packages.delete(names));
    }

    /** Measured: without {@code --no-cache} every command that reads a repository leaves the index. */
    private static ImageState withIndex(Call call, ImageState image, ApkCommandLine line, boolean update) {
        boolean writesAnyway =
                update && image.release().filter(r -> !r.isAtLeast(3, 7)).isPresent();
        boolean leaves = !line.has("--no-cache") && !line.has("--cache") || writesAnyway;
        // an index that was fetched a moment ago is not fetched again
        boolean fresh = !update && image.file(INDEX).equals(FileNode.SOME_FILE);
        if (!leaves || fresh || !line.downloads() || line.has("--cache-dir") || !image.isAlpine()) {
            return image;
        }
        boolean elsewhere = image.files().node(CACHE_DIRECTORY).isPresent();
        return elsewhere
                        || !image.files().node("/var/cache/apk").equals(Optional.empty())
                                && image.files().mayHaveWritten("/var/cache/apk")
                ? image
                : image.withFiles(image.files()
                        .with(INDEX, line.mayHaveMoreOptions() ? FileNode.UNKNOWN : FileNode.SOME_FILE, call.span()));
    }

    private static ImageState afterFetch(Call call, ApkCommandLine line) {
        Operand target = line.value("--output").orElse(new Operand(call.directory(), call.span(), false));
        ImageState image = withIndex(call, call.image(), line, false);
        return image.withFiles(image.files().withOpaque(call.knownDirectory(target)));
    }

    /** {@code apk info -e NAME} asks whether a package is installed. */
    private static Result info(Call call, ApkCommandLine line) {
        Optional<String> name = line.names().size() == 1 ? line.names().get(0).known() : Optional.empty();
        if (!line.has("--installed") || name.isEmpty()) {
            return Result.maySucceed(call.image());
        }
        Outcome outcome = switch (call.image().packagePresence(name.get())) {
            case PRESENT -> Outcome.SUCCEEDS;
            case ABSENT -> Outcome.FAILS;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
        return Result.test(call.image(), outcome);
    }

    /** The release's apk, for messages; empty when it is not known. */
    public static Optional<String> version(ImageState image) {
        return image.release().map(Release::apkTools).filter(v -> !v.isEmpty());
    }
}
