package io.github.alpinecheck.report.html;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.description.BaseDescription;
import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.description.InstructionEffect;
import io.github.alpinecheck.description.StageDescription;
import io.github.alpinecheck.report.description.Card;
import io.github.alpinecheck.report.description.ChangeText;
import io.github.alpinecheck.report.description.ImageCards;
import io.github.alpinecheck.report.description.Item;
import io.github.alpinecheck.report.description.Texts;
import io.github.alpinecheck.report.html.Page.PageFile;
import io.github.alpinecheck.rule.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the image will contain: the time line of releases, the strip of instructions, the cards. */
final class ImageSection {

    /** The rules that judge native code; what they find is the verdict about it. */
    private static final Set<String> NATIVE_CODE = Set.of("glibcCompatibility", "muslDependencies", "muslRuntime");

    /** Of what an instruction changes, that many are shown. */
    private static final int MOST_CHANGES = 24;

    private static final int LONGEST_INSTRUCTION = 200;

    private final Texts texts;
    private final Texts values;

    ImageSection(Texts texts, Locale locale) {
        this.texts = texts;
        this.values = Texts.of(Card.class, locale);
    }

    /** The image in one line. */
    void facts(BuildDescription build, HtmlWriter html) throws IOException {
        ImageDescription image = build.image().orElseThrow();
        Card base = new ImageCards(values, build.asOf()).base(image);
        html.start("ul", "facts");
        for (Card.Row row : base.rows()) {
            for (Item item : row.items()) {
                html.start("li").element("span", "label", row.label() + " ");
                item(item, html, "");
                html.end();
            }
        }
        html.end().line();
    }

    void write(PageFile file, BuildDescription build, HtmlWriter html) throws IOException {
        ImageDescription image = build.image().orElseThrow();
        html.start("section", "image").attribute("aria-labelledby", file.id() + "-image");
        html.start("h3")
                .attribute("id", file.id() + "-image")
                .text(texts.get("image"))
                .end()
                .line();
        BaseDescription base = image.base();
        if (base.release().isPresent() && base.alpine() == Presence.PRESENT) {
            new ReleaseTimeline(base.release().get(), build.asOf(), texts).write(html);
        }
        html.start("div", "strip").line();
        for (StageDescription stage : build.stages()) {
            stage(stage, stage.index() == image.stage(), html);
        }
        html.end().line();
        html.start("div", "cards").line();
        for (Card card : new ImageCards(values, build.asOf()).of(image)) {
            card(file, card, html);
        }
        nativeCode(file, html);
        html.end().end().line();
    }

    private void stage(StageDescription stage, boolean result, HtmlWriter html) throws IOException {
        html.start("details", stage.needed() ? "stage" : "stage unused");
        if (stage.shipped()) {
            html.attribute("open");
        }
        html.start("summary").start("code").element("b", "FROM").text(" " + stage.base());
        if (stage.name().isPresent()) {
            html.text(" ").element("b", "AS").text(" " + stage.name().get());
        }
        html.end();
        if (result) {
            html.text(" ").element("span", "role", values.get("text.final"));
        } else if (!stage.needed()) {
            html.text(" ").element("span", "role", values.get("text.unused"));
        }
        html.end().start("ol", "steps").line();
        for (InstructionEffect effect : stage.instructions()) {
            step(effect, html);
        }
        html.end().end().line();
    }

    private void step(InstructionEffect effect, HtmlWriter html) throws IOException {
        List<ChangeText> changes = ChangeText.of(effect, values);
        html.start("li", changes.isEmpty() ? "idle" : "step");
        html.start("span", "what")
                .element("span", "no", Integer.toString(effect.line()))
                .text(" ");
        html.start("code")
                .element("b", effect.keyword())
                .text(" " + cut(effect.text()))
                .end()
                .end();
        if (!changes.isEmpty()) {
            html.start("ul", "changes");
            for (int i = 0; i < Math.min(MOST_CHANGES, changes.size()); i++) {
                ChangeText change = changes.get(i);
                html.element("li", kind(change.sign()), change.sign() + " " + cut(change.text()));
            }
            if (changes.size() > MOST_CHANGES) {
                html.element("li", "more", texts.get("more", Integer.toString(changes.size() - MOST_CHANGES)));
            }
            html.end();
        }
        html.end().line();
    }

    private static String kind(char sign) {
        return switch (sign) {
            case '+' -> "plus";
            case '−' -> "minus";
            case '=' -> "same";
            default -> "open";
        };
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_INSTRUCTION) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_INSTRUCTION - 1))
                ? LONGEST_INSTRUCTION - 1
                : LONGEST_INSTRUCTION;
        return text.substring(0, end) + "…";
    }

    private void card(PageFile file, Card card, HtmlWriter html) throws IOException {
        html.start("section", "card " + card.id()).element("h4", card.title()).start("dl");
        for (Card.Row row : card.rows()) {
            html.start("div").element("dt", row.label()).start("dd");
            if (row.items().size() == 1) {
                item(row.items().get(0), html, file.id());
            } else {
                html.start("ul");
                for (Item item : row.items()) {
                    html.start("li");
                    item(item, html, file.id());
                    html.end();
                }
                html.end();
            }
            html.end().end();
        }
        html.end().end().line();
    }

    /**
     * A value with its line.
     *
     * @param file the id of the file that the line is a link into; the empty string for no line
     */
    private void item(Item item, HtmlWriter html, String file) throws IOException {
        switch (item.kind()) {
            case LITERAL -> html.element("code", item.text());
            case PRESENT -> html.element("span", "present", item.text());
            case WANTING -> html.element("strong", "wanting", item.text());
            case UNKNOWN -> html.element("i", "unknown", item.text());
            case WORDS -> html.element("span", item.text());
        }
        if (item.line().isPresent() && !file.isEmpty()) {
            int line = item.line().getAsInt();
            html.text(" ").start("a", "at").attribute("href", "#" + file + "-L" + line);
            html.text(values.get("line", Integer.toString(line))).end();
        }
    }

    /** Native code by verdict: the findings about it, in short. */
    private void nativeCode(PageFile file, HtmlWriter html) throws IOException {
        boolean begun = false;
        for (int i = 0; i < file.findings().size(); i++) {
            Finding finding = file.findings().get(i);
            if (NATIVE_CODE.contains(finding.rule())) {
                if (!begun) {
                    html.start("section", "card native")
                            .element("h4", texts.get("native"))
                            .start("ul");
                    begun = true;
                }
                html.start("li").start("a").attribute("href", "#" + file.findingId(i));
                html.element(
                        "span",
                        "severity " + finding.severity().id(),
                        texts.get("severity." + finding.severity().id()));
                html.text(" ").text(finding.message().text()).end().end();
            }
        }
        if (begun) {
            html.end().end().line();
        }
    }
}
