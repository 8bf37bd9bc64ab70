package io.github.alpinecheck.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes small tar archives of the ustar format. */
public final class TarBuilder {

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    /** A file. */
    public TarBuilder file(String path, int mode, byte[] content) {
        return entry('0', path, mode, "", content.length, content);
    }

    /** Any entry; its size need not be true. */
    TarBuilder entry(char type, String path, int mode, String link, long size, byte[] content) {
        byte[] header = new byte[512];
        put(header, 0, path);
        put(header, 100, String.format("%07o", mode));
        put(header, 124, String.format("%011o", size));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar\0" + "00");
        return raw(header, content);
    }

    /** An entry with a header of which only the sum is missing. */
    TarBuilder raw(byte[] header, byte[] content) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        archive.writeBytes(header);
        archive.writeBytes(content);
        archive.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** The archive with the two empty blocks at its end. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(archive.toByteArray());
        whole.writeBytes(new byte[1024]);
        return whole.toByteArray();
    }

    /** The same, compressed. */
    public byte[] gzip() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes());
        }
        return compressed.toByteArray();
    }
}
