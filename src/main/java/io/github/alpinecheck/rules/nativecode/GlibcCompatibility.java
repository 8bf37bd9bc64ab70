package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.GlibcPackages;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Packages;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.image.Downloads;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.InstalledPackages;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is added to Alpine so that programs for glibc run can be installed on the release, and does what it is for. */
@RuleName("glibcCompatibility")
public final class GlibcCompatibility extends Rule {

    private static final String GLIBC = "glibc";
    private static final String BIN = "glibc-bin";
    /** Alpine's own packages that own the loader of glibc's name. */
    private static final List<String> COMPATIBILITY = List.of("gcompat", "libc6-compat");

    private static final Set<String> FORCE = Set.of("--force-overwrite", "--force");
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine() && stage.initial().libc() == Libc.MUSL) {
                packages(context, stage);
                stage.invocations().forEach(i -> link(context, stage, i));
            }
        }
    }

    private static void packages(RuleContext context, StageModel stage) {
        Downloads downloads = Downloads.of(stage);
        Map<String, GlibcPackages.Download> installed = new TreeMap<>();
        for (Invocation invocation : stage.invocations()) {
            if (!invocation.certain() || !invocation.runs("apk")) {
                continue;
            }
            ApkCommandLine line = ApkCommandLine.of(invocation);
            boolean adds = line.applet().filter("add"::equals).isPresent()
                    && !line.mayHaveMoreOptions()
                    && !line.has("--root");
            if (!adds) {
                continue;
            }
            Map<String, GlibcPackages.Download> added = added(invocation, line, downloads);
            boolean first = installed.isEmpty() || !installed.containsKey(BIN) && added.containsKey(BIN);
            installed.putAll(added);
            if (!added.isEmpty() && first && FORCE.stream().noneMatch(line::has)) {
                conflict(context, invocation.before(), added, installed)
                        .ifPresent(message ->
                                context.report(severity(invocation), stage.index(), invocation.span(), message));
            }
            Optional.ofNullable(added.get(GLIBC)).ifPresent(glibc -> withoutLoader(context, stage, invocation, glibc));
        }
    }

    private static Severity severity(Invocation invocation) {
        return invocation.failsBuild() ? Severity.ERROR : Severity.WARNING;
    }

    /** The packages of alpine-pkg-glibc among the files that the command installs, by name. */
    private static Map<String, GlibcPackages.Download> added(Invocation apk, ApkCommandLine line, Downloads downloads) {
        Map<String, GlibcPackages.Download> added = new TreeMap<>();
        for (Operand word : line.names()) {
            downloads.sources(apk.before(), apk.directory(), word).stream()
                    .flatMap(s -> GlibcPackages.load().find(s.address()).stream())
                    .forEach(d -> added.put(d.name(), d));
        }
        return added;
    }

    /** A file that two packages own: apk installs the second one all the same, and reports an error from then on. */
    private static Optional<Message> conflict(
            RuleContext context,
            ImageState image,
            Map<String, GlibcPackages.Download> added,
            Map<String, GlibcPackages.Download> installed) {
        Optional<Message> library = Optional.ofNullable(added.get(GLIBC)).flatMap(g -> conflict(context, image, g));
        return library.or(() -> Optional.ofNullable(added.get(BIN))
                .flatMap(bin -> Optional.ofNullable(installed.get(GLIBC))
                        .flatMap(glibc -> conflictOfNeeded(context, image, bin, glibc))));
    }

    private static Optional<Message> conflict(RuleContext context, ImageState image, GlibcPackages.Download glibc) {
        if (glibc.version().ownsNsswitch()
                && image.release().flatMap(Release::nsswitch).orElse(false)) {
            return Optional.of(context.message("nsswitch", glibc.toString(), nameOf(image)));
        }
        return owner(image).map(other -> context.message("loader", glibc.toString(), other));
    }

    private static Optional<Message> conflictOfNeeded(
            RuleContext context, ImageState image, GlibcPackages.Download bin, GlibcPackages.Download glibc) {
        boolean gcompat = image.release().filter(r -> r.isAtLeast(3, 19)).isPresent();
        return gcompat && bin.version().binNeedsCompat()
                ? Optional.of(context.message("loaderNeeded", bin.toString(), nameOf(image), glibc.toString()))
                : Optional.empty();
    }

    /** The package of Alpine's that owns the loader of glibc's name. */
    private static Optional<String> owner(ImageState image) {
        return COMPATIBILITY.stream()
                .filter(p -> image.packagePresence(p) == Presence.PRESENT)
                .findFirst();
    }

    private static String nameOf(ImageState image) {
        return image.release().map(Release::toString).orElse("Alpine");
    }

    /** glibc is installed, but the path that every program for glibc on x86_64 names as its loader is not there. */
    private static void withoutLoader(
            RuleContext context, StageModel stage, Invocation apk, GlibcPackages.Download glibc) {
        ImageState result = stage.result();
        boolean untouched = result.files().node("/lib64").isEmpty()
                && result.files().node(LOADER).isEmpty()
                && !result.files().mayHaveWritten("/lib64");
        boolean alone = Optional.ofNullable(result.packages().roots().get(GLIBC))
                        .filter(InstalledPackages.Root::certain)
                        .isPresent()
                && result.base().filter(BaseImage::packagesComplete).isPresent()
                && result.packages().roots().values().stream()
                        .flatMap(r -> r.members().stream())
                        .allMatch(GlibcCompatibility::bringsNoLoader);
        if (stage.shipped() && untouched && alone && !glibc.version().linksLib64()) {
            context.report(Severity.WARNING, stage.index(), apk.span(), context.message("lib64", glibc.toString()));
        }
    }

    private static boolean bringsNoLoader(String name) {
        Packages known = Packages.load();
        return name.equals(GLIBC)
                || known.isKnown(name) && known.with(name).stream().noneMatch(COMPATIBILITY::contains);
    }

    /** {@code ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2}: musl's loader under the name of glibc's. */
    private static void link(RuleContext context, StageModel stage, Invocation invocation) {
        List<Operand> operands = invocation.certain() && invocation.runs("ln")
                ? invocation.arguments().stream()
                        .filter(w -> !w.value().pattern().startsWith("-"))
                        .toList()
                : List.of();
        Optional<String> target = operands.size() == 2 ? operands.get(0).known() : Optional.empty();
        Optional<String> path = operands.size() == 2 ? operands.get(1).known() : Optional.empty();
        if (target.isEmpty() || path.isEmpty() || !isMusl(target.get()) || !isLoader(path.get())) {
            return;
        }
        linked(context, stage, invocation, target.get(), path.get());
    }

    private static void linked(RuleContext context, StageModel stage, Invocation ln, String target, String path) {
        ImageState image = ln.before();
        Optional<String> owner = owner(image);
        boolean fatal = ln.failsBuild();
        String directory = FileSystem.parent(path);
        if (owner.isPresent()) {
            boolean untouched = image.files().node(path).isEmpty()
                    && image.files().node(directory).isEmpty();
            if (fatal && untouched && target.contains("x86_64") && !isForced(ln)) {
                context.report(
                        Severity.ERROR, stage.index(), ln.span(), context.message("linkExists", path, owner.get()));
            }
        } else if (image.exists(directory) == Presence.ABSENT) {
            if (fatal) {
                context.report(
                        Severity.ERROR,
                        stage.index(),
                        ln.span(),
                        context.message("linkNowhere", nameOf(image), directory));
            }
        } else if (stage.shipped() && ln.outcome() != Invocation.Outcome.FAILS) {
            context.report(Severity.INFO, stage.index(), ln.span(), context.message("link", path));
        }
    }

    private static boolean isForced(Invocation ln) {
        return ln.arguments().stream()
                .map(w -> w.value().pattern())
                .anyMatch(w -> w.equals("--force") || w.startsWith("-") && !w.startsWith("--") && w.indexOf('f') > 0);
    }

    private static boolean isMusl(String target) {
        String name = FileSystem.name(target);
        return name.startsWith("libc.musl-") || name.startsWith("ld-musl-");
    }

    private static boolean isLoader(String path) {
        String name = FileSystem.name(path);
        return path.startsWith("/lib") && name.startsWith("ld-linux");
    }
}
