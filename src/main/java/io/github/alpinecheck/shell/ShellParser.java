package io.github.alpinecheck.shell;

import io.github.alpinecheck.text.MappedText;

/**
 * Reads shell scripts as busybox ash and bash do (POSIX.1-2017, volume 3, chapter 2, and their manuals). Where these
 * two read different things, or the tree has no node for it, the construct becomes {@link Command.Opaque}.
 */
public final class ShellParser {

    private ShellParser() {}

    /**
     * The commands of a script. Takes time proportional to the length of the script.
     *
     * @return never fails: an empty {@link Command.Sequence} for an empty script, one {@link Command.Opaque} over all of
     *     it when quotes, brackets or reserved words do not match or are nested too deeply. The tree is at most some
     *     hundreds of nodes deep, so it may be walked by recursion.
     */
    public static Command parse(MappedText script) {
        return parse(script, new Nesting());
    }

    /** The commands of a script within a script. */
    static Command parse(MappedText script, Nesting nesting) {
        int depth = nesting.depth();
        int chain = nesting.chain();
        try {
            return Heredocs.parse(
                    script, heredocs -> new CommandParser(new Cursor(script), heredocs, nesting).script());
        } catch (LostStructure lost) {
            nesting.returnTo(depth, chain);
            return new Command.Opaque(script.span(), lost.reason());
        }
    }
}
