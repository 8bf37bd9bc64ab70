package io.github.alpinecheck.image.timezone;

import java.util.Locale;

/**
 * What a value of TZ that names no file is for libc (POSIX.1-2017, volume 1, 8.3: {@code std offset [dst …]}) and for
 * Java (measured with JDK 17 and 25).
 */
public enum PosixZone {
    /** An abbreviation and an offset that libc and Java read alike, such as {@code CST-8}, {@code EST5EDT}. */
    RULE,
    /** {@code GMT+8}: eight hours west of Greenwich for libc, east for Java. */
    INVERTED,
    /** {@code UTC+8}: eight hours west of Greenwich for both. */
    WEST,
    /** {@code CST}: UTC for libc, America/Chicago for Java. */
    ABBREVIATION,
    /** Neither: UTC for libc, GMT for Java. */
    NONE;

    public static PosixZone of(String value) {
        int letters = 0;
        while (letters < value.length() && isLetter(value.charAt(letters))) {
            letters++;
        }
        boolean angle = value.startsWith("<") && value.indexOf('>') > 3;
        if (angle) {
            return RULE;
        }
        if (letters < 3) {
            return NONE;
        }
        if (letters == value.length()) {
            return letters <= 4 && value.equals(value.toUpperCase(Locale.ROOT)) ? ABBREVIATION : NONE;
        }
        boolean signed = value.charAt(letters) == '+' || value.charAt(letters) == '-';
        int digit = letters + (signed ? 1 : 0);
        if (digit >= value.length() || value.charAt(digit) < '0' || value.charAt(digit) > '9') {
            return NONE;
        }
        String name = value.substring(0, letters);
        boolean zero = value.substring(digit).chars().allMatch(c -> c == '0' || c == ':');
        if (!signed || zero) {
            return RULE;
        }
        boolean west = name.equals("UTC") && value.charAt(letters) == '+';
        return name.equals("GMT") ? INVERTED : west ? WEST : RULE;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
