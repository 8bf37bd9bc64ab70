package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.image.command.Call;
import io.github.alpinecheck.image.command.CommandModels;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rewrite of {@code /etc/apk/repositories} changes the file, and some {@code apk} reads it afterwards. */
@RuleName("effectiveMirror")
public final class EffectiveMirror extends Rule {

    private static final String FILE = "/etc/apk/repositories";
    private static final String ALPINE = "dl-cdn.alpinelinux.org";

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            for (Invocation invocation : stage.invocations()) {
                if (invocation.certain() && invocation.runs("sed") && rewrites(invocation)) {
                    withoutChange(context, stage, invocation);
                }
            }
            unread(context, stage);
        }
    }

    private static boolean rewrites(Invocation invocation) {
        return writtenAt(invocation.after()).filter(invocation.span()::equals).isPresent();
    }

    private static Optional<Span> writtenAt(ImageState image) {
        return image.files().entry(FILE).flatMap(FileSystem.Entry::writtenAt);
    }

    private void withoutChange(RuleContext context, StageModel stage, Invocation invocation) {
        Optional<String> before = invocation.before().content(FILE).flatMap(PartialString::known);
        Optional<String> after = invocation.after().content(FILE).flatMap(PartialString::known);
        if (before.isEmpty() || !before.equals(after)) {
            return;
        }
        if (isIdentity(invocation) || worksElsewhere(stage, invocation)) {
            return;
        }
        String release = stage.initial()
                .release()
                .map(Object::toString)
                .orElse(stage.base().toString());
        String line = before.get().lines().findFirst().orElse("");
        if (isAlreadySo(invocation, before.get())) {
            context.report(
                    Severity.INFO, stage.index(), invocation.span(), context.message("alreadySo", release, line));
            return;
        }
        boolean others = isChangedElsewhere(stage, before.get());
        Optional<String> host = before.get().contains(ALPINE) && !others ? mirror(invocation) : Optional.empty();
        context.report(
                others ? Severity.INFO : Severity.WARNING,
                stage.index(),
                invocation.span(),
                host.isPresent()
                        ? context.message("noChange", release, line, host.get())
                        : context.message("noMatch", release, line));
    }

    /** Whether an expression puts in place what it looks for: the default of a variable that somebody may change. */
    private static boolean isIdentity(Invocation invocation) {
        return invocation.arguments().stream()
                .flatMap(a -> a.known().stream())
                .filter(a -> a.length() > 2 && a.charAt(0) == 's' && !Character.isLetterOrDigit(a.charAt(1)))
                .anyMatch(EffectiveMirror::putsBackWhatItFinds);
    }

    /** Whether in an expression such as {@code s/a/b/} the two parts are the same. */
    private static boolean putsBackWhatItFinds(String expression) {
        char delimiter = expression.charAt(1);
        int middle = expression.indexOf(delimiter, 2);
        int end = expression.indexOf(delimiter, middle + 1);
        return middle >= 0
                && expression
                        .substring(2, middle)
                        .equals(expression.substring(middle + 1, end < 0 ? expression.length() : end));
    }

    /** Whether another command of the stage changes the file: this one is then a spare one, for other images perhaps. */
    private static boolean isChangedElsewhere(StageModel stage, String content) {
        return Stream.concat(
                        stage.invocations().stream().map(Invocation::before),
                        stage.steps().stream().map(Step::after))
                .map(image -> image.content(FILE).flatMap(PartialString::known))
                .anyMatch(other -> !other.equals(Optional.of(content)));
    }

    /** Whether it is one of several runs of a command, such as in a loop, of which another one does change the file. */
    private static boolean worksElsewhere(StageModel stage, Invocation invocation) {
        return stage.invocations().stream()
                .filter(other -> other.span().equals(invocation.span()))
                .anyMatch(other ->
                        !other.before().content(FILE).equals(other.after().content(FILE)));
    }

    /**
     * Whether the same command would make what is there now out of the http:// addresses of Alpine up to 3.12, or out of
     * lines that are commented out, as the installer of Alpine leaves some.
     */
    private static boolean isAlreadySo(Invocation invocation, String content) {
        String commented = content.lines().map(line -> "#" + line + "\n").collect(Collectors.joining());
        return Stream.of(content.replace("https://", "http://"), commented)
                .anyMatch(other -> makes(invocation, other, content));
    }

    private static boolean makes(Invocation invocation, String from, String content) {
        ImageState image = invocation.before();
        FileNode older = new FileNode.Regular(PartialString.of(from), Optional.empty());
        ImageState altered = image.withFiles(image.files().with(FILE, older, invocation.span()));
        Call call = new Call(
                altered, invocation.directory(), "sed", invocation.arguments(), PartialString.EMPTY, invocation.span());
        Optional<PartialString> result =
                CommandModels.of("sed").run(call).image().content(FILE);
        return result.filter(r -> r.is(content)).isPresent();
    }

    /** The host that the command wants to put in place of Alpine's: the last one that it names. */
    private static Optional<String> mirror(Invocation invocation) {
        Optional<String> found = Optional.empty();
        for (Operand word : invocation.arguments()) {
            String text = word.value().pattern().replace("\\", "");
            int end;
            for (int start = 0; start < text.length(); start = end + 1) {
                end = start;
                while (end < text.length() && isOfHost(text.charAt(end))) {
                    end++;
                }
                String name = text.substring(start, end);
                if (isHost(name) && !name.endsWith("alpinelinux.org")) {
                    found = Optional.of(name);
                }
            }
        }
        return found;
    }

    private static boolean isOfHost(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    /** Three parts or more, the last of letters: not {@code v3.22}, not {@code *.list}. */
    private static boolean isHost(String name) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        return first > 0
                && first < last
                && last + 2 < name.length()
                && name.substring(last + 1).chars().allMatch(Character::isLetter);
    }

    /** The last change of the file that nothing reads: for people who build on the image it is there, so it is told mildly. */
    private void unread(RuleContext context, StageModel stage) {
        Optional<Span> written = writtenAt(stage.result());
        boolean changed = stage.result().file(FILE) instanceof FileNode.Regular
                && !stage.result().content(FILE).equals(stage.initial().content(FILE));
        if (written.isEmpty() || !changed || !stage.result().isAlpine() || isReadLater(context, stage, written.get())) {
            return;
        }
        boolean own =
                stage.syntax().instructions().stream().anyMatch(i -> i.span().contains(written.get()));
        if (own) {
            context.report(Severity.INFO, stage.index(), written.get(), context.message("unread"));
        }
    }

    private static boolean isReadLater(RuleContext context, StageModel stage, Span written) {
        List<Step> steps = stage.steps().stream()
                .filter(s -> s.instruction().span().end() > written.start())
                .toList();
        boolean here = steps.stream()
                .flatMap(s -> s.invocations().stream())
                .filter(i -> i.span().start() > written.start())
                .anyMatch(EffectiveMirror::mayReadRepositories);
        return here || isReadAbove(context, stage) || isTaken(context, stage) || mayStartApk(stage);
    }

    /** Whether another stage takes the file, or a directory that it is in, or a build on this image goes on. */
    private static boolean isTaken(RuleContext context, StageModel stage) {
        boolean goesOn = stage.steps().stream().map(Step::instruction).anyMatch(Instruction.Onbuild.class::isInstance);
        return goesOn
                || context.build().stages().stream()
                        .filter(other -> other.index() > stage.index())
                        .flatMap(other -> other.steps().stream())
                        .anyMatch(step -> takes(step.instruction(), stage));
    }

    private static boolean takes(Instruction instruction, StageModel stage) {
        return instruction instanceof Instruction.Copy copy
                && copy.flag("from")
                        .filter(from -> isCalled(stage, from.toString()))
                        .isPresent()
                && copy.sources().stream().anyMatch(source -> mayHold(source.toString()));
    }

    private static boolean isCalled(StageModel stage, String name) {
        return name.equals(String.valueOf(stage.index()))
                || stage.name().filter(name::equalsIgnoreCase).isPresent();
    }

    private static boolean mayHold(String source) {
        return source.indexOf('$') >= 0 || FILE.startsWith(source) || ("/" + source).startsWith("/etc");
    }

    /** Whether the container may run an apk: by itself, or in a program that the build has put there. */
    private static boolean mayStartApk(StageModel stage) {
        return stage.starts()
                .main()
                .map(Start::invocations)
                .filter(all -> all.stream().anyMatch(i -> mayReadRepositories(i) && !i.runs("java")))
                .isPresent();
    }

    /** Whether a stage that is built on this one reads the file; stages are built on earlier ones only. */
    private static boolean isReadAbove(RuleContext context, StageModel stage) {
        Set<Integer> built = new HashSet<>(Set.of(stage.index()));
        for (StageModel other : context.build().stages()) {
            if (other.parent().isPresent() && built.contains(other.parent().getAsInt())) {
                if (other.invocations().stream().anyMatch(EffectiveMirror::mayReadRepositories)) {
                    return true;
                }
                built.add(other.index());
            }
        }
        return false;
    }

    private static boolean mayReadRepositories(Invocation invocation) {
        return !invocation.understood()
                || invocation.program().isEmpty()
                || invocation.runs("apk") && ApkCommandLine.of(invocation).downloads();
    }
}
