package io.github.alpinecheck.report.html;

/** Shares as SVG takes them: widths in percent leave letters at their size, whatever the width of the window. */
final class Percent {

    private Percent() {}

    /** With two digits after the point. */
    static String of(long part, long whole) {
        long hundredths = Math.round(part * 10_000.0 / whole);
        long rest = Math.floorMod(hundredths, 100);
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }
}
