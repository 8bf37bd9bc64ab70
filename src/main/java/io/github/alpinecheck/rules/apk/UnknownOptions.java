package io.github.alpinecheck.rules.apk;

import io.github.alpinecheck.alpine.ApkTools;
import io.github.alpinecheck.alpine.ApkTools.UnknownOption;
import io.github.alpinecheck.alpine.Release;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/** The options that the apk of a release, or of a later one, does not know. */
final class UnknownOptions {

    private final RuleContext context;
    private final ApkCall call;
    private final Release release;
    private final String applet;

    private UnknownOptions(RuleContext context, ApkCall call, Release release) {
        this.context = context;
        this.call = call;
        this.release = release;
        this.applet = call.line().applet().orElse("");
    }

    static void check(RuleContext context, ApkCall call) {
        call.invocation().before().release().ifPresent(release -> new UnknownOptions(context, call, release).check());
    }

    private void check() {
        Optional<UnknownOption> answer = ApkTools.load().unknownOption(release.apkTools());
        for (Operand word : call.line().unknownOptions()) {
            if (answer.isPresent() && word.known().isPresent()) {
                unknown(word, answer.get());
            }
        }
        if (answer.filter(a -> a != UnknownOption.REFUSED).isPresent()) {
            call.line().options().forEach(this::abbreviated);
        }
    }

    private void unknown(Operand word, UnknownOption answer) {
        boolean last = answer == UnknownOption.IGNORED_BUT_LAST && isLast(word);
        boolean fatal = answer == UnknownOption.REFUSED || last;
        Message message = fatal
                ? context.message(last ? "last" : "refused", release.apkTools(), release, word)
                : context.message("ignored", release.apkTools(), release, word, refusing());
        String help = ApkTools.load()
                .nearestOption(release.apkTools(), applet, word.toString())
                .map(name -> context.message("write", name).text())
                .orElseGet(() -> context.message("leaveOut", word).text());
        report(fatal ? call.severityOfFailure() : Severity.WARNING, word, Message.of(message.text(), help));
    }

    /** Whether no other option follows. In a word of several letters, and with a value, nobody looked at what counts. */
    private boolean isLast(Operand word) {
        String text = word.toString();
        boolean simple = text.startsWith("--") ? text.indexOf('=') < 0 : text.length() == 2;
        List<Operand> words = call.invocation().arguments();
        for (int i = words.size() - 1; i >= 0; i--) {
            Operand other = words.get(i);
            if (other.equals(word)) {
                return simple;
            }
            boolean option = call.line().unknownOptions().contains(other)
                    || call.line().options().stream().anyMatch(o -> o.word().equals(other));
            if (option) {
                return false;
            }
        }
        return false;
    }

    /** {@code --no-cach} is {@code --no-cache} to apk 2; apk 3 finds it ambiguous. */
    private void abbreviated(ApkCommandLine.Option option) {
        String token = option.word().known().orElse("");
        int equals = token.indexOf('=');
        String name = equals < 0 ? token : token.substring(0, equals);
        Optional<Release> refusing = firstRefusing();
        boolean abbreviated = name.startsWith("--") && !name.equals(option.name());
        boolean refused = refusing.filter(
                        r -> ApkTools.load().option(r.apkTools(), applet, name).isEmpty())
                .isPresent();
        if (abbreviated && refused) {
            report(Severity.WARNING, option.word(), context.message("abbreviated", name, option.name(), refusing()));
        }
    }

    /** The release from which on apk refuses what it does not know. */
    private static Optional<Release> firstRefusing() {
        return Releases.load().all().stream()
                .filter(r -> ApkTools.load()
                        .unknownOption(r.apkTools())
                        .filter(UnknownOption.REFUSED::equals)
                        .isPresent())
                .findFirst();
    }

    private static String refusing() {
        return firstRefusing().map(Release::toString).orElse("");
    }

    private void report(Severity severity, Operand word, Message message) {
        context.report(severity, call.stage().index(), word.span(), message);
    }
}
