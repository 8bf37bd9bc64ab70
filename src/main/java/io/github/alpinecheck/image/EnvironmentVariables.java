package io.github.alpinecheck.image;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.dockerfile.KeyValue;
import io.github.alpinecheck.text.PartialString;
import io.github.alpinecheck.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** The environment variables that a container of a stage's image starts with, and where they are set. */
public record EnvironmentVariables(Build build, StageModel stage) {

    /**
     * The value of a variable that says something of time zone, locale or Java's options.
     *
     * @return empty when it is certainly not set
     */
    public static Optional<PartialString> value(ImageState image, String name) {
        PartialString value = image.environment().get(name);
        if (value != null) {
            return Optional.of(value);
        }
        boolean known = image.base().filter(BaseImage::isConfigurationKnown).isPresent();
        return known ? Optional.empty() : Optional.of(PartialString.UNKNOWN);
    }

    /** The ENV that sets a variable last, in the stage or one that it is built on; otherwise the image of the stage's FROM. */
    public Span setAt(String name) {
        return set(name).orElseGet(() -> stage.syntax().from().image().span());
    }

    /** The ENV that sets a variable last; empty when it comes with the base image or is not set. */
    public Optional<Span> set(String name) {
        Optional<StageModel> at = Optional.of(stage);
        while (at.isPresent()) {
            Optional<Span> set = setIn(at.get(), name);
            if (set.isPresent()) {
                return set;
            }
            OptionalInt parent = at.get().parent();
            at = parent.isPresent() ? Optional.of(build.stages().get(parent.getAsInt())) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Span> setIn(StageModel stage, String name) {
        Optional<Span> last = Optional.empty();
        for (Step step : stage.steps()) {
            if (step.instruction() instanceof Instruction.Env env) {
                for (KeyValue pair : env.pairs()) {
                    if (pair.key().toString().equals(name)) {
                        last = Optional.of(pair.span());
                    }
                }
            }
        }
        return last;
    }
}
