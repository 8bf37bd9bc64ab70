package io.github.alpinecheck.image.interpreter;

import io.github.alpinecheck.shell.Command;

/** Whether a loop's body may leave it by {@code break}, {@code continue} or {@code return}. */
final class LoopControl {

    private LoopControl() {}

    static boolean leavesEarly(Command command) {
        if (command instanceof Command.Simple c) {
            String name = c.words().isEmpty() ? "" : c.words().get(0).literal().orElse("");
            return name.equals("break") || name.equals("continue") || name.equals("return");
        } else if (command instanceof Command.Sequence c) {
            return c.elements().stream().anyMatch(e -> leavesEarly(e.command()));
        } else if (command instanceof Command.AndOr c) {
            return leavesEarly(c.left()) || leavesEarly(c.right());
        } else if (command instanceof Command.Pipeline c) {
            return c.commands().stream().anyMatch(LoopControl::leavesEarly);
        } else if (command instanceof Command.Group c) {
            return leavesEarly(c.body());
        } else if (command instanceof Command.If c) {
            return c.branches().stream().anyMatch(b -> leavesEarly(b.condition()) || leavesEarly(b.body()))
                    || c.otherwise().filter(LoopControl::leavesEarly).isPresent();
        } else if (command instanceof Command.Case c) {
            return c.clauses().stream().anyMatch(i -> leavesEarly(i.body()));
        } else if (command instanceof Command.For c) {
            return leavesEarly(c.body());
        } else if (command instanceof Command.While c) {
            return leavesEarly(c.condition()) || leavesEarly(c.body());
        }
        return false;
    }
}
