package io.github.alpinecheck.image.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Any expression, followed by {@link java.util.regex}: the leftmost match is looked for, then the longest there. */
final class TranslatedRegex implements PosixRegex {

    /** So many characters may one match look at; an expression that wants more is not followed. */
    private static final int BUDGET = 200_000;

    private final Pattern pattern;
    private final boolean alternatives;

    private TranslatedRegex(Pattern pattern, boolean alternatives) {
        this.pattern = pattern;
        this.alternatives = alternatives;
    }

    static Optional<PosixRegex> compile(String regex, boolean extended, boolean ignoreCase) {
        try {
            Optional<String> java = new RegexTranslation(regex, extended).translate();
            int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
            return java.map(j -> new TranslatedRegex(Pattern.compile(j, flags | Pattern.DOTALL), j.indexOf('|') >= 0));
        } catch (PatternSyntaxException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    @Override
    public int groups() {
        return pattern.matcher("").groupCount();
    }

    @Override
    public Optional<Match> find(String line, int from) throws TooCostly {
        Budgeted text = new Budgeted(line);
        Matcher matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        try {
            for (int start = from; start <= line.length(); start++) {
                matcher.region(start, line.length());
                if (!matcher.lookingAt()) {
                    continue;
                }
                int end = alternatives ? longest(matcher, start, line.length()) : matcher.end();
                return Optional.of(new Match(start, end, groupsOf(matcher)));
            }
            return Optional.empty();
        } catch (BudgetSpent | StackOverflowError e) {
            throw new TooCostly();
        }
    }

    private static List<String> groupsOf(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int number = 1; number <= matcher.groupCount(); number++) {
            String text = matcher.group(number);
            groups.add(text == null ? "" : text);
        }
        return groups;
    }

    private static int longest(Matcher matcher, int start, int limit) {
        for (int end = limit; ; end--) {
            matcher.region(start, end);
            if (matcher.matches()) {
                return end;
            }
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        BudgetSpent() {
            super(null, null, false, false);
        }
    }

    /** Counts how often it is looked at, so that a hostile expression ends. */
    private static final class Budgeted implements CharSequence {
        private final String text;
        private int left = BUDGET;

        Budgeted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new BudgetSpent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
