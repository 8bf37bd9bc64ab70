package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;

/**
 * A here-document of RUN, COPY or ADD.
 *
 * @param delimiter the word after {@code <<}, without quotes; for COPY and ADD also the name of the file
 * @param expand whether {@code $variables} in the body are expanded: the delimiter was not quoted
 * @param stripTabs whether it was {@code <<-}; the body comes without the leading tabs
 * @param fileDescriptor 0 unless {@code 3<<EOT} said otherwise
 * @param body the lines between, each with its line end
 * @param span from the body's first character to the end of the closing delimiter
 */
public record Heredoc(
        String delimiter, boolean expand, boolean stripTabs, int fileDescriptor, MappedText body, Span span) {}
