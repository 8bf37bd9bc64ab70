package io.github.alpinecheck.shell;

/** From here on nobody knows what belongs to what; the script as a whole becomes {@link Command.Opaque}. */
final class LostStructure extends RuntimeException {

    private final String reason;

    LostStructure(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What was expected or found. */
    String reason() {
        return reason;
    }
}
