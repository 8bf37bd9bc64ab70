package io.github.alpinecheck.report.description;

import io.github.alpinecheck.description.Change;
import io.github.alpinecheck.description.InstructionEffect;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instruction changes, for people.
 *
 * @param sign {@code +} for what comes, {@code −} for what goes, {@code =} for what stays, {@code ?} for what
 *     nobody knows
 */
public record ChangeText(char sign, String text) {

    /** The changes of an instruction without those that stand in it word for word. */
    public static List<ChangeText> of(InstructionEffect effect, Texts texts) {
        List<ChangeText> all = new ArrayList<>();
        for (Change change : effect.changes()) {
            if (!isPlain(change, effect.text())) {
                all.add(of(change, texts));
            }
        }
        return all;
    }

    private static boolean isPlain(Change change, String instruction) {
        boolean setting = change.kind() == Change.Kind.VARIABLE
                || change.kind() == Change.Kind.USER
                || change.kind() == Change.Kind.WORKING_DIRECTORY;
        return setting
                && change.value().isKnown()
                && instruction.contains(change.value().pattern());
    }

    private static ChangeText of(Change change, Texts texts) {
        String subject = change.subject();
        String value = change.value().toString();
        return switch (change.kind()) {
            case PACKAGE -> new ChangeText('+', value.isEmpty() ? subject : subject + " (" + value + ")");
            case PERHAPS_PACKAGE, PERHAPS_FILE -> new ChangeText('?', subject);
            case NO_PACKAGE, NO_FILE -> new ChangeText('−', subject);
            case ANY_PACKAGE -> new ChangeText('?', texts.get("change.anyPackage"));
            case ANY_FILE -> new ChangeText('?', texts.get("change.anyFile", subject));
            case FILE, PROGRAM -> new ChangeText('+', subject);
            case SAME_FILE -> new ChangeText('=', texts.get("change.same", subject));
            case DIRECTORY -> new ChangeText('+', subject + "/");
            case LINK -> new ChangeText('+', subject + " → " + value);
            case VARIABLE -> new ChangeText('+', subject + "=" + value);
            case USER -> new ChangeText('+', texts.get("change.user", value));
            case WORKING_DIRECTORY -> new ChangeText('+', texts.get("change.directory", value));
        };
    }
}
