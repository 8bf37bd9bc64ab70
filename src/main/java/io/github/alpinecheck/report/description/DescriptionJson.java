package io.github.alpinecheck.report.description;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.description.BaseDescription;
import io.github.alpinecheck.description.BuildDescription;
import io.github.alpinecheck.description.Change;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.description.InstructionEffect;
import io.github.alpinecheck.description.PackagesDescription;
import io.github.alpinecheck.description.StageDescription;
import io.github.alpinecheck.text.PartialString;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Descriptions of builds as JSON. Every name is always there. {@code null} stands for what certainly is not there or
 * does not apply, {@code "yes"}, {@code "no"} and {@code "unknown"} for whether something is there, and an object with
 * {@code "unknown": true} for a text of which nobody knows all; its {@code text} then has {@code …} for what is missing.
 */
public final class DescriptionJson {

    private final JsonWriter json;

    /** Over a writer, which stays open. */
    public DescriptionJson(Writer out) {
        this.json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
    }

    /** Begins the document. */
    public void begin() throws IOException {
        json.beginObject().name("dockerfiles").beginArray();
    }

    /** Ends the document. */
    public void end() throws IOException {
        json.endArray().endObject().flush();
    }

    /**
     * Writes one build.
     *
     * @param description empty when the file could not be read
     */
    public void write(String path, Optional<BuildDescription> description) throws IOException {
        json.beginObject().name("path").value(path);
        json.name("asOf").value(description.map(d -> d.asOf().toString()).orElse(null));
        json.name("stages").beginArray();
        if (description.isPresent()) {
            for (StageDescription stage : description.get().stages()) {
                stage(stage);
            }
        }
        json.endArray().name("image");
        Optional<ImageDescription> image = description.flatMap(BuildDescription::image);
        if (image.isPresent()) {
            image(image.get());
        } else {
            json.nullValue();
        }
        json.endObject();
    }

    private void stage(StageDescription stage) throws IOException {
        json.beginObject().name("index").value(stage.index());
        json.name("name").value(stage.name().orElse(null));
        text("base", stage.base());
        line("parent", stage.parent());
        json.name("line").value(stage.line());
        json.name("shipped").value(stage.shipped());
        json.name("needed").value(stage.needed());
        json.name("instructions").beginArray();
        for (InstructionEffect effect : stage.instructions()) {
            json.beginObject().name("line").value(effect.line());
            json.name("keyword").value(effect.keyword());
            json.name("text").value(effect.text());
            json.name("changes").beginArray();
            for (Change change : effect.changes()) {
                json.beginObject().name("kind").value(id(change.kind()));
                json.name("subject").value(change.subject());
                text("value", change.value());
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private void image(ImageDescription image) throws IOException {
        json.beginObject().name("stage").value(image.stage());
        base(image.base());
        text("user", image.user());
        text("directory", image.directory());
        json.name("environment").beginObject().name("complete").value(image.environmentComplete());
        json.name("variables").beginArray();
        for (ImageDescription.Variable variable : image.environment()) {
            json.beginObject().name("name").value(variable.name());
            text("value", variable.value());
            line("line", variable.line());
            json.endObject();
        }
        json.endArray().endObject();
        packages(image.packages());
        new SystemJson(this, json).write(image);
        json.endObject();
    }

    private void base(BaseDescription base) throws IOException {
        json.name("base").beginObject();
        text("reference", base.reference());
        json.name("line").value(base.line());
        json.name("known").value(base.known());
        json.name("alpine").value(id(base.alpine()));
        json.name("release").value(base.release().map(r -> r.version()).orElse(null));
        json.name("endOfSupport")
                .value(base.release()
                        .flatMap(r -> r.endOfSupport())
                        .map(Object::toString)
                        .orElse(null));
        json.name("libc").value(id(base.libc()));
        json.name("floating").value(base.floating());
        json.name("frozenSince").value(base.frozenSince().map(Object::toString).orElse(null));
        json.name("java");
        if (base.java().isPresent()) {
            json.value(base.java().get().feature());
        } else {
            json.nullValue();
        }
        json.endObject();
    }

    private void packages(PackagesDescription packages) throws IOException {
        json.name("packages").beginObject().name("complete").value(packages.complete());
        json.name("added").beginArray();
        for (PackagesDescription.Added added : packages.added()) {
            json.beginObject().name("name").value(added.name());
            strings("members", added.members());
            json.name("certain").value(added.certain());
            json.name("line").value(added.line());
            json.endObject();
        }
        json.endArray();
        strings("ofBase", packages.ofBase());
        json.endObject();
    }

    void strings(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    void text(String name, PartialString text) throws IOException {
        json.name(name);
        if (text.isKnown()) {
            json.value(text.pattern());
        } else {
            json.beginObject().name("unknown").value(true);
            json.name("text").value(text.toString());
            json.endObject();
        }
    }

    void line(String name, OptionalInt line) throws IOException {
        json.name(name);
        if (line.isPresent()) {
            json.value(line.getAsInt());
        } else {
            json.nullValue();
        }
    }

    static String id(Presence presence) {
        return switch (presence) {
            case PRESENT -> "yes";
            case ABSENT -> "no";
            case UNKNOWN -> "unknown";
        };
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
