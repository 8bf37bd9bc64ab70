package io.github.alpinecheck.alpine;

/** The C library that an image's programs are linked with. */
public enum Libc {
    /** Alpine's own. */
    MUSL,
    /** Debian, Red Hat and so on, and Alpine images whose Java runs on an added glibc. */
    GLIBC,
    /** {@code scratch} and images with nothing but static programs. */
    NONE,
    /** Nobody knows. */
    UNKNOWN
}
