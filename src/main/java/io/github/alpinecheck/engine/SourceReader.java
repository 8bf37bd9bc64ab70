package io.github.alpinecheck.engine;

import io.github.alpinecheck.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Gets a file's text from the disk; what cannot be read is a problem of that file alone. */
final class SourceReader {

    /** A Dockerfile that large is none. */
    static final int MAX_BYTES = 10 * 1024 * 1024;

    private SourceReader() {}

    /**
     * The text.
     *
     * @param name what findings call the file
     * @throws UnreadableException if there is no text to check
     */
    static SourceText read(Path file, String name) throws UnreadableException {
        byte[] bytes;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                // a pipe or a device could be read for ever
                throw new UnreadableException(attributes.isDirectory() ? "directory" : "special");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableException("missing");
        } catch (AccessDeniedException e) {
            throw new UnreadableException("denied");
        } catch (IOException e) {
            throw new UnreadableException("unreadable", reason(e));
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException("tooLarge", MAX_BYTES / 1024 / 1024);
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new UnreadableException("binary");
            }
        }
        return SourceText.decode(name, bytes);
    }

    /** Without the path that the message of a {@link FileSystemException} starts with: reports have none of a machine. */
    private static String reason(IOException e) {
        Optional<String> reason = e instanceof FileSystemException failure
                ? Optional.ofNullable(failure.getReason())
                : Optional.ofNullable(e.getMessage());
        return reason.orElseGet(() -> e.getClass().getSimpleName());
    }

    /** Why a file has no text: a key of {@link DockerfileSyntax}'s messages, and its arguments. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final transient Object[] arguments;

        UnreadableException(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = arguments.clone();
        }

        String key() {
            return key;
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }
}
