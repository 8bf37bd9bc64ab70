package io.github.alpinecheck.engine;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.SyntaxProblem;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** A Dockerfile has to be one. On in every rule set, for nothing else can be said of a file that cannot be read. */
@RuleName(DockerfileSyntax.NAME)
public final class DockerfileSyntax extends Rule {

    static final String NAME = "dockerfileSyntax";

    /** {@code docker/dockerfile:1} and its versions, not {@code docker/dockerfile:1-labs}. */
    private static final Pattern OWN_FRONTEND = Pattern.compile("(docker\\.io/)?docker/dockerfile(:\\d+(\\.\\d+)*)?");

    /** Ends the keys of texts about a name that is like no known one. */
    static final String UNLIKE = "Unlike";

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        Dockerfile dockerfile = context.build().dockerfile();
        for (SyntaxProblem problem : dockerfile.problems()) {
            if (!mayBeKnownElsewhere(dockerfile, problem)) {
                context.report(defaultLevel(), problem.span(), message(context, problem));
            }
        }
    }

    /** Another frontend than Docker's own may have instructions and options that we do not know. */
    private static boolean mayBeKnownElsewhere(Dockerfile dockerfile, SyntaxProblem problem) {
        boolean unknown = problem.kind() == SyntaxProblem.Kind.UNKNOWN_FLAG
                || problem.kind() == SyntaxProblem.Kind.UNKNOWN_INSTRUCTION;
        return unknown
                && dockerfile.directives().stream()
                        .filter(d -> d.name().equals("syntax"))
                        .anyMatch(d -> !OWN_FRONTEND.matcher(d.value()).matches());
    }

    private static Message message(RuleContext context, SyntaxProblem problem) {
        List<String> arguments = problem.arguments();
        boolean unlike = switch (problem.kind()) {
            case UNKNOWN_INSTRUCTION, UNKNOWN_FLAG ->
                arguments.get(arguments.size() - 1).isEmpty();
            default -> false;
        };
        String key = key(problem.kind());
        return context.message(unlike ? key + UNLIKE : key, arguments.toArray());
    }

    /** The key of the texts about a kind: UNKNOWN_FLAG has unknownFlag. */
    static String key(SyntaxProblem.Kind kind) {
        StringBuilder key = new StringBuilder();
        String name = kind.name();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_') {
                boolean starts = i > 0 && name.charAt(i - 1) == '_';
                key.append(starts ? c : Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
