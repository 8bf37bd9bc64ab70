package io.github.alpinecheck.image;

import io.github.alpinecheck.shell.Command;

/**
 * A script that an instruction runs: its own, or that of a {@code sh -c} in it.
 *
 * @param shell the shell that reads it, as written: {@code /bin/sh}, {@code bash}
 * @param syntax its commands
 * @param before the image when it starts
 * @param certain whether it is certainly reached when the instruction is
 */
public record Script(String shell, Command syntax, ImageState before, boolean certain) {}
