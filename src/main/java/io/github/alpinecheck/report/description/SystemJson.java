package io.github.alpinecheck.report.description;

import com.google.gson.stream.JsonWriter;
import io.github.alpinecheck.description.ClockDescription;
import io.github.alpinecheck.description.ImageDescription;
import io.github.alpinecheck.description.RepositoriesDescription;
import io.github.alpinecheck.description.ResolverDescription;
import io.github.alpinecheck.description.StartDescription;
import io.github.alpinecheck.description.TrustDescription;
import java.io.IOException;
import java.util.Optional;

/** The members of an image's object about repositories, clock, certificates, names and what a container starts. */
final class SystemJson {

    private final DescriptionJson values;
    private final JsonWriter json;

    SystemJson(DescriptionJson values, JsonWriter json) {
        this.values = values;
        this.json = json;
    }

    void write(ImageDescription image) throws IOException {
        repositories(image.repositories());
        clock(image.clock());
        trust(image.trust());
        resolver(image.resolver());
        start(image.start());
    }

    private void repositories(RepositoriesDescription repositories) throws IOException {
        json.name("repositories").beginObject();
        json.name("file").value(DescriptionJson.id(repositories.file()));
        json.name("complete").value(repositories.complete());
        values.line("line", repositories.writtenAt());
        json.name("lines").beginArray();
        for (RepositoriesDescription.Line line : repositories.lines()) {
            json.beginObject();
            values.text("text", line.text());
            json.name("host").value(line.repository().map(r -> r.host()).orElse(null));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void clock(ClockDescription clock) throws IOException {
        json.name("timeZone").beginObject();
        zone("libc", clock.libc());
        json.name("virtualMachine").value(DescriptionJson.id(clock.virtualMachine()));
        zone("java", clock.java());
        json.name("zoneData").value(DescriptionJson.id(clock.zones()));
        json.name("settings").beginArray();
        for (ClockDescription.Setting setting : clock.settings()) {
            json.beginObject().name("place").value(DescriptionJson.id(setting.place()));
            json.name("zone").value(setting.zone());
            json.name("line").value(setting.line());
            json.endObject();
        }
        json.endArray().endObject();
    }

    /** The empty string is for no zone at all, which is UTC. */
    private void zone(String name, ClockDescription.Zone zone) throws IOException {
        json.name(name);
        if (zone.known()) {
            json.value(zone.name());
        } else {
            json.beginObject().name("unknown").value(true).endObject();
        }
    }

    private void trust(TrustDescription trust) throws IOException {
        json.name("trust").beginObject();
        json.name("list").value(DescriptionJson.id(trust.system()));
        json.name("path").value(trust.systemPath().orElse(null));
        json.name("java").value(DescriptionJson.id(trust.java()));
        json.name("certificates").beginArray();
        for (TrustDescription.Certificate certificate : trust.certificates()) {
            json.beginObject().name("path").value(certificate.path());
            json.name("trusted").value(DescriptionJson.id(certificate.trusted()));
            json.name("line").value(certificate.line());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void resolver(ResolverDescription resolver) throws IOException {
        json.name("resolver").beginObject();
        json.name("tcp").value(DescriptionJson.id(resolver.tcp()));
        json.name("nsswitch").value(DescriptionJson.id(resolver.nsswitch()));
        values.text("hosts", resolver.hosts());
        values.line("line", resolver.nsswitchWrittenAt());
        json.endObject();
    }

    private void start(StartDescription start) throws IOException {
        json.name("start").beginObject();
        line("entrypoint", start.entrypoint());
        line("cmd", start.cmd());
        line("healthcheck", start.healthcheck());
        json.name("commands").beginArray();
        for (StartDescription.Called called : start.commands()) {
            json.beginObject().name("name").value(called.name());
            json.name("by").value(called.by());
            json.name("there").value(DescriptionJson.id(called.there()));
            json.name("line").value(called.line());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void line(String name, Optional<StartDescription.Line> line) throws IOException {
        json.name(name);
        if (line.isEmpty()) {
            json.nullValue();
        } else {
            json.beginObject().name("text").value(line.get().text());
            json.name("shell").value(line.get().shell());
            json.name("line").value(line.get().line());
            json.endObject();
        }
    }
}
