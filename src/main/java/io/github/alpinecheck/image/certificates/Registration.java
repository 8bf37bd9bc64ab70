package io.github.alpinecheck.image.certificates;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.ProgramOptions;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.image.command.ApkModel;
import io.github.alpinecheck.image.command.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes programs trust a certificate that was put into the image.
 *
 * @param later what is run after that, in the build
 * @param atStart whether the container may do it when it starts
 */
public record Registration(List<Invocation> later, boolean atStart) {

    /** The program that makes the list anew. */
    public static final String UPDATE = "update-ca-certificates";

    private static final String OWN = "/usr/local/share/ca-certificates";
    private static final String LISTS = "/etc/ssl/certs";
    private static final Set<String> ENDINGS = Set.of(".crt", ".pem", ".cer");
    private static final Set<String> CLIENTS = Set.of("apk", "curl", "git", "wget");

    public static Registration after(List<Step> steps, JavaTrust java) {
        // nobody knows what the entry point of the base image does; Java itself registers nothing
        boolean atStart = java.importsAtStart()
                || java.started()
                        .map(all -> all.stream().anyMatch(i -> mayRegister(i) && !i.runs("java")))
                        .orElse(true);
        return new Registration(
                steps.stream().flatMap(s -> s.invocations().stream()).toList(), atStart);
    }

    /** The certificate that a COPY or ADD puts into the directory of own certificates. */
    public static Optional<String> certificateOf(Step step) {
        boolean transfer =
                step.instruction() instanceof Instruction.Copy || step.instruction() instanceof Instruction.Add;
        return transfer
                ? step.after().files().pathsBelow(OWN).stream()
                        .filter(p -> ENDINGS.stream().anyMatch(p::endsWith))
                        .filter(p -> step.after().file(p) instanceof FileNode.Regular)
                        .filter(p -> step.after()
                                .files()
                                .entry(p)
                                .flatMap(FileSystem.Entry::writtenAt)
                                .filter(step.instruction().span()::equals)
                                .isPresent())
                        .sorted()
                        .findFirst()
                : Optional.empty();
    }

    /** Whether somebody may trust it. */
    public boolean isPossible() {
        return atStart || later.stream().anyMatch(Registration::mayRegister);
    }

    /** Whether it is certainly added to the image's own list, to no other one, and not for downloads of the build. */
    public boolean isForSystemOnly() {
        int last = -1;
        for (int i = 0; i < later.size(); i++) {
            Invocation invocation = later.get(i);
            boolean updates = updates(invocation);
            if (!updates && mayRegister(invocation)) {
                return false;
            }
            last = updates && invocation.certain() ? i : last;
        }
        return last >= 0
                && !atStart
                && later.subList(last + 1, later.size()).stream()
                        .noneMatch(i -> i.program().filter(CLIENTS::contains).isPresent());
    }

    private static boolean mayRegister(Invocation invocation) {
        boolean copies =
                invocation.runs("cat") || invocation.runs("tee") || invocation.runs("cp") || invocation.runs("mv");
        return !invocation.understood()
                || invocation.runs("keytool")
                || updates(invocation)
                || copies && mentions(invocation, "ca-certificates");
    }

    private static boolean updates(Invocation invocation) {
        // the package's trigger runs update-ca-certificates when it is installed
        return invocation.runs(UPDATE)
                || invocation.runs("apk")
                        && ApkCommandLine.of(invocation).names().stream()
                                .map(n -> n.known().map(ApkModel::packageName).orElse("ca-certificates"))
                                .anyMatch("ca-certificates"::equals);
    }

    private static boolean mentions(Invocation invocation, String text) {
        return invocation.words().stream().anyMatch(w -> w.value().pattern().contains(text));
    }

    /** Whether nothing has made the list that the package {@code java-cacerts} makes for Java. */
    public static boolean isCertainlyWithoutJavaList(StageModel stage) {
        boolean copied = stage.steps().stream()
                .map(Step::instruction)
                .anyMatch(i -> i instanceof Instruction.Copy c
                                && c.destination().toString().contains("/ssl")
                        || i instanceof Instruction.Add a
                                && a.destination().toString().contains("/ssl"));
        boolean made =
                stage.invocations().stream().anyMatch(i -> !i.understood() || !i.runs("ln") && mentions(i, LISTS));
        return !copied && !made && stage.result().packagePresence("java-cacerts") == Presence.ABSENT;
    }

    /** Whether busybox's wget is to check a certificate where the release has no list and nothing has brought one. */
    public static boolean needsMissingList(Invocation invocation) {
        return invocation.certain()
                && invocation.runs("wget")
                && invocation.consequence() != Invocation.Consequence.HANDLED
                && SystemTrust.isCertainlyNone(invocation.before())
                && checksCertificate(Arguments.of(
                        invocation.arguments(), ProgramOptions.load().withValue("wget")));
    }

    private static boolean checksCertificate(Arguments wget) {
        return !wget.has("no-check-certificate")
                && wget.operands().stream().anyMatch(o -> o.value().pattern().startsWith("https://"));
    }
}
