package io.github.alpinecheck.report;

import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.engine.Report;
import io.github.alpinecheck.rule.ConfiguredRule;
import io.github.alpinecheck.rule.RuleDocumentation;
import io.github.alpinecheck.rule.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a SARIF file says of the plugin and of the rules that were asked. */
final class SarifRules {

    private final Locale locale;
    private final RuleDocumentation documentation = new RuleDocumentation();
    /** By name; a rule that is configured twice is described once. */
    private final Map<String, ConfiguredRule> rules = new LinkedHashMap<>();

    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    SarifRules(Report report, Locale locale) {
        this.locale = locale;
        for (ConfiguredRule rule : report.rules()) {
            if (rules.putIfAbsent(rule.name(), rule) == null) {
                indexes.put(rule.name(), indexes.size());
            }
        }
    }

    /** SARIF's words for severities. */
    static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.id();
    }

    /** The language of the texts as SARIF has it, with a country. */
    static String language(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en-US";
    }

    /** The place of a rule in the list; -1, SARIF's word for unknown, if it is not there. */
    int index(String rule) {
        return indexes.getOrDefault(rule, -1);
    }

    void writeTool(Tool tool, JsonWriter json) throws IOException {
        json.name("tool").beginObject();
        json.name("driver").beginObject();
        json.name("name").value(tool.name());
        json.name("fullName").value(tool.name() + " " + tool.version());
        json.name("version").value(tool.version());
        json.name("semanticVersion").value(tool.version());
        json.name("informationUri").value(documentation.site());
        json.name("language").value(language(locale));
        json.name("rules").beginArray();
        for (ConfiguredRule rule : rules.values()) {
            write(rule, json);
        }
        json.endArray();
        json.endObject();
        json.endObject();
    }

    private void write(ConfiguredRule rule, JsonWriter json) throws IOException {
        String summary = rule.summary(locale).orElse(rule.name());
        Optional<String> page = documentation.page(rule.name());
        Optional<String> url = documentation.url(rule.name());
        json.beginObject();
        json.name("id").value(rule.name());
        // no name: the id is one that people read, and SARIF wants no second one that differs in case only
        multiformat("shortDescription", summary, json);
        multiformat("fullDescription", summary, json);
        json.name("help").beginObject();
        json.name("text").value(page.map(PageText::of).orElse(summary));
        json.name("markdown").value(page.orElse(summary));
        json.endObject();
        if (url.isPresent()) {
            json.name("helpUri").value(url.get());
        }
        json.name("defaultConfiguration").beginObject();
        json.name("level").value(level(rule.level().orElse(rule.rule().defaultLevel())));
        json.endObject();
        json.name("properties").beginObject();
        json.name("tags").beginArray().value("alpine").value("docker").endArray();
        json.name("precision").value("very-high");
        json.endObject();
        json.endObject();
    }

    private static void multiformat(String name, String markdown, JsonWriter json) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(markdown.replace("`", ""));
        json.name("markdown").value(markdown);
        json.endObject();
    }
}
