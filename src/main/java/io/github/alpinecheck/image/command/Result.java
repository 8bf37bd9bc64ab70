package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a program leaves.
 *
 * @param image the image when it has succeeded, or, when it certainly fails, as far as it came
 * @param output its standard output
 * @param outcome how it ends
 * @param understood whether the model followed it
 */
public record Result(ImageState image, PartialString output, Outcome outcome, boolean understood) {

    /** What two commands make of it of which both run: it fails if one does. */
    static Outcome both(Outcome one, Outcome other) {
        if (one == Outcome.FAILS || other == Outcome.FAILS) {
            return Outcome.FAILS;
        }
        return one == Outcome.SUCCEEDS ? other : one;
    }

    /** A program that does the same with one operand after another, whatever becomes of those before. */
    static Result each(Call call, List<Operand> operands, BiFunction<Call, Operand, Result> one) {
        ImageState image = call.image();
        Outcome outcome = Outcome.SUCCEEDS;
        boolean doubtful = false;
        for (Operand operand : operands) {
            Result next = one.apply(call.in(image), operand);
            image = next.image();
            doubtful |= next.outcome() == Outcome.UNKNOWN;
            outcome = both(outcome, next.outcome());
        }
        boolean partly = doubtful && outcome == Outcome.FAILS;
        return test(partly ? call.image().join(image) : image, outcome);
    }

    /** It succeeds and prints nothing. */
    public static Result succeeds(ImageState image) {
        return new Result(image, PartialString.EMPTY, Outcome.SUCCEEDS, true);
    }

    /** It succeeds and prints something. */
    public static Result prints(ImageState image, PartialString output) {
        return new Result(image, output, Outcome.SUCCEEDS, true);
    }

    /** It certainly fails. */
    public static Result fails(ImageState image) {
        return new Result(image, PartialString.EMPTY, Outcome.FAILS, true);
    }

    /** It may succeed, and then leaves this image; what it prints is not known. */
    public static Result maySucceed(ImageState image) {
        return new Result(image, PartialString.UNKNOWN, Outcome.UNKNOWN, true);
    }

    /** It succeeds, fails or (empty) nobody knows; the image stays. */
    public static Result test(ImageState image, Outcome outcome) {
        return new Result(image, PartialString.EMPTY, outcome, true);
    }

    /** It may do anything. */
    public static Result anything(ImageState image) {
        return new Result(image.afterAnything(), PartialString.UNKNOWN, Outcome.UNKNOWN, false);
    }
}
