package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.alpine.Repository;
import io.github.alpinecheck.alpine.Repository.Branch;
import io.github.alpinecheck.alpine.SigningKeys;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages come from the release of the image; those of another one only where they are asked for by a tag. */
@RuleName("mixedReleases")
public final class MixedReleases extends Rule {

    private static final String EDGE = "edge";
    private static final String LATEST = "latest-stable";
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "file");

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            Set<Span> reported = new HashSet<>();
            for (Invocation invocation : stage.invocations()) {
                if (invocation.certain()
                        && invocation.runs("apk")
                        && invocation.before().isAlpine()) {
                    check(new Use(context, stage, invocation), reported);
                }
            }
        }
    }

    /** An {@code apk} that installs from repositories. */
    private record Use(RuleContext context, StageModel stage, Invocation apk, ApkCommandLine line) {
        Use(RuleContext context, StageModel stage, Invocation apk) {
            this(context, stage, apk, ApkCommandLine.of(apk));
        }

        ImageState image() {
            return apk.before();
        }

        boolean installs() {
            boolean applet = line.applet()
                    .filter(a -> a.equals("add") || a.equals("upgrade") || a.equals("fix"))
                    .isPresent();
            return applet && line.downloads() && !line.has("--root");
        }
    }

    /** What is wrong with a repository. */
    private record Defect(ReadRepository repository, Severity severity, Message message) {}

    private static void check(Use use, Set<Span> reported) {
        if (!use.installs()) {
            return;
        }
        List<ReadRepository> all = ReadRepository.of(use.apk(), use.line());
        List<ReadRepository> unusable =
                all.stream().filter(r -> unusable(use, r).isPresent()).toList();
        boolean nothingLeft = unusable.size() == all.size() && ReadRepository.areAll(use.apk(), use.line());
        boolean nothingVerified = ReadRepository.areAll(use.apk(), use.line())
                && all.stream().allMatch(r -> unusable(use, r).isPresent() || hasNoKey(use, r));
        boolean moves = movesOn(use, all);
        for (ReadRepository each : all) {
            Optional<Message> ignored = unusable(use, each);
            Optional<Defect> defect = ignored.isPresent()
                    ? ignored.map(m -> new Defect(each, nothingLeft ? Severity.ERROR : Severity.WARNING, m))
                    : unverified(use, each, nothingVerified).or(() -> foreign(use, each, moves));
            defect.ifPresent(d -> report(use, d, reported));
        }
    }

    private static void report(Use use, Defect defect, Set<Span> reported) {
        Span span = defect.repository()
                .origin(use.context().build(), use.stage())
                .map(ReadRepository.Origin::span)
                .orElse(use.apk().span());
        // one command often writes main and community: the first of them says it
        if (reported.add(span)) {
            use.context().report(defect.severity(), span, defect.message());
        }
    }

    /** An address that apk cannot open on any mirror: it prints a warning and goes on. */
    private static Optional<Message> unusable(Use use, ReadRepository read) {
        Repository repository = read.repository();
        if (!repository.isOnDisk() && !SCHEMES.contains(repository.scheme())) {
            return Optional.of(use.context().message("scheme", repository.address(), repository.scheme()));
        }
        return repository
                .branch()
                .filter(MixedReleases::isNone)
                .map(b -> use.context().message("noBranch", repository.address(), b.name() + "/" + b.component()));
    }

    /** Whether Alpine has no such directory; a release that is newer than the table may exist. */
    private static boolean isNone(Branch branch) {
        String name = branch.name();
        boolean edgeAndMore = name.startsWith(EDGE)
                && name.length() > EDGE.length()
                && name.substring(EDGE.length()).chars().allMatch(Character::isDigit);
        boolean pointRelease = name.startsWith("v")
                && name.chars().filter(c -> c == '.').count() == 2
                && Releases.load().find(name.substring(1)).isPresent();
        // only edge has it; nobody looked into releases without a list of repositories
        boolean testing = branch.component().equals("testing")
                && release(name)
                        .filter(r -> !r.isEdge() && !r.repositories().isEmpty())
                        .isPresent();
        return edgeAndMore || pointRelease || testing;
    }

    /** The release that a directory such as {@code v3.22} belongs to. */
    private static Optional<Release> release(String branch) {
        boolean numbered =
                branch.startsWith("v") && branch.chars().filter(c -> c == '.').count() == 1;
        return branch.equals(EDGE) || numbered
                ? Releases.load().find(numbered ? branch.substring(1) : branch)
                : Optional.empty();
    }

    /** A branch whose index the image has no key for. */
    private static Optional<Defect> unverified(Use use, ReadRepository read, boolean nothingElse) {
        if (!hasNoKey(use, read) || !asks(use, read.repository())) {
            return Optional.empty();
        }
        String release = use.image().release().map(Release::toString).orElse("");
        // what no tag asks for may come from another repository
        boolean fails = nothingElse || read.repository().tag().isPresent();
        return Optional.of(new Defect(
                read,
                fails ? Severity.ERROR : Severity.WARNING,
                use.context().message("noKey", read.repository().address(), release)));
    }

    private static boolean hasNoKey(Use use, ReadRepository read) {
        Optional<Release> release = use.image().release();
        return release.isPresent()
                && read.repository()
                        .branch()
                        .filter(b -> SigningKeys.load().isMissing(release.get(), b.name()))
                        .isPresent()
                && !use.line().has("--allow-untrusted")
                && !mayHaveNewKeys(use);
    }

    /** Whether the command would take something from there. */
    private static boolean asks(Use use, Repository repository) {
        return repository.tag().isEmpty()
                || use.line().names().stream()
                        .flatMap(n -> n.known().stream())
                        .anyMatch(n -> n.endsWith("@" + repository.tag().get()));
    }

    private static boolean mayHaveNewKeys(Use use) {
        ImageState image = use.image();
        boolean asked = image.packages().roots().containsKey("alpine-keys")
                || image.packagePresence("alpine-keys") == Presence.UNKNOWN;
        boolean written = !image.files().pathsBelow("/etc/apk/keys").isEmpty()
                || image.files().mayHaveWritten("/etc/apk/keys")
                || use.line().has("--keys-dir");
        return asked || written;
    }

    /** Packages of another release that apk may take without being asked. */
    private static Optional<Defect> foreign(Use use, ReadRepository read, boolean moves) {
        Optional<Branch> branch = read.repository().branch();
        Optional<Release> own = use.image().release();
        if (branch.isEmpty() || own.isEmpty() || read.repository().tag().isPresent()) {
            return Optional.empty();
        }
        Optional<Release> other = branch.get().name().equals(LATEST)
                ? Releases.load().newestOn(use.context().asOf())
                : release(branch.get().name());
        int age = other.map(o -> o.compareTo(own.get())).orElse(0);
        if (other.isEmpty() || age == 0 || age > 0 && moves) {
            return Optional.empty();
        }
        String key = other.get().isEdge() ? "edge" : "other";
        return Optional.of(new Defect(
                read,
                Severity.WARNING,
                use.context()
                        .message(
                                key,
                                read.repository().address(),
                                other.get().toString(),
                                own.get().toString(),
                                own.get().isEdge() ? EDGE : "v" + own.get().version())));
    }

    /** Whether the build takes the whole image to a newer release, as {@code apk upgrade} with its repositories does. */
    private static boolean movesOn(Use use, List<ReadRepository> all) {
        boolean upgrades = use.context().build().stages().stream()
                .flatMap(s -> s.invocations().stream())
                .filter(i -> i.runs("apk"))
                .map(ApkCommandLine::of)
                .anyMatch(l -> l.applet().filter("upgrade"::equals).isPresent());
        long branches = all.stream()
                .filter(r -> r.repository().tag().isEmpty())
                .map(r -> r.repository().branch().map(Branch::name))
                .distinct()
                .count();
        return upgrades && branches == 1;
    }
}
