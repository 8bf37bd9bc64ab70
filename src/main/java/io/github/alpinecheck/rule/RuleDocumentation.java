package io.github.alpinecheck.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The pages of our own rules, which the plugin brings along. Rules of other jars have none. */
public final class RuleDocumentation {

    private static final String PAGES = "pages/";
    private static final String ENDING = ".md";

    private @Nullable String site;
    /** Those that were asked for: reports have many findings of few rules. */
    private final Map<String, Optional<String>> urls = new HashMap<>();

    /** The address of the plugin's site, ending with a slash. */
    public String site() {
        if (site == null) {
            Properties properties = new Properties();
            try (Reader in = new InputStreamReader(open("site.properties").orElseThrow(), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            site = properties.getProperty("url");
        }
        return site;
    }

    /** The address of a rule's page on the site. */
    public Optional<String> url(String rule) {
        return urls.computeIfAbsent(
                rule,
                name -> RuleDocumentation.class.getResource(PAGES + name + ENDING) == null
                        ? Optional.empty()
                        : Optional.of(address(name)));
    }

    /** The page itself, as Markdown, with links that lead to the site. */
    public Optional<String> page(String rule) {
        return open(PAGES + rule + ENDING).map(in -> {
            try (in) {
                return withAddresses(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String address(String page) {
        return site() + "rules/" + page + ".html";
    }

    /** Pages link to each other by the names of their files. */
    private String withAddresses(String markdown) {
        StringBuilder result = new StringBuilder(markdown.length());
        int done = 0;
        for (int end = markdown.indexOf(ENDING + ")"); end >= 0; end = markdown.indexOf(ENDING + ")", end + 1)) {
            int start = markdown.lastIndexOf("](", end) + 2;
            String page = markdown.substring(start, end);
            if (start >= done + 2 && page.chars().allMatch(Character::isLetterOrDigit)) {
                result.append(markdown, done, start).append(address(page));
                done = end + ENDING.length();
            }
        }
        return result.append(markdown, done, markdown.length()).toString();
    }

    private static Optional<InputStream> open(String resource) {
        return Optional.ofNullable(RuleDocumentation.class.getResourceAsStream(resource));
    }
}
