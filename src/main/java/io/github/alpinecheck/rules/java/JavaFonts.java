package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.alpine.DrawingLibraries;
import io.github.alpinecheck.alpine.DrawingLibraries.Need;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.rule.OwnCode;
import io.github.alpinecheck.rule.Project.Dependency;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/** An image whose Java draws text has fontconfig and a font. */
@RuleName("javaFonts")
public final class JavaFonts extends Rule {

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    protected void check(RuleContext context) {
        context.build()
                .result()
                .filter(stage -> stage.initial().isAlpine()
                        && new OwnCode(context).in(stage).isPresent())
                .ifPresent(stage ->
                        ImageFonts.missing(stage.result()).ifPresent(missing -> check(context, stage, missing)));
    }

    private static void check(RuleContext context, StageModel stage, ImageFonts.Missing missing) {
        List<Dependency> libraries = context.project().runtimeDependencies();
        Optional<Dependency> always = first(libraries, Need.ALWAYS);
        Severity severity = always.isPresent() ? Severity.ERROR : Severity.WARNING;
        always.or(() -> first(libraries, Need.SOMETIMES))
                .ifPresent(library -> context.report(
                        severity,
                        stage.index(),
                        stage.syntax().from().image().span(),
                        context.message(
                                key(missing, always.isPresent()),
                                library.artifactId(),
                                library.trail(),
                                stage.base(),
                                packages(stage.result()))));
    }

    private static String key(ImageFonts.Missing missing, boolean always) {
        return switch (missing) {
            case FONTCONFIG -> always ? "fontconfig" : "fontconfigSometimes";
            case FONT -> always ? "font" : "fontSometimes";
        };
    }

    private static Optional<Dependency> first(List<Dependency> libraries, Need need) {
        DrawingLibraries known = DrawingLibraries.load();
        return libraries.stream()
                .filter(library -> known.need(library.groupId(), library.artifactId())
                        .filter(need::equals)
                        .isPresent())
                .findFirst();
    }

    /** What to install: Alpine's headless Java has no font manager either, that is in the package without the suffix. */
    private static String packages(ImageState image) {
        return image.packages().certain().stream()
                .filter(name -> name.startsWith("openjdk"))
                .flatMap(name -> ImageFonts.whole(name).stream())
                .filter(whole -> image.packagePresence(whole) != Presence.PRESENT)
                .findFirst()
                .map(whole -> whole + " fontconfig ttf-dejavu")
                .orElse("fontconfig ttf-dejavu");
    }
}
