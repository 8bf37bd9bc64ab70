package io.github.alpinecheck.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented XML 1.0. Characters that it forbids become U+FFFD: no escape would make them legal. */
final class XmlDocument {

    private static final String INDENT = "  ";

    private final XMLStreamWriter xml;
    private int depth;
    private boolean justOpened;

    XmlDocument(Writer out) throws IOException {
        try {
            // not newFactory, which looks for others' in the class path
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void open(String element) throws IOException {
        try {
            newLine();
            xml.writeStartElement(element);
            depth++;
            justOpened = true;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An attribute of the element that was opened last. */
    void attribute(String name, Object value) throws IOException {
        try {
            xml.writeAttribute(name, legal(value.toString()));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The whole content of the element that was opened last, which ends with it. */
    void textAndClose(String text) throws IOException {
        try {
            xml.writeCharacters(legal(text));
            xml.writeEndElement();
            depth--;
            justOpened = false;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void close() throws IOException {
        try {
            depth--;
            if (!justOpened) {
                newLine();
            }
            xml.writeEndElement();
            justOpened = false;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** After the root element was closed. */
    void end() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static String legal(String text) {
        int at = 0;
        while (at < text.length() && isLegal(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, at);
        text.substring(at).codePoints().forEach(c -> result.appendCodePoint(isLegal(c) ? c : '\uFFFD'));
        return result.toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF
                || c == '\n'
                || c == '\t'
                || c == '\r';
    }
}
