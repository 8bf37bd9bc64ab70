package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads the bodies of here-documents. */
final class HeredocReader {

    private final SourceText source;
    private final PhysicalLines lines;
    private final Problems problems;

    HeredocReader(SourceText source, PhysicalLines lines, Problems problems) {
        this.source = source;
        this.lines = lines;
        this.problems = problems;
    }

    /** Reads the bodies one after the other from the next line on. */
    List<Heredoc> read(List<HeredocOperator> operators) {
        List<Heredoc> read = new ArrayList<>();
        boolean terminated = true;
        for (HeredocOperator operator : operators) {
            int start = lines.next();
            boolean found = find(operator);
            if (!found && terminated) {
                terminated = false;
                problems.add(SyntaxProblem.Kind.UNTERMINATED_HEREDOC, operator.span(), operator.delimiter());
            }
            int end = found ? lines.start() : source.content().length();
            read.add(new Heredoc(
                    operator.delimiter(),
                    operator.expand(),
                    operator.stripTabs(),
                    operator.fileDescriptor(),
                    body(new Span(Math.min(start, end), end), operator.stripTabs()),
                    new Span(Math.min(start, end), found ? lines.end() : end)));
        }
        return read;
    }

    /** Goes to the line that ends the here-document. */
    private boolean find(HeredocOperator operator) {
        String content = source.content();
        String delimiter = operator.delimiter();
        while (lines.advance()) {
            int start = operator.stripTabs() ? afterTabs(lines.start(), lines.end()) : lines.start();
            if (lines.end() - start == delimiter.length() && content.startsWith(delimiter, start)) {
                return true;
            }
        }
        return false;
    }

    private MappedText body(Span span, boolean stripTabs) {
        if (!stripTabs) {
            return MappedText.of(source, span);
        }
        MappedText.Builder body = new MappedText.Builder();
        for (int at = afterTabs(span.start(), span.end()); at < span.end(); ) {
            char c = source.content().charAt(at);
            body.append(c, at);
            at = c == '\n' ? afterTabs(at + 1, span.end()) : at + 1;
        }
        return body.build(span.end());
    }

    private int afterTabs(int from, int to) {
        int at = from;
        while (at < to && source.content().charAt(at) == '\t') {
            at++;
        }
        return at;
    }
}
