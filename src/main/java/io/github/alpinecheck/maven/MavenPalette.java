package io.github.alpinecheck.maven;

import io.github.alpinecheck.report.Palette;
import io.github.alpinecheck.rule.Severity;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Maven's own colours, where Maven uses colours. */
final class MavenPalette implements Palette {

    @Override
    public String severity(Severity severity, String text) {
        MessageBuilder buffer = MessageUtils.buffer();
        return switch (severity) {
            case ERROR -> buffer.failure(text).build();
            case WARNING -> buffer.warning(text).build();
            case INFO -> buffer.strong(text).build();
        };
    }

    @Override
    public String strong(String text) {
        return MessageUtils.buffer().strong(text).build();
    }
}
