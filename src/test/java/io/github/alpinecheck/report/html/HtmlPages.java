package io.github.alpinecheck.report.html;

import io.github.alpinecheck.engine.DockerfileInput;
import io.github.alpinecheck.engine.Engine;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.engine.Settings;
import io.github.alpinecheck.rule.RuleCatalog;
import io.github.alpinecheck.rule.RuleSetReader;
import io.github.alpinecheck.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Pages of Dockerfiles that tests write. */
final class HtmlPages {

    /** What somebody would put into a Dockerfile who wants to run something in the reader's browser. */
    static final String ATTACK = "<script>window.attacked = 1</script><img src=x onerror='window.attacked = 1'>";

    /** It is a part of names, labels, comments, messages, values. */
    static final String ATTACKING = """
            # %1$s
            FROM alpine:3.16 AS build
            LABEL "x%1$s"="y\\"%1$s"
            ENV TZ="Asia/%1$s" A="\u202Eevil"
            RUN apk add '%1$s'
            USER %1$s
            HEALTHCHECK CMD curl "%1$s"
            CMD ["%1$s"]
            """.formatted(ATTACK.replace("'", ""));

    private HtmlPages() {}

    /** Writes Dockerfiles, checks them, and makes the page. */
    static String page(Path directory, Map<String, String> dockerfiles, Locale locale) throws Exception {
        return page(report(directory, dockerfiles, locale), locale);
    }

    static String page(Report report, Locale locale) throws IOException {
        StringWriter out = new StringWriter();
        new HtmlReport(
                        "alpine-check-maven-plugin 1",
                        locale,
                        Optional.of(Severity.ERROR),
                        rule -> Optional.of("https://example.com/rules/" + rule + ".html"))
                .write(report, out);
        return out.toString();
    }

    static Report report(Path directory, Map<String, String> dockerfiles, Locale locale) throws Exception {
        List<DockerfileInput> inputs = new ArrayList<>();
        for (Map.Entry<String, String> each : dockerfiles.entrySet()) {
            Path file = Files.writeString(directory.resolve("D" + inputs.size()), each.getValue());
            inputs.add(new DockerfileInput(file, each.getKey(), directory, Map.of(), Optional.empty()));
        }
        RuleCatalog catalog = RuleCatalog.load(HtmlPages.class.getClassLoader());
        Set<String> names = new TreeSet<>(Engine.ALWAYS_ON);
        names.addAll(RuleSetReader.defaults(catalog));
        Settings settings = new Settings(LocalDate.of(2026, 11, 23), locale, List.of());
        return new Engine(RuleSetReader.read(catalog, names, List.of()), catalog.names(), settings)
                .describing(HtmlReport.MOST_WHOLE)
                .run(inputs);
    }
}
