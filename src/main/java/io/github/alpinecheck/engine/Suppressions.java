package io.github.alpinecheck.engine;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.Dockerfile.Comment;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.engine.Report.SuppressedFinding;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.Finding;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.text.Nearest;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The comments {@code # alpine-check ignore=rule[,rule] reason} of a Dockerfile. Before the first instruction they hold
 * for the whole file and for what is said of other files because of it; elsewhere for the instruction that follows, or in whose continued lines they stand.
 */
final class Suppressions {

    private static final String MARK = "alpine-check";
    private static final String IGNORE = "ignore";

    private final SourceText source;
    /** The rules that no comment suppresses. */
    private final Set<String> unsuppressable;

    private final List<Suppression> suppressions = new ArrayList<>();
    /** Comments that are meant to suppress something, but are not written so. */
    private final List<Span> malformed = new ArrayList<>();

    private final List<SuppressedFinding> suppressed = new ArrayList<>();

    private Suppressions(SourceText source, Set<String> unsuppressable) {
        this.source = source;
        this.unsuppressable = unsuppressable;
    }

    /** @param unsuppressable the rules that no comment suppresses */
    static Suppressions of(Dockerfile dockerfile, Set<String> unsuppressable) {
        Suppressions result = new Suppressions(dockerfile.source(), unsuppressable);
        List<Span> instructions = instructions(dockerfile);
        for (Comment comment : dockerfile.comments()) {
            result.read(comment, scope(comment.span(), instructions, dockerfile.source()));
        }
        return result;
    }

    /** Those of the findings that no comment suppresses. */
    List<Finding> remaining(Collection<Finding> findings) {
        List<Finding> remaining = new ArrayList<>();
        for (Finding finding : findings) {
            List<Suppression> fitting = fitting(finding);
            if (fitting.isEmpty()) {
                remaining.add(finding);
            } else {
                // the last one is the nearest
                Suppression nearest = fitting.get(fitting.size() - 1);
                suppressed.add(new SuppressedFinding(finding, source, nearest.nameSpan, nearest.reason));
            }
        }
        return remaining;
    }

    /** The findings that were suppressed so far. */
    List<SuppressedFinding> suppressed() {
        return List.copyOf(suppressed);
    }

    /**
     * A finding for each name in a comment that suppressed nothing so far, and for each comment that cannot suppress.
     *
     * @param rule speaks about it
     * @param known the names of all rules that there are
     * @param active the names of the rules that ran; a suppression of another one may be for another build
     */
    List<Finding> unused(ConfiguredRule rule, Set<String> known, Set<String> active, Locale locale) {
        List<Finding> findings = new ArrayList<>();
        for (Span comment : malformed) {
            String name = source.text(comment);
            name = name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('=')) + 1);
            Message message = rule.message(locale, "malformed", known.contains(name) ? name : "rule");
            findings.add(finding(rule, comment, message));
        }
        for (Suppression suppression : suppressions) {
            if (suppression.used
                    || suppression.rule.equals(UnusedSuppression.NAME)
                    || unsuppressable.contains(suppression.rule)) {
                continue;
            }
            String name = suppression.rule;
            Optional<Message> message = Optional.empty();
            if (active.contains(name)) {
                message = Optional.of(rule.message(locale, "unused", name));
            } else if (!known.contains(name)) {
                message = Optional.of(Nearest.nearest(name, known)
                        .map(nearest -> rule.message(locale, "misspelt", name, nearest))
                        .orElseGet(() -> rule.message(locale, "unknown", name)));
            }
            message.ifPresent(m -> findings.add(finding(rule, suppression.nameSpan, m)));
        }
        return findings;
    }

    /**
     * A finding for each name that no comment may have, and for each comment that lacks its reason.
     *
     * @param rule speaks about it
     */
    List<Finding> notPermitted(ConfiguredRule rule, PermittedSuppression policy, Locale locale) {
        List<Finding> findings = new ArrayList<>();
        Set<Span> comments = new HashSet<>();
        for (Suppression suppression : suppressions) {
            boolean permitted = !policy.unsuppressable().contains(suppression.rule)
                    && !suppression.rule.equals(PermittedSuppression.NAME);
            if (!permitted) {
                findings.add(
                        finding(rule, suppression.nameSpan, rule.message(locale, "unsuppressable", suppression.rule)));
            } else if (policy.requireReason() && suppression.reason.isEmpty() && comments.add(suppression.comment)) {
                findings.add(finding(rule, suppression.nameSpan, rule.message(locale, "noReason", suppression.rule)));
            }
        }
        return findings;
    }

    private Finding finding(ConfiguredRule rule, Span span, Message message) {
        return rule.finding(rule.rule().defaultLevel(), source, span, OptionalInt.empty(), message, Optional.empty());
    }

    private List<Suppression> fitting(Finding finding) {
        List<Suppression> fitting = new ArrayList<>();
        if (unsuppressable.contains(finding.rule())) {
            return fitting;
        }
        for (Suppression suppression : suppressions) {
            if (suppression.rule.equals(finding.rule()) && holds(suppression.scope, finding)) {
                suppression.used = true;
                fitting.add(suppression);
            }
        }
        return fitting;
    }

    /** What is said of another file, such as a manifest, no instruction is to blame for: only the whole file is. */
    private boolean holds(Span scope, Finding finding) {
        return finding.source().equals(source)
                ? scope.start() <= finding.span().start() && finding.span().start() <= scope.end()
                : scope.equals(wholeFile(source));
    }

    private void read(Comment comment, Span scope) {
        String text = source.text(comment.span());
        int mark = skipBlanks(text, text.startsWith("#") ? 1 : 0);
        if (!text.startsWith(MARK, mark)) {
            return;
        }
        int afterMark = mark + MARK.length();
        int word = skip(text, afterMark, " \t:");
        int afterWord = word + IGNORE.length();
        if (word == afterMark || !text.regionMatches(true, word, IGNORE, 0, IGNORE.length())) {
            return;
        }
        boolean wellFormed = text.startsWith(IGNORE + "=", word)
                && text.indexOf(':', afterMark) != afterMark
                && afterWord + 1 < text.length()
                && !Character.isWhitespace(text.charAt(afterWord + 1));
        if (wellFormed) {
            names(text, afterWord + 1, comment.span().start(), scope);
        } else if (afterWord == text.length() || " \t:=".indexOf(text.charAt(afterWord)) >= 0) {
            int offset = comment.span().start();
            malformed.add(new Span(offset + mark, offset + endOfWord(text, skip(text, afterWord, " \t:="))));
        }
    }

    private void names(String text, int from, int offset, Span scope) {
        List<Span> names = new ArrayList<>();
        int start = from;
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == ',') {
                names.add(new Span(start, at));
                // after a comma comes a name, never the reason
                start = skipBlanks(text, at + 1);
                at = start;
            } else {
                at++;
            }
        }
        names.add(new Span(start, at));
        String reason = text.substring(at).strip();
        for (Span name : names) {
            suppressions.add(new Suppression(
                    text.substring(name.start(), name.end()),
                    scope,
                    new Span(offset + name.start(), offset + name.end()),
                    new Span(offset, offset + text.length()),
                    reason.isEmpty() ? Optional.empty() : Optional.of(reason)));
        }
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** From the comment on, so that it can suppress what is said of itself. */
    private static Span scope(Span comment, List<Span> instructions, SourceText source) {
        if (instructions.isEmpty() || comment.start() < instructions.get(0).start()) {
            return wholeFile(source);
        }
        return instructions.stream()
                .filter(instruction -> instruction.end() > comment.start())
                .findFirst()
                .map(comment::to)
                .orElse(comment);
    }

    private static Span wholeFile(SourceText source) {
        return new Span(0, source.content().length());
    }

    private static List<Span> instructions(Dockerfile dockerfile) {
        List<Span> spans = new ArrayList<>();
        dockerfile.globals().forEach(i -> spans.add(i.span()));
        for (Dockerfile.Stage stage : dockerfile.stages()) {
            spans.add(stage.from().span());
            stage.instructions().stream().map(Instruction::span).forEach(spans::add);
        }
        return spans;
    }

    /** One name of one comment. */
    private static final class Suppression {
        private final String rule;
        private final Span scope;
        private final Span nameSpan;
        private final Span comment;
        private final Optional<String> reason;
        private boolean used;

        Suppression(String rule, Span scope, Span nameSpan, Span comment, Optional<String> reason) {
            this.rule = rule;
            this.scope = scope;
            this.nameSpan = nameSpan;
            this.comment = comment;
            this.reason = reason;
        }
    }
}
