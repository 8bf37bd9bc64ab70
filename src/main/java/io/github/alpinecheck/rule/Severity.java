package io.github.alpinecheck.rule;

import java.util.Locale;

/** How bad a finding is, the mildest first. */
public enum Severity {
    /** Size and reproducibility. */
    INFO,
    /** Silently without effect, insecure, unsupported, or fails on the next release. */
    WARNING,
    /** The image does not build, or the program fails or gives wrong results when it gets there. */
    ERROR;

    /** The name in reports and poms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
