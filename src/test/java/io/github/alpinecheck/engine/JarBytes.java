package io.github.alpinecheck.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small jars. */
public final class JarBytes {

    private JarBytes() {}

    /** A jar with a file. */
    public static byte[] of(String path, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
