package io.github.alpinecheck.rules.dns;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.ResolverFacts;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.dockerfile.KeyValue;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.kubernetes.Manifest;
import io.github.alpinecheck.kubernetes.Pod;
import io.github.alpinecheck.kubernetes.Pod.ResolverOption;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Options of the resolver are given where they have an effect, and are options that musl reads. */
@RuleName("resolverOptions")
public final class ResolverOptions extends Rule {

    private static final String FILE = "/etc/resolv.conf";
    private static final String VARIABLE = "RES_OPTIONS";
    private static final String UNKNOWN = PartialString.UNKNOWN.pattern();

    /** Where the Kubernetes manifests are that run the image: globs relative to the project's directory. */
    private List<String> manifests =
            List.of("src/main/k8s/**", "src/main/jkube/**", "src/main/kubernetes/**", "k8s/**");

    @Override
    protected Optional<String> invalid() {
        return manifests.stream().filter(glob -> !isGlob(glob)).findFirst().map(glob -> "\"" + glob + "\" is no glob.");
    }

    private static boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    @Override
    protected void check(RuleContext context) {
        context.build().result().filter(stage -> stage.initial().isAlpine()).ifPresent(stage -> {
            if (stage.result().libc() == Libc.MUSL) {
                file(context, stage);
            }
            if (isMuslJvm(stage)) {
                variable(context, stage);
                pods(context, stage);
            }
        });
    }

    /** Other programs may bring a resolver of their own: Go and c-ares read more than musl does. */
    private static boolean isMuslJvm(StageModel stage) {
        ImageState image = stage.result();
        boolean jvm = image.base().filter(BaseImage::jvm).isPresent()
                || image.java().isPresent()
                || stage.starts().mainRuns("java");
        return jvm && image.libc() == Libc.MUSL;
    }

    private static void file(RuleContext context, StageModel stage) {
        ImageState image = stage.result();
        Optional<Span> at = image.files().entry(FILE).flatMap(FileSystem.Entry::writtenAt);
        Optional<String> option = image.content(FILE).flatMap(ResolverOptions::ignored);
        if (at.isPresent() && option.isPresent()) {
            Span span = stage.invocations().stream()
                    .map(Invocation::span)
                    .filter(command -> command.contains(at.get()))
                    .findFirst()
                    .orElse(at.get());
            context.report(Severity.WARNING, stage.index(), span, context.message("file", option.get()));
        }
    }

    /** The first option in the file that musl does not read. */
    private static Optional<String> ignored(PartialString content) {
        // what is appended to the base image's file, whatever that is, is a line of its own
        String text = content.pattern().startsWith(UNKNOWN) ? content.pattern().substring(1) : content.pattern();
        return text.lines()
                .map(line -> List.of(line.strip().split("[ \t]+", -1)))
                .filter(words -> words.get(0).equals("options"))
                .flatMap(List::stream)
                .filter(ResolverFacts.load()::isIgnored)
                .findFirst();
    }

    private static void variable(RuleContext context, StageModel stage) {
        boolean set = stage.result().environment().containsKey(VARIABLE)
                && !stage.result().environment().get(VARIABLE).is("");
        Optional<KeyValue> last = stage.steps().stream()
                .flatMap(ResolverOptions::pairs)
                .filter(pair -> pair.key().toString().equals(VARIABLE))
                .reduce((first, second) -> second);
        if (set && last.isPresent()) {
            context.report(
                    Severity.WARNING, stage.index(), last.get().span(), context.message("variable", stage.base()));
        }
    }

    private static Stream<KeyValue> pairs(Step step) {
        return step.instruction() instanceof Instruction.Env env ? env.pairs().stream() : Stream.empty();
    }

    private void pods(RuleContext context, StageModel stage) {
        Set<String> names = context.project()
                .imageNames(context.build().dockerfile().source().name());
        if (names.isEmpty()) {
            return;
        }
        for (Manifest manifest : context.project().manifests(manifests)) {
            for (Pod pod : manifest.pods()) {
                if (pod.images().stream().anyMatch(image -> isOneOf(names, image))) {
                    pod.resolverOptions()
                            .forEach(option -> message(context, stage, option)
                                    .ifPresent(message -> context.report(
                                            Severity.WARNING, manifest.source(), option.span(), message)));
                }
            }
        }
    }

    private static Optional<Message> message(RuleContext context, StageModel stage, ResolverOption option) {
        if (option.name().equals("ndots")) {
            boolean never = option.value()
                    .filter(value -> value.equals("0") || value.equals("1"))
                    .isPresent();
            return never
                    ? Optional.of(context.message("ndots", option.value().orElse(""), stage.base()))
                    : Optional.empty();
        }
        if (!ResolverFacts.load().isIgnored(option.name())) {
            return Optional.empty();
        }
        boolean noTcp = option.name().equals("use-vc")
                && stage.result()
                        .release()
                        .filter(ResolverFacts.load()::hasNoTcp)
                        .isPresent();
        return Optional.of(context.message(noTcp ? "tcp" : "pod", option.name(), stage.base()));
    }

    /** Whether an image is one of those, whatever its registry and its tag. */
    private static boolean isOneOf(Set<String> names, String image) {
        int digest = image.indexOf('@');
        String named = digest < 0 ? image : image.substring(0, digest);
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        String repository = tag < 0 ? named : named.substring(0, tag);
        return names.stream()
                .anyMatch(name -> ("/" + repository).endsWith("/" + name) || ("/" + name).endsWith("/" + repository));
    }
}
