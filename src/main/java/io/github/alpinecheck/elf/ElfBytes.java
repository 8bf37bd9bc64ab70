package io.github.alpinecheck.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a file with the low byte first. Whatever lies outside the file makes it unreadable. */
final class ElfBytes {

    private final ByteBuffer bytes;

    ElfBytes(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return bytes.limit();
    }

    /** The offset as an index, when as many bytes from there lie in the file. */
    int at(long offset, long length, String what) throws UnreadableElfException {
        // no sums: both numbers can be anything
        if (offset < 0 || length < 0 || offset > size() || length > size() - offset) {
            throw new UnreadableElfException(what + " lies outside the file");
        }
        return (int) offset;
    }

    int unsignedByte(int index) {
        return bytes.get(index) & 0xff;
    }

    int half(int index) {
        return bytes.getShort(index) & 0xffff;
    }

    int word(int index) {
        return bytes.getInt(index);
    }

    long wide(int index) {
        return bytes.getLong(index);
    }

    /** The text of a stretch up to its first zero byte. A byte is a character. */
    String text(int start, int length) {
        int end = start;
        while (end < start + length && bytes.get(end) != 0) {
            end++;
        }
        byte[] content = new byte[end - start];
        bytes.get(start, content);
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
