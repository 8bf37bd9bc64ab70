package io.github.alpinecheck.engine;

import io.github.alpinecheck.elf.Machine;
import io.github.alpinecheck.image.ContextFile.NativeCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The native code in a tar archive, plain or of gzip (POSIX.1-2017 {@code pax}: ustar and pax interchange formats; GNU tar's
 * long names and large sizes).
 */
final class TarArchive {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private static final int NAME_LENGTH = 100;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int SUM = 148;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final InputStream in;
    private final NativeCodeReader code;
    /** What the entry before said of this one. */
    private final Map<String, String> extended = new HashMap<>();

    private TarArchive(InputStream in, NativeCodeReader code) {
        this.in = in;
        this.code = code;
    }

    /** Paths are as ADD makes them; none for what is no such archive, is damaged or goes beyond all limits. */
    static NativeCode nativeCode(Path file, Machine machine) {
        NativeCodeReader code = new NativeCodeReader(machine);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            stream.mark(2);
            boolean gzip = stream.read() == 0x1f && stream.read() == 0x8b;
            stream.reset();
            InputStream plain = gzip ? new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)) : stream;
            new TarArchive(plain, code).read();
            return code.collected();
        } catch (IOException e) {
            return NativeCode.NONE;
        }
    }

    private void read() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            if (!isHeader(header)) {
                throw new IOException("no header");
            }
            code.bytes(BLOCK);
            entry(header);
            header = in.readNBytes(BLOCK);
        }
    }

    private void entry(byte[] header) throws IOException {
        long size = extended.containsKey("size") ? decimal(extended.get("size")) : number(header, SIZE, 12);
        if (size < 0) {
            throw new IOException("no size");
        }
        switch (header[TYPE]) {
            case 'L' -> extended.put("path", text(content(size)));
            case 'K' -> extended.put("linkpath", text(content(size)));
            case 'x' -> records(content(size));
            case 'g' -> pass(padded(size));
            // sparse, and files in several parts
            case 'S', 'M' -> throw new IOException("not supported");
            default -> {
                member(header, size);
                extended.clear();
            }
        }
    }

    private void member(byte[] header, long size) throws IOException {
        Optional<String> path = below(extended.getOrDefault("path", name(header)));
        byte type = header[TYPE];
        code.entry(path.orElse(""));
        if (type == '1' && path.isPresent()) {
            below(extended.getOrDefault("linkpath", string(header, LINK, NAME_LENGTH)))
                    .ifPresent(target -> code.link(path.get(), target));
        }
        if (type >= '1' && type <= '6') {
            // links, devices and directories have no content, whatever size they say
            return;
        }
        Part content = new Part(in, size);
        if (path.isPresent()) {
            code.file(path.get(), content, (number(header, MODE, 8) & 0111) != 0);
        }
        pass(content.remaining() + padded(size) - size);
    }

    /** A path without a slash at its beginning, as Docker unpacks it; empty for one that leads out, which is an error. */
    private static Optional<String> below(String path) {
        StringBuilder below = new StringBuilder();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".")) {
                below.append(below.isEmpty() ? "" : "/").append(part);
            }
        }
        return below.isEmpty() ? Optional.empty() : Optional.of(below.toString());
    }

    private static String name(byte[] header) {
        String name = string(header, 0, NAME_LENGTH);
        // GNU tar ends its word with blanks and has other things in the place of the prefix
        boolean posix = string(header, MAGIC, 6).equals("ustar");
        String prefix = posix ? string(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The sum of its bytes is the one that it says, with blanks for the sum itself. */
    private static boolean isHeader(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + 8 ? ' ' : header[i] & 0xff;
        }
        return sum == number(header, SUM, 8);
    }

    /** Octal digits, or bytes with the highest bit set before them. */
    private static long number(byte[] header, int at, int length) throws IOException {
        long value = 0;
        if (header[at] < 0) {
            for (int i = at + 4; i < at + length; i++) {
                value = value << 8 | header[i] & 0xff;
            }
            return value;
        }
        for (int i = at; i < at + length; i++) {
            int digit = header[i];
            if (digit >= '0' && digit <= '7') {
                value = value << 3 | digit - '0';
            } else if (digit != 0 && digit != ' ') {
                throw new IOException("no number");
            }
        }
        return value;
    }

    private static long decimal(String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
    }

    /** The records of a pax header: {@code LENGTH KEY=VALUE} and a line end each. */
    private void records(byte[] content) throws IOException {
        int at = 0;
        while (at < content.length) {
            int blank = at;
            while (blank < content.length && content[blank] != ' ') {
                blank++;
            }
            long length = decimal(new String(content, at, blank - at, StandardCharsets.UTF_8));
            if (length <= blank - at + 1 || length > content.length - at) {
                throw new IOException("no record");
            }
            int end = at + (int) length;
            String record = new String(content, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                extended.put(record.substring(0, equals), record.substring(equals + 1));
            }
            at = end;
        }
    }

    private byte[] content(long size) throws IOException {
        if (size > LONGEST_NAME) {
            throw new IOException("no name");
        }
        byte[] content = in.readNBytes((int) size);
        pass(padded(size) - size);
        return content;
    }

    private static String text(byte[] content) {
        return string(content, 0, content.length);
    }

    private static String string(byte[] bytes, int at, int length) {
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        int end = 0;
        while (end < length && part[end] != 0) {
            end++;
        }
        return new String(part, 0, end, StandardCharsets.UTF_8);
    }

    private static long padded(long size) throws IOException {
        if (size > Long.MAX_VALUE - BLOCK) {
            throw new IOException("no size");
        }
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private void pass(long count) throws IOException {
        code.bytes(count);
        in.skipNBytes(count);
    }

    /** The bytes of one file. */
    private static final class Part extends InputStream {
        private final InputStream whole;
        private long remaining;

        Part(InputStream whole, long size) {
            this.whole = whole;
            this.remaining = size;
        }

        long remaining() {
            return remaining;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            if (remaining == 0) {
                return -1;
            }
            int n = whole.read(to, at, (int) Math.min(length, remaining));
            if (n < 0) {
                throw new EOFException();
            }
            remaining -= n;
            return n;
        }
    }
}
