package io.github.alpinecheck.engine;

import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A comment suppresses only what may be suppressed, and says why. What it says is found by {@link Suppressions}, and no
 * comment suppresses it.
 */
@RuleName(PermittedSuppression.NAME)
public final class PermittedSuppression extends Rule {

    /** The rule's name. */
    public static final String NAME = "permittedSuppression";

    /** The parameter that has names of rules. */
    public static final String UNSUPPRESSABLE = "unsuppressable";

    /** Whether a comment has to give a reason after the names of the rules. */
    private boolean requireReason;

    /** Rules that no comment can suppress. */
    private List<String> unsuppressable = List.of();

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    public boolean needsConfiguration() {
        return true;
    }

    @Override
    protected Optional<String> invalid() {
        return requireReason || !unsuppressable.isEmpty()
                ? Optional.empty()
                : Optional.of("neither <requireReason>true</requireReason> nor <unsuppressable> is given");
    }

    @Override
    protected void check(RuleContext context) {}

    boolean requireReason() {
        return requireReason;
    }

    List<String> unsuppressable() {
        return unsuppressable;
    }
}
