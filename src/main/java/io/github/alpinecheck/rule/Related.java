package io.github.alpinecheck.rule;

/**
 * Another place that a finding has to do with, such as the line of the pom that brings a library.
 *
 * @param path the file, as findings call their own: relative to the project's directory, with {@code /}
 * @param line 1-based
 * @param text what is there, for people
 */
public record Related(String path, int line, String text) {}
