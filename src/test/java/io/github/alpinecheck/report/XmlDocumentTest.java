package io.github.alpinecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class XmlDocumentTest {

    @Test
    void elementsAreIndentedAndTextStaysAsItIs() throws Exception {
        StringWriter out = new StringWriter();
        XmlDocument xml = new XmlDocument(out);
        xml.open("a");
        xml.open("b");
        xml.attribute("c", "\"<&你好\uD83D\uDC4B");
        xml.close();
        xml.open("b");
        xml.textAndClose("one\n<two> ]]>");
        xml.close();
        xml.end();
        assertThat(out.toString()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <a>
                  <b c="&quot;&lt;&amp;你好\uD83D\uDC4B"></b>
                  <b>one
                &lt;two&gt; ]]&gt;</b>
                </a>
                """);
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        StringWriter out = new StringWriter();
        XmlDocument xml = new XmlDocument(out);
        xml.open("a");
        xml.textAndClose("a\u0000b\u001Bc\uFFFEd\uFFFFe\uD83Df\tg");
        xml.end();
        assertThat(out.toString()).contains("<a>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\tg</a>");
    }
}
