package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "alpine, alpine, -, -",
        "alpine:3.22, alpine, 3.22, -",
        "library/alpine, alpine, -, -",
        "docker.io/library/alpine:3, alpine, 3, -",
        "docker.io/alpine, alpine, -, -",
        "index.docker.io/library/alpine, alpine, -, -",
        "docker.io/bellsoft/liberica:17, bellsoft/liberica, 17, -",
        "example.com/library/alpine:3, example.com/library/alpine, 3, -",
        "localhost:5000/team/app:1.0, localhost:5000/team/app, 1.0, -",
        "localhost/app, localhost/app, -, -",
        "Registry.Example.com/app, Registry.Example.com/app, -, -",
        "alpine@sha256:0a1b, alpine, -, sha256:0a1b",
        "alpine:3.22@sha256:0a1b, alpine, 3.22, sha256:0a1b",
        "a/b.c/d__e/f---g, a/b.c/d__e/f---g, -, -",
        "app:Some_Tag-1.0, app, Some_Tag-1.0, -",
    })
    void reads(String text, String repository, String tag, String digest) {
        ImageReference reference = ImageReference.parse(text).orElseThrow();
        assertThat(reference.repository()).isEqualTo(repository);
        assertThat(reference.tag().orElse("-")).isEqualTo(tag);
        assertThat(reference.digest().orElse("-")).isEqualTo(digest);
        assertThat(ImageReference.parse(reference.toString())).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":3.22",
                "alpine:",
                "alpine@",
                "alpine@sha256",
                "alpine@sha256:",
                "alpine@sha256:xyz",
                "Alpine",
                "team/App",
                "/alpine",
                "alpine/",
                "a//b",
                "a..b",
                "a___b",
                "-a",
                "a-",
                "a b",
                "a:b:c",
                "alpine:.3",
                "alpine:-3",
                "alpine:${VERSION}",
                "localhost:port/app",
                "https://example.com/app",
            })
    void doesNotRead(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 129})
    void aTagHasAtMost128Characters(int length) {
        assertThat(ImageReference.parse("app:" + "x".repeat(length)).isPresent())
                .isEqualTo(length == 128);
    }

    @ParameterizedTest
    @CsvSource({
        "alpine:3.22, alpine library/alpine docker.io/alpine docker.io/library/alpine index.docker.io/alpine index.docker.io/library/alpine",
        "docker.io/library/alpine, alpine library/alpine docker.io/alpine docker.io/library/alpine index.docker.io/alpine index.docker.io/library/alpine",
        "bitnami/java:17, bitnami/java docker.io/bitnami/java index.docker.io/bitnami/java",
        "quay.io/a/b:1, quay.io/a/b",
        "localhost:5000/a, localhost:5000/a",
    })
    void everyNameOfIt(String text, String names) {
        assertThat(String.join(" ", ImageReference.parse(text).orElseThrow().names()))
                .isEqualTo(names);
    }
}
