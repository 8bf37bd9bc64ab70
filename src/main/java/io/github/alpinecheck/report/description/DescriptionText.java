package io.github.alpinecheck.report.description;

import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.description.InstructionEffect;
import io.github.alpinecheck.description.StageDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The description of a build as text for a terminal. */
public final class DescriptionText {

    /** Longer lines of a Dockerfile, and longer lists of changes, are cut: this is an overview. */
    private static final int WIDTH = 100;

    private static final int MOST_CHANGES = 12;

    private final Texts texts;

    /** In a language. */
    public DescriptionText(Locale locale) {
        this.texts = Texts.of(DescriptionText.class, locale);
    }

    /**
     * The lines.
     *
     * @param name of the Dockerfile
     * @param description empty when it could not be read
     */
    public List<String> lines(String name, Optional<BuildDescription> description) {
        List<String> lines = new ArrayList<>();
        lines.add(printable(name));
        if (description.isEmpty() || description.get().image().isEmpty()) {
            lines.add("  " + texts.get("text.noImage"));
            return lines;
        }
        BuildDescription build = description.get();
        for (StageDescription stage : build.stages()) {
            stage(stage, build.image().get().stage() == stage.index(), lines);
        }
        for (Card card : new ImageCards(texts, build.asOf()).of(build.image().get())) {
            lines.add("");
            lines.add("  " + card.title());
            int width = 0;
            for (Card.Row row : card.rows()) {
                width = Math.max(width, columns(row.label()));
            }
            for (Card.Row row : card.rows()) {
                row(row, width, lines);
            }
        }
        return lines;
    }

    private void stage(StageDescription stage, boolean result, List<String> lines) {
        lines.add("");
        String name = stage.name().isPresent() ? " AS " + stage.name().get() : "";
        String role = result ? texts.get("text.final") : stage.needed() ? "" : texts.get("text.unused");
        lines.add(printable("  " + texts.get("text.stage", String.valueOf(stage.index())) + ": FROM " + stage.base()
                + name + (role.isEmpty() ? "" : " (" + role + ")")));
        for (InstructionEffect effect : stage.instructions()) {
            String number = String.valueOf(effect.line());
            String text = effect.keyword() + " " + effect.text();
            lines.add("  " + " ".repeat(Math.max(0, 4 - number.length())) + number + "  " + printable(cut(text)));
            List<ChangeText> changes = ChangeText.of(effect, texts);
            for (int i = 0; i < Math.min(MOST_CHANGES, changes.size()); i++) {
                lines.add("          " + changes.get(i).sign() + " "
                        + printable(cut(changes.get(i).text())));
            }
            if (changes.size() > MOST_CHANGES) {
                lines.add("          … " + (changes.size() - MOST_CHANGES));
            }
        }
    }

    private void row(Card.Row row, int width, List<String> lines) {
        String label = printable(row.label()) + " ".repeat(width - columns(row.label()));
        StringBuilder line = new StringBuilder("    " + label + "  ");
        for (int i = 0; i < row.items().size(); i++) {
            Item item = row.items().get(i);
            String at = item.line().isPresent()
                    ? " (" + texts.get("line", String.valueOf(item.line().getAsInt())) + ")"
                    : "";
            line.append(i == 0 ? "" : ", ").append(printable(item.text())).append(at);
        }
        lines.add(line.toString());
    }

    private static String cut(String text) {
        return text.length() <= WIDTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(WIDTH, text.codePointCount(0, text.length()))))
                        + "…";
    }

    /** East Asian characters take two columns; labels have no others that are not one wide. */
    private static int columns(String label) {
        int columns = 0;
        for (int i = 0; i < label.length(); i++) {
            columns += label.charAt(i) >= 0x2E80 ? 2 : 1;
        }
        return columns;
    }

    /** Without what a terminal would obey instead of showing. */
    private static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return result.toString();
    }
}
