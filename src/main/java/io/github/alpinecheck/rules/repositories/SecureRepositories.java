package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.alpine.GoneAddresses;
import io.github.alpinecheck.alpine.Repository;
import io.github.alpinecheck.image.Downloads;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages are verified with keys that came a safe way; that they are encrypted on their way is a bonus. */
@RuleName("secureRepositories")
public final class SecureRepositories extends Rule {

    private static final String KEYS = "/etc/apk/keys";
    private static final String ALLOW_UNTRUSTED = "--allow-untrusted";
    /** Programs that compare what was downloaded with something. */
    private static final Set<String> VERIFIERS = Set.of(
            "sha1sum",
            "sha224sum",
            "sha256sum",
            "sha384sum",
            "sha512sum",
            "shasum",
            "md5sum",
            "gpg",
            "gpg2",
            "openssl",
            "cosign",
            "minisign",
            "cmp",
            "diff");
    /** Last parts of names that no public server has. */
    private static final Set<String> PRIVATE_DOMAINS =
            Set.of("local", "localhost", "localdomain", "internal", "intranet", "lan", "corp", "home", "test");

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (!stage.initial().isAlpine()) {
                continue;
            }
            Downloads downloads = Downloads.of(stage);
            Set<Span> plain = new HashSet<>();
            for (Invocation invocation : stage.invocations()) {
                if (invocation.certain() && invocation.runs("apk")) {
                    ApkCommandLine line = ApkCommandLine.of(invocation);
                    unencrypted(context, stage, invocation, line, plain);
                    unverified(context, stage, invocation, line, downloads);
                }
            }
            keys(context, stage, downloads);
        }
    }

    /** A repository that the Dockerfile itself gave an {@code http://} address. */
    private static void unencrypted(
            RuleContext context, StageModel stage, Invocation apk, ApkCommandLine line, Set<Span> reported) {
        // the image of 3.6 has no certificates, so https would need more than another letter
        boolean able = apk.before().release().filter(r -> r.isAtLeast(3, 7)).isPresent();
        if (!able || !line.downloads() || line.has("--root")) {
            return;
        }
        for (ReadRepository read : ReadRepository.of(apk, line)) {
            Repository repository = read.repository();
            boolean open = repository.scheme().equals("http") && isPublic(repository.host());
            Optional<ReadRepository.Origin> origin = open ? read.origin(context.build(), stage) : Optional.empty();
            if (origin.isPresent()
                    && !keepsScheme(origin.get())
                    && reported.add(origin.get().span())) {
                context.report(Severity.INFO, origin.get().span(), context.message("http", repository.address()));
            }
        }
    }

    private static String hostOf(String address) {
        return new Repository(Optional.empty(), address).host();
    }

    private static boolean isPublic(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return host.indexOf('.') > 0
                && !PRIVATE_DOMAINS.contains(last)
                && last.chars().allMatch(Character::isLetter);
    }

    /** Whether it only edits lines that were {@code http://} before, as the image of Alpine up to 3.12 has them. */
    private static boolean keepsScheme(ReadRepository.Origin origin) {
        boolean edits = origin.command().filter(c -> c.runs("sed")).isPresent();
        return edits
                && origin.before()
                        .flatMap(i -> i.content(ReadRepository.FILE))
                        .map(PartialString::pattern)
                        .filter(t -> t.contains("http://"))
                        .isPresent();
    }

    /** {@code --allow-untrusted} for what comes from elsewhere. */
    private static void unverified(
            RuleContext context, StageModel stage, Invocation apk, ApkCommandLine line, Downloads downloads) {
        boolean installs = line.applet()
                .filter(a -> a.equals("add") || a.equals("upgrade") || a.equals("fix"))
                .isPresent();
        if (!installs || !line.has(ALLOW_UNTRUSTED) || line.mayHaveMoreOptions()) {
            return;
        }
        Span option = line.options().stream()
                .filter(o -> o.name().equals(ALLOW_UNTRUSTED))
                .map(o -> o.word().span())
                .findFirst()
                .orElse(apk.span());
        List<Operand> files =
                line.names().stream().filter(SecureRepositories::isFile).toList();
        if (files.isEmpty()) {
            boolean remote = ReadRepository.areAll(apk, line)
                    && ReadRepository.of(apk, line).stream()
                            .noneMatch(r -> r.repository().isOnDisk());
            if (remote && line.downloads()) {
                context.report(Severity.WARNING, stage.index(), option, context.message("untrusted"));
            }
            return;
        }
        if (mayBeVerified(stage, new Span(0, apk.span().start()))) {
            return;
        }
        files.stream()
                .flatMap(f -> downloads.sources(apk.before(), apk.directory(), f).stream())
                .findFirst()
                .ifPresent(s -> context.report(
                        Severity.WARNING, stage.index(), option, context.message("untrustedFile", s.address())));
    }

    private static boolean isFile(Operand word) {
        String text = word.value().pattern();
        return text.endsWith(".apk") || text.indexOf('/') >= 0;
    }

    /** Whether a command in that part of the Dockerfile may compare what was downloaded with something. */
    private static boolean mayBeVerified(StageModel stage, Span part) {
        return stage.invocations().stream()
                .filter(i -> part.contains(i.span()))
                .anyMatch(i -> i.program().isEmpty() || VERIFIERS.stream().anyMatch(i::runs));
    }

    /** Keys that were downloaded into the directory that apk trusts. */
    private static void keys(RuleContext context, StageModel stage, Downloads downloads) {
        Set<Span> reported = new HashSet<>();
        for (Step step : stage.steps()) {
            for (Invocation invocation : step.invocations()) {
                keys(context, stage, invocation.before(), downloads, reported);
            }
            keys(context, stage, step.after(), downloads, reported);
        }
    }

    private static void keys(
            RuleContext context, StageModel stage, ImageState image, Downloads downloads, Set<Span> reported) {
        for (String path : image.files().pathsBelow(KEYS)) {
            Optional<Downloads.Source> source = downloads.source(image, path).filter(s -> !reported.contains(s.at()));
            if (source.isEmpty()) {
                continue;
            }
            String address = source.get().address();
            Span at = source.get().at();
            Optional<GoneAddresses.Gone> gone = GoneAddresses.load().find(address);
            boolean verified = mayBeVerified(stage, new Span(at.start(), Integer.MAX_VALUE));
            if (gone.isPresent()) {
                reported.add(at);
                String since = gone.get().since().toString();
                context.report(
                        Severity.WARNING,
                        stage.index(),
                        at,
                        gone.get().instead().isPresent()
                                ? context.message(
                                        "keyMoved",
                                        address,
                                        since,
                                        gone.get().instead().get())
                                : context.message("keyGone", address, since));
            } else if (address.startsWith("http://") && isPublic(hostOf(address)) && !verified) {
                reported.add(at);
                context.report(Severity.WARNING, stage.index(), at, context.message("keyHttp", address));
            }
        }
    }
}
