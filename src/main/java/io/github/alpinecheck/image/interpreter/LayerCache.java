package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.dockerfile.Instruction;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.text.PartialString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What builds have in common, worked out once: as with a builder's own cache, an instruction that stands at the same
 * place of another Dockerfile and meets the same image makes the same layer. For many threads; it keeps all that it has
 * seen.
 */
public final class LayerCache {

    private final Map<Pull, ImageState> pulled = new ConcurrentHashMap<>();
    private final Map<Layer, Step> layers = new ConcurrentHashMap<>();

    /** The image of a name, by what a builder knows of images. */
    ImageState pulled(PartialString name, Object registry, Function<PartialString, ImageState> pull) {
        return pulled.computeIfAbsent(new Pull(name, registry), key -> pull.apply(name));
    }

    /**
     * The step of an instruction.
     *
     * @param arguments all that decides what it does, besides the image and its own text
     */
    Step step(ImageState before, Instruction instruction, Object arguments, Supplier<Step> run) {
        Layer layer = new Layer(before, instruction, arguments);
        Step known = layers.get(layer);
        if (known != null) {
            return known;
        }
        Step made = run.get();
        // who comes second takes the first one's, so that what both do next is the same again
        Step first = layers.putIfAbsent(layer, made);
        return first == null ? made : first;
    }

    private record Pull(PartialString name, Object registry) {}

    /** The image is compared as an object: it is the very one that the layer before has made, or another. */
    private record Layer(ImageState before, Instruction instruction, Object arguments) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Layer that
                    && before == that.before
                    && instruction.equals(that.instruction)
                    && arguments.equals(that.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + instruction.hashCode();
        }
    }
}
