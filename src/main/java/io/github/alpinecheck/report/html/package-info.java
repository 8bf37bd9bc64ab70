/** The report as one page of HTML: no script, nothing from the network, readable on paper, phone and screen reader. */
@NullMarked
package io.github.alpinecheck.report.html;

import org.jspecify.annotations.NullMarked;
