package io.github.alpinecheck.kubernetes;

import io.github.alpinecheck.kubernetes.Pod.ResolverOption;
import io.github.alpinecheck.text.SourceText;
import io.github.alpinecheck.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads Kubernetes manifests. Only the syntax tree is made, so an alias is one more way to the same node and not a copy
 * of it; and only paths of a fixed length are followed in it, so a file takes no more time than its length allows.
 */
public final class ManifestReader {

    /** Where a resource has its pod: Pod itself, all that has a template, CronJob. */
    private static final List<List<String>> POD_PATHS = List.of(
            List.of("spec"),
            List.of("spec", "template", "spec"),
            List.of("spec", "jobTemplate", "spec", "template", "spec"));

    private final SourceText source;
    private final List<Pod> pods = new ArrayList<>();

    private ManifestReader(SourceText source) {
        this.source = source;
    }

    /** The manifests; empty for what is no YAML, such as a template that still is to be filled in. */
    public static Optional<Manifest> read(SourceText source) {
        ManifestReader reader = new ManifestReader(source);
        try {
            LoadSettings settings = LoadSettings.builder().build();
            for (Node document : new Compose(settings).composeAllFromString(source.content())) {
                reader.resource(document);
                // kind: List
                items(child(document, "items")).forEach(reader::resource);
            }
        } catch (YamlEngineException | StackOverflowError e) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(source, reader.pods));
    }

    private void resource(Node resource) {
        for (List<String> path : POD_PATHS) {
            Optional<Node> spec = Optional.of(resource);
            for (String key : path) {
                spec = spec.flatMap(node -> child(node, key));
            }
            spec.filter(node -> child(node, "containers").isPresent()).ifPresent(node -> pods.add(pod(node)));
        }
    }

    private Pod pod(Node spec) {
        List<String> images = Stream.of("initContainers", "containers")
                .flatMap(key -> items(child(spec, key)))
                .flatMap(container -> text(child(container, "image")).stream())
                .toList();
        List<ResolverOption> options = items(child(spec, "dnsConfig").flatMap(config -> child(config, "options")))
                .flatMap(option -> option(option).stream())
                .toList();
        return new Pod(images, options);
    }

    private Optional<ResolverOption> option(Node option) {
        Optional<Node> name = child(option, "name");
        return text(name)
                .map(text -> new ResolverOption(
                        text, text(child(option, "value")), name.map(this::span).orElse(Span.at(0))));
    }

    private static Optional<Node> child(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key)) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<Node> items(Optional<Node> node) {
        return node.filter(SequenceNode.class::isInstance)
                .map(sequence -> ((SequenceNode) sequence).getValue().stream())
                .orElse(Stream.empty());
    }

    private static Optional<String> text(Optional<Node> node) {
        return node.filter(ScalarNode.class::isInstance).map(scalar -> ((ScalarNode) scalar).getValue());
    }

    private Span span(Node node) {
        return new Span(
                node.getStartMark().map(this::offset).orElse(0),
                node.getEndMark().map(this::offset).orElse(0));
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        String content = source.content();
        return content.offsetByCodePoints(0, Math.min(mark.getIndex(), content.codePointCount(0, content.length())));
    }
}
