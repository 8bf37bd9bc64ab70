package io.github.alpinecheck.dockerfile;

import io.github.alpinecheck.text.MappedText;
import io.github.alpinecheck.text.Span;
import java.util.List;
import java.util.Optional;

/** An instruction of a Dockerfile. */
public sealed interface Instruction {

    /** Keyword, place and options. */
    Header header();

    /** From the keyword to the last character, here-documents included, the line end excluded. */
    default Span span() {
        return header().span();
    }

    /** The value of an option, if it is given with a value. */
    default Optional<Argument> flag(String name) {
        for (Flag flag : header().flags()) {
            if (flag.name().equals(name)) {
                return flag.value();
            }
        }
        return Optional.empty();
    }

    /**
     * What every instruction has.
     *
     * @param keyword in upper case
     * @param keywordSpan the keyword alone
     * @param span the whole instruction
     * @param flags in order
     */
    record Header(String keyword, Span keywordSpan, Span span, List<Flag> flags) {
        public Header {
            flags = List.copyOf(flags);
        }
    }

    /**
     * {@code FROM image [AS alias]}.
     *
     * @param alias as written; names of stages are compared without regard to case
     */
    record From(Header header, Argument image, Optional<Argument> alias) implements Instruction {}

    /** {@code RUN}. */
    record Run(Header header, CommandForm command, List<Heredoc> heredocs) implements Instruction {
        public Run {
            heredocs = List.copyOf(heredocs);
        }
    }

    /** {@code CMD}. */
    record Cmd(Header header, CommandForm command) implements Instruction {}

    /** {@code ENTRYPOINT}; the exec form without words resets it. */
    record Entrypoint(Header header, CommandForm command) implements Instruction {}

    /** {@code HEALTHCHECK}; no command for {@code HEALTHCHECK NONE}. */
    record Healthcheck(Header header, Optional<CommandForm> command) implements Instruction {}

    /** {@code SHELL ["program", "option"]}. */
    record Shell(Header header, List<MappedText> words) implements Instruction {
        public Shell {
            words = List.copyOf(words);
        }
    }

    /** {@code COPY}; a source that is a here-document stands in {@code heredocs} only. */
    record Copy(Header header, List<Argument> sources, Argument destination, List<Heredoc> heredocs)
            implements Instruction {
        public Copy {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }
    }

    /** {@code ADD}; as {@link Copy}, a source may be an address or an archive. */
    record Add(Header header, List<Argument> sources, Argument destination, List<Heredoc> heredocs)
            implements Instruction {
        public Add {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }
    }

    /** {@code ENV}, in the {@code a=b c=d} and in the {@code a b} form. */
    record Env(Header header, List<KeyValue> pairs) implements Instruction {
        public Env {
            pairs = List.copyOf(pairs);
        }
    }

    /** {@code LABEL}. */
    record Label(Header header, List<KeyValue> pairs) implements Instruction {
        public Label {
            pairs = List.copyOf(pairs);
        }
    }

    /** {@code ARG}. */
    record Arg(Header header, List<Declaration> declarations) implements Instruction {
        public Arg {
            declarations = List.copyOf(declarations);
        }

        /**
         * A build argument.
         *
         * @param defaultValue what stands after {@code =}
         */
        public record Declaration(String name, Optional<Argument> defaultValue, Span span) {}
    }

    /** {@code USER}. */
    record User(Header header, Argument user) implements Instruction {}

    /** {@code WORKDIR}. */
    record Workdir(Header header, Argument path) implements Instruction {}

    /** {@code EXPOSE}. */
    record Expose(Header header, List<Argument> ports) implements Instruction {
        public Expose {
            ports = List.copyOf(ports);
        }
    }

    /** {@code VOLUME}. */
    record Volume(Header header, List<Argument> paths) implements Instruction {
        public Volume {
            paths = List.copyOf(paths);
        }
    }

    /** {@code STOPSIGNAL}. */
    record Stopsignal(Header header, Argument signal) implements Instruction {}

    /** {@code MAINTAINER}, deprecated. */
    record Maintainer(Header header, MappedText text) implements Instruction {}

    /** {@code ONBUILD}: the instruction that a build on top of this image will run. */
    record Onbuild(Header header, Instruction trigger) implements Instruction {}

    /**
     * What could not be read: an unknown keyword, or a known one with arguments it does not take. The Dockerfile's
     * problems say why.
     */
    record Unreadable(Header header, MappedText arguments) implements Instruction {}
}
