package com.acme;

import io.github.alpinecheck.dockerfile.Dockerfile;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.rule.Message;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A company's own rule: the image that is built last says what it is. */
@RuleName("requiredLabel")
public final class RequiredLabel extends Rule {

    /** The labels that have to be there. */
    private List<String> labels = List.of();

    @Override
    public boolean needsConfiguration() {
        return true;
    }

    @Override
    protected Optional<String> invalid() {
        return labels.isEmpty() ? Optional.of("no <labels> are given") : Optional.empty();
    }

    @Override
    protected void check(RuleContext context) {
        List<Dockerfile.Stage> stages = context.build().dockerfile().stages();
        if (stages.isEmpty()) {
            return;
        }
        Dockerfile.Stage last = stages.get(stages.size() - 1);
        List<String> present = labels(last).toList();
        for (String label : labels) {
            if (!present.contains(label)) {
                context.report(defaultLevel(), last.from().span(), Message.of("the image has no label " + label));
            }
        }
    }

    private static Stream<String> labels(Dockerfile.Stage stage) {
        return stage.instructions().stream()
                .filter(Instruction.Label.class::isInstance)
                .flatMap(label -> ((Instruction.Label) label).pairs().stream())
                .map(pair -> pair.key().toString());
    }
}
