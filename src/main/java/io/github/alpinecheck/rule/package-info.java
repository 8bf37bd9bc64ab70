/**
 * Floor 4: what the author of a rule sees, ours and third parties'. A rule asks the model of the image questions and
 * reports findings; it never matches text.
 */
@NullMarked
package io.github.alpinecheck.rule;

import org.jspecify.annotations.NullMarked;
