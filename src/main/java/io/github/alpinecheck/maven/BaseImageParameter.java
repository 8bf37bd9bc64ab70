package io.github.alpinecheck.maven;

import io.github.alpinecheck.alpine.Libc;
import io.github.alpinecheck.alpine.Releases;
import io.github.alpinecheck.engine.BaseImageOverride;
import io.github.alpinecheck.rule.ConfigurationElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code <baseImages>}: images that nobody but the user knows. */
final class BaseImageParameter {

    private static final Set<String> LIBCS = Set.of("musl", "glibc", "none");

    private static final Set<String> NAMES =
            new TreeSet<>(List.of("image", "alpine", "libc", "packages", "commands", "complete"));

    private final ConfigurationElement element;
    private final ElementReader reader;

    private BaseImageParameter(ConfigurationElement element, ElementReader reader) {
        this.element = element;
        this.reader = reader;
    }

    /** From elements, or from the command line: {@code image=release} between commas. */
    static List<BaseImageOverride> read(ConfigurationElement images, ElementReader reader) {
        List<BaseImageOverride> overrides = new ArrayList<>();
        if (images.children().isEmpty()) {
            for (String pair : ElementReader.texts(images)) {
                int equals = pair.indexOf('=');
                String image = equals < 0 ? pair : pair.substring(0, equals);
                String alpine = equals < 0 ? "" : pair.substring(equals + 1);
                overrides.add(
                        new BaseImageParameter(images, reader).override(image, alpine, "", Set.of(), Set.of(), false));
            }
        }
        images.children().forEach(image -> overrides.add(new BaseImageParameter(image, reader).override()));
        return overrides;
    }

    private BaseImageOverride override() {
        reader.checkNames(element, NAMES);
        String complete = text("complete");
        if (!Set.of("", "true", "false").contains(complete)) {
            reader.problem(element, "says that complete is \"" + complete + "\", and it must be true or false.");
        }
        return override(
                text("image"),
                text("alpine"),
                text("libc"),
                texts("packages"),
                texts("commands"),
                complete.equals("true"));
    }

    private BaseImageOverride override(
            String image, String alpine, String libc, Set<String> packages, Set<String> commands, boolean complete) {
        if (image.isEmpty()) {
            reader.problem(element, "has an element without <image>.");
        }
        String name = image.isEmpty() ? "an image" : image;
        if (!alpine.isEmpty() && Releases.load().find(alpine).isEmpty()) {
            reader.problem(element, "says that " + name + " is Alpine " + alpine + ", but there is no such release.");
        }
        String lower = libc.toLowerCase(Locale.ROOT);
        if (!lower.isEmpty() && !LIBCS.contains(lower)) {
            reader.problem(
                    element,
                    "says that the libc of " + name + " is \"" + libc + "\", and it must be one of musl, glibc, none.");
        }
        return new BaseImageOverride(
                image,
                Optional.of(alpine).filter(text -> !text.isEmpty()),
                Optional.of(lower).filter(LIBCS::contains).map(text -> Libc.valueOf(text.toUpperCase(Locale.ROOT))),
                packages,
                commands,
                complete);
    }

    private String text(String name) {
        return child(name).map(ConfigurationElement::text).orElse("");
    }

    private Set<String> texts(String name) {
        return child(name).map(ElementReader::texts).map(Set::copyOf).orElse(Set.of());
    }

    private Optional<ConfigurationElement> child(String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }
}
