package io.github.alpinecheck.rules.certificates;

import io.github.alpinecheck.alpine.TlsSwitches;
import io.github.alpinecheck.alpine.TrustedCertificates;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.dockerfile.KeyValue;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs check the certificates of the servers that they talk to. */
@RuleName("tlsVerification")
public final class TlsVerification extends Rule {

    /** What the properties of the part of Maven begin with that downloads up to 3.8. */
    private static final String WAGON = "maven.wagon.";

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            if (stage.initial().isAlpine()) {
                stage.steps().forEach(step -> variables(context, stage, step));
                commands(context, stage);
            }
        }
        context.build().result().filter(s -> s.initial().isAlpine()).ifPresent(s -> processes(context, s));
    }

    private static void variables(RuleContext context, StageModel stage, Step step) {
        if (step.instruction() instanceof Instruction.Env env) {
            for (KeyValue pair : env.pairs()) {
                String name = pair.key().toString();
                PartialString value = step.after().environment().getOrDefault(name, PartialString.UNKNOWN);
                SwitchedOff.by(name, value, pair.span()).ifPresent(off -> report(context, stage, step.after(), off));
            }
        }
    }

    private static void commands(RuleContext context, StageModel stage) {
        List<Invocation> all = stage.invocations();
        Set<String> variables = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Invocation invocation = all.get(i);
            Optional<SwitchedOff> off = invocation.certain() ? SwitchedOff.in(invocation, false) : Optional.empty();
            if (off.isEmpty() || Comparison.mayFollow(invocation, all.subList(i + 1, all.size()))) {
                continue;
            }
            boolean variable = off.get().by().kind() == TlsSwitches.Kind.VARIABLE;
            if (!variable || variables.add(off.get().text())) {
                report(context, stage, invocation.before(), off.get());
            }
        }
    }

    /** What the container runs: judged on the finished image. */
    private static void processes(RuleContext context, StageModel stage) {
        stage.starts().main().ifPresent(start -> process(context, stage, start));
        stage.starts().healthcheck().ifPresent(start -> process(context, stage, start));
    }

    private static void process(RuleContext context, StageModel stage, Start start) {
        List<Invocation> all = start.invocations();
        for (int i = 0; i < all.size(); i++) {
            Invocation invocation = all.get(i);
            Optional<SwitchedOff> off = invocation.certain() ? SwitchedOff.in(invocation, true) : Optional.empty();
            if (off.isPresent() && !Comparison.mayFollow(invocation, all.subList(i + 1, all.size()))) {
                report(context, stage, stage.result(), off.get());
            }
        }
    }

    private static void report(RuleContext context, StageModel stage, ImageState image, SwitchedOff off) {
        if (off.by().name().startsWith(WAGON) && hasMavenWithoutWagon(image)) {
            return;
        }
        Message message = context.message("off", off.text(), off.by().who());
        String help = context.message(remedy(off, image)).text();
        context.report(Severity.WARNING, stage.index(), off.span(), new Message(message.text(), Optional.of(help)));
    }

    /** Whether it is an image of Maven's of 3.9 or later: the tag says the version. */
    private static boolean hasMavenWithoutWagon(ImageState image) {
        return image.base()
                .filter(b -> b.family().equals("maven"))
                .map(b -> b.reference().tag().orElse("latest"))
                .filter(tag -> !tag.startsWith("3.") || tag.startsWith("3.9"))
                .isPresent();
    }

    /** How to trust a certificate of one's own instead. */
    private static String remedy(SwitchedOff off, ImageState image) {
        // update-ca-certificates changes the file of newer releases only
        Optional<String> list = image.release().flatMap(TrustedCertificates.load()::list);
        return switch (off.by().trust()) {
            case SYSTEM -> list.filter(l -> l.endsWith(".pem")).isPresent() ? "trustFile" : "trustSystem";
            case APK -> "trustApk";
            case JVM -> "trustJvm";
            case NODE -> "trustNode";
            case PIP -> "trustPip";
        };
    }
}
