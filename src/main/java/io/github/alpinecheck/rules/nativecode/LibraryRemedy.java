package io.github.alpinecheck.rules.nativecode;

import io.github.alpinecheck.alpine.MuslBuilds;
import io.github.alpinecheck.alpine.MuslBuilds.Build;
import io.github.alpinecheck.rule.Project.Dependency;
import io.github.alpinecheck.rule.RuleContext;
import java.util.Optional;

/**
 * What makes the native code of one of the project's libraries load: what changes least comes first.
 *
 * @param remedy what the image can do for it
 */
record LibraryRemedy(RuleContext context, Dependency library, Remedy remedy) {

    /** What to do, for people; empty if nothing certainly helps. */
    Optional<String> find() {
        Optional<String> packages = remedy.byPackages();
        if (packages.isPresent()) {
            return packages;
        }
        Optional<String> newer = newerVersion();
        Optional<String> preloading = remedy.byPreloading();
        // another library may ask for the old version, so the second best is said too
        return newer.isPresent() && preloading.isPresent()
                ? Optional.of(
                        context.message("either", newer.get(), preloading.get()).text())
                : newer.or(() -> preloading);
    }

    private Optional<String> newerVersion() {
        return MuslBuilds.load()
                .of(
                        library.groupId(),
                        library.artifactId(),
                        library.classifier(),
                        remedy.machine().id())
                .filter(build -> build.isNewerThan(library.version()))
                .filter(build -> remedy.image()
                        .release()
                        .filter(release -> release.compareTo(build.since()) >= 0)
                        .isPresent())
                .map(this::take);
    }

    private String take(Build build) {
        String version =
                context.message("newer", library.artifactId(), build.version()).text();
        return remedy.installing(build.packages())
                .map(instruction -> version + ", " + instruction)
                .orElse(version);
    }
}
