package io.github.alpinecheck.shell;

/**
 * How deep the tree is at a place, over all the scripts within scripts. The limits are far beyond what people write and
 * far below what the stack of a build thread holds, for the parser and for those who walk the tree.
 */
final class Nesting {

    /** Of commands in commands, quotes in words, words in parameters. */
    static final int MAX_DEPTH = 100;

    /** Of {@link Command.AndOr} in the left side of another. */
    static final int MAX_CHAIN = 500;

    private int depth;
    private int chain;

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new LostStructure("nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Forgets the levels of a script that was given up. */
    void returnTo(int depthBefore, int chainBefore) {
        depth = depthBefore;
        chain = chainBefore;
    }

    /** Most AND-OR nodes on a way through the commands that were read since this was last set to 0. */
    int chain() {
        return chain;
    }

    void chain(int links) {
        chain = links;
    }
}
