package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.Nearest;
import java.util.HashSet;
import java.util.Set;

/** Reports the options that BuildKit refuses. */
final class OptionChecker {

    private final Problems problems;

    OptionChecker(Problems problems) {
        this.problems = problems;
    }

    void check(Keyword keyword, Statement statement) {
        if (!keyword.checksOptions()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Flag flag : statement.flags()) {
            String written = "--" + flag.name();
            Option option = keyword.options().get(flag.name());
            if (option == null) {
                String nearest = Nearest.nearest(flag.name(), keyword.options().keySet())
                        .map(name -> "--" + name)
                        .orElse("");
                problems.add(SyntaxProblem.Kind.UNKNOWN_FLAG, flag.span(), keyword.name(), written, nearest);
            } else if (!seen.add(flag.name()) && !option.repeatable()) {
                problems.add(SyntaxProblem.Kind.DUPLICATE_FLAG, flag.span(), keyword.name(), written);
            } else {
                checkValue(keyword, option, flag);
            }
        }
    }

    private void checkValue(Keyword keyword, Option option, Flag flag) {
        String written = "--" + flag.name();
        if (flag.value().isEmpty()) {
            if (option.needsValue()) {
                problems.add(SyntaxProblem.Kind.MISSING_FLAG_VALUE, flag.span(), keyword.name(), written);
            }
            return;
        }
        String value = flag.value().get().toString();
        if (!option.accepts().test(value)) {
            problems.add(SyntaxProblem.Kind.BAD_FLAG_VALUE, flag.span(), keyword.name(), written, value);
        }
    }
}
