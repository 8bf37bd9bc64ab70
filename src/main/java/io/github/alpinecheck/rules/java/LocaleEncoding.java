package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.image.EnvironmentVariables;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locale of the finished image leaves musl at UTF-8. */
@RuleName("locale")
public final class LocaleEncoding extends Rule {

    /** Variables that choose the encoding; the first one that is not empty does (POSIX.1-2017, volume 1, 8.2). */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_CTYPE", "LANG");

    /** The names of the locale in which musl knows ASCII only. */
    private static final Set<String> ASCII = Set.of("C", "POSIX");

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(s -> s.initial().isAlpine() && s.initial().libc() == Libc.MUSL)
                .filter(s -> !isSetByProcess(s))
                .ifPresent(s -> check(context, s));
    }

    private static void check(RuleContext context, StageModel stage) {
        for (String name : VARIABLES) {
            Optional<PartialString> value = EnvironmentVariables.value(stage.result(), name);
            if (value.filter(v -> !v.is("")).isPresent()) {
                Optional<Span> at = new EnvironmentVariables(context.build(), stage).set(name);
                if (value.get().known().filter(ASCII::contains).isPresent() && at.isPresent()) {
                    String text = value.get().toString();
                    context.report(Severity.WARNING, stage.index(), at.get(), context.message("ascii", name, text));
                }
                return;
            }
        }
    }

    /** Whether what the container starts sets one of the variables itself. */
    private static boolean isSetByProcess(StageModel stage) {
        return stage.starts()
                .main()
                .filter(start -> start.invocations().stream()
                        .anyMatch(i -> VARIABLES.stream().anyMatch(i.environment()::containsKey)))
                .isPresent();
    }
}
