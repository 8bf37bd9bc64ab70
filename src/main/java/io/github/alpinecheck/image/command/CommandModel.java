package io.github.alpinecheck.image.command;

/** What one program does. */
@FunctionalInterface
public interface CommandModel {

    /** Runs it: never throws; what it cannot follow is unknown in the result. */
    Result run(Call call);
}
