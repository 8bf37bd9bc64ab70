package io.github.alpinecheck.engine;

import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;

/**
 * A comment that suppresses a rule has to suppress something. A rule, so that the pom can give it a level or turn it
 * off; what it says is found by {@link Suppressions}, when all others have spoken.
 */
@RuleName(UnusedSuppression.NAME)
public final class UnusedSuppression extends Rule {

    static final String NAME = "unusedSuppression";

    @Override
    public Severity defaultLevel() {
        return Severity.INFO;
    }

    @Override
    protected void check(RuleContext context) {}
}
