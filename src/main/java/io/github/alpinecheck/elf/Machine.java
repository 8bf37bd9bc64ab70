package io.github.alpinecheck.elf;

import java.util.Arrays;
import java.util.Optional;

/** A processor architecture that images are built for. The numbers are those of the System V ABI's {@code e_machine}. */
public enum Machine {
    X86_64(62, "x86_64", "amd64"),
    AARCH64(183, "aarch64", "arm64");

    private final int number;
    private final String id;
    private final String docker;

    Machine(int number, String id, String docker) {
        this.number = number;
        this.id = id;
        this.docker = docker;
    }

    /** The machine of an ELF header; empty for any other. */
    static Optional<Machine> of(int number) {
        return Arrays.stream(values()).filter(m -> m.number == number).findFirst();
    }

    /** The machine of a platform such as {@code linux/arm64} or {@code linux/arm64/v8}; empty for any other. */
    public static Optional<Machine> ofPlatform(String platform) {
        String[] parts = platform.split("/", -1);
        boolean linux = parts.length > 1 && parts[0].equals("linux");
        return Arrays.stream(values())
                .filter(m -> linux && m.docker.equals(parts[1]))
                .findFirst();
    }

    /** Alpine's name of the architecture, which musl's file names carry too: {@code x86_64}. */
    public String id() {
        return id;
    }
}
