package io.github.alpinecheck.report;

/** Who made a report. */
public record Tool(String name, String version) {}
