package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Operand;
import java.util.List;
import java.util.Set;

/** {@code find} (POSIX.1-2017 {@code find}, and {@code -delete}): what its actions do, below where it starts. */
final class FindModel implements CommandModel {

    /** What changes only the files that it is given. */
    private static final Set<String> CHANGES_ITS_FILES = Set.of("rm", "chmod", "chown", "strip", "touch", "sed");

    @Override
    public Result run(Call call) {
        List<Operand> words = call.arguments();
        boolean changes = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).value().pattern();
            boolean runs = word.startsWith("-exec") || word.startsWith("-ok");
            changes |= runs || word.equals("-delete");
            String program = i + 1 < words.size() ? words.get(i + 1).known().orElse("") : "";
            if (runs && !CHANGES_ITS_FILES.contains(program)) {
                return Result.anything(call.image());
            }
        }
        return Result.maySucceed(changes ? afterChangesBelowStart(call) : call.image());
    }

    private static ImageState afterChangesBelowStart(Call call) {
        ImageState image = call.image();
        for (Operand start : call.arguments()) {
            if (start.value().pattern().startsWith("-")) {
                break;
            }
            image = image.withFiles(image.files().withOpaque(call.knownDirectory(start)));
        }
        return image;
    }
}
