package io.github.alpinecheck.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alpinecheck.text.Span;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks trees of any node: all are records. */
final class Tree {

    private static final List<Class<?>> NODES =
            List.of(Command.class, Word.class, Word.Part.class, Redirection.class, Assignment.class);

    private final Map<Class<?>, List<Method>> accessors = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final Span file;
    private int depth;
    private int deepest;

    private Tree(Span file) {
        this.file = file;
    }

    /** The spans of all nodes, parents before children; checks nothing. */
    static List<Span> spans(Command root) {
        Tree tree = new Tree(new Span(0, Integer.MAX_VALUE));
        tree.walk(root, tree.file);
        return tree.spans;
    }

    /** Checks that every node is within its parent, and all in the file; here-documents may be beyond their command. */
    static int checkedDepth(Command root, Span file) {
        Tree tree = new Tree(file);
        tree.walk(root, file);
        return tree.deepest;
    }

    private void walk(Object value, Span parent) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> walk(inner, parent));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> walk(inner, parent));
        } else if (value instanceof Record node && !(node instanceof Span)) {
            depth++;
            deepest = Math.max(deepest, depth);
            children(node, NODES.stream().anyMatch(type -> type.isInstance(node)) ? checked(node, parent) : parent);
            depth--;
        }
    }

    private Span checked(Record node, Span parent) {
        Span span = span(node);
        if (!parent.contains(span)) {
            assertThat(span).as("%s in %s", node, parent).isEqualTo(parent);
        }
        spans.add(span);
        return span;
    }

    private static Span span(Record node) {
        if (node instanceof Command command) {
            return command.span();
        } else if (node instanceof Word word) {
            return word.span();
        } else if (node instanceof Word.Part part) {
            return part.span();
        } else if (node instanceof Redirection redirection) {
            return redirection.span();
        }
        return ((Assignment) node).span();
    }

    private void children(Record node, Span span) {
        for (Method accessor : accessors.computeIfAbsent(node.getClass(), Tree::accessors)) {
            walk(get(node, accessor), accessor.getName().equals("heredoc") ? file : span);
        }
    }

    private static List<Method> accessors(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toList();
    }

    private static Object get(Record node, Method accessor) {
        try {
            return accessor.invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
