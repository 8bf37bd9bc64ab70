package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What apk trusts, and how it got there. */
class SecureRepositoriesTest {

    private final RuleSpec rule = RuleSpec.of("secureRepositories");

    @TestFactory
    List<DynamicTest> catchesAddressesWithoutEncryption() {
        return List.of(
                rule.catches(
                        "on the command line",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache -X http://dl-cdn.alpinelinux.org/alpine/v3.22/community git
                        """,
                        "2: «http://dl-cdn.alpinelinux.org/alpine/v3.22/community» info: http://dl-cdn.alpinelinux.org/alpine/v3.22/community is not encrypted: packages are signed, but anybody on the way sees which ones the image has"),
                rule.catches(
                        "a line that was added",
                        """
                        FROM alpine:3.22
                        RUN echo 'http://mirrors.aliyun.com/alpine/v3.22/community' >> /etc/apk/repositories
                        RUN apk add --no-cache git
                        RUN apk add --no-cache curl
                        """,
                        "2: «echo 'http://mirrors.aliyun.com/alpine/v3.22/community' >> /etc/apk/repositories» info: http://mirrors.aliyun.com/alpine/v3.22/community is not encrypted: packages are signed, but anybody on the way sees which ones the image has"),
                rule.catches(
                        "an expression that takes the encryption away",
                        """
                        FROM alpine:3.22
                        RUN sed -i 's!https://dl-cdn.alpinelinux.org!http://mirrors.aliyun.com!' /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «sed -i 's!https://dl-cdn.alpinelinux.org!http://mirrors.aliyun.com!' /etc/apk/repositories» info: http://mirrors.aliyun.com/alpine/v3.22/main is not encrypted: packages are signed, but anybody on the way sees which ones the image has"),
                rule.catches(
                        "written anew on a release that has http:// itself",
                        """
                        FROM alpine:3.12
                        RUN echo 'http://mirrors.aliyun.com/alpine/v3.12/main' > /etc/apk/repositories && apk add --no-cache git
                        """,
                        "2: «echo 'http://mirrors.aliyun.com/alpine/v3.12/main' > /etc/apk/repositories» info: http://mirrors.aliyun.com/alpine/v3.12/main is not encrypted: packages are signed, but anybody on the way sees which ones the image has"));
    }

    @TestFactory
    List<DynamicTest> catchesWhatIsNotVerified() {
        return List.of(
                rule.catches(
                        "packages from the network",
                        """
                        FROM alpine:3.22
                        RUN apk add --no-cache --allow-untrusted git
                        """,
                        "2: «--allow-untrusted» warning: --allow-untrusted: apk installs what the server sends, signed by anybody or by nobody"),
                rule.catches(
                        "an upgrade",
                        """
                        FROM alpine:3.22
                        RUN apk --allow-untrusted upgrade
                        """,
                        "2: «--allow-untrusted» warning: --allow-untrusted: apk installs what the server sends, signed by anybody or by nobody"),
                rule.catches(
                        "a package that was downloaded",
                        """
                        FROM alpine:3.8
                        RUN wget https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.28-r0/glibc-2.28-r0.apk && \\
                            apk add --no-cache --allow-untrusted glibc-2.28-r0.apk
                        """,
                        "3: «--allow-untrusted» warning: --allow-untrusted: nothing verifies what was downloaded from https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.28-r0/glibc-2.28-r0.apk"),
                rule.catches(
                        "packages that were downloaded in a loop",
                        """
                        FROM alpine:3.4
                        ENV GLIBC_VERSION=2.23-r3
                        RUN for pkg in glibc-${GLIBC_VERSION} glibc-bin-${GLIBC_VERSION}; do curl -sSL https://github.com/andyshinn/alpine-pkg-glibc/releases/download/${GLIBC_VERSION}/${pkg}.apk -o /tmp/${pkg}.apk; done && \\
                            apk add --allow-untrusted /tmp/*.apk
                        """,
                        "4: «--allow-untrusted» warning: --allow-untrusted: nothing verifies what was downloaded from https://github.com/andyshinn/alpine-pkg-glibc/releases/download/2.23-r3/glibc-2.23-r3.apk"),
                rule.catches(
                        "a package that ADD downloaded",
                        """
                        FROM alpine:3.20
                        ADD https://example.com/tool-1.0-r0.apk /tmp/
                        RUN apk add --allow-untrusted /tmp/tool-1.0-r0.apk
                        """,
                        "3: «--allow-untrusted» warning: --allow-untrusted: nothing verifies what was downloaded from https://example.com/tool-1.0-r0.apk"),
                rule.catches(
                        "a package behind a redirection",
                        """
                        FROM alpine:3.20
                        RUN apk add --no-cache curl && curl -L https://example.com/download/1 > /tmp/tool.apk && apk add --allow-untrusted /tmp/tool.apk
                        """,
                        "2: «--allow-untrusted» warning: --allow-untrusted: nothing verifies what was downloaded from https://example.com/download/1"));
    }

    @TestFactory
    List<DynamicTest> catchesKeys() {
        return List.of(
                rule.catches(
                        "an address that is gone",
                        """
                        FROM alpine:3.8
                        RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://raw.githubusercontent.com/sgerrand/alpine-pkg-glibc/master/sgerrand.rsa.pub
                        """,
                        "2: «https://raw.githubusercontent.com/sgerrand/alpine-pkg-glibc/master/sgerrand.rsa.pub» warning: https://raw.githubusercontent.com/sgerrand/alpine-pkg-glibc/master/sgerrand.rsa.pub has been gone since 2018-08-13"),
                rule.catches(
                        "a server that is gone",
                        """
                        FROM alpine:3.11
                        ADD https://dl.bintray.com/php-alpine/key/php-alpine.rsa.pub /etc/apk/keys/php-alpine.rsa.pub
                        """,
                        "2: «https://dl.bintray.com/php-alpine/key/php-alpine.rsa.pub» warning: https://dl.bintray.com/php-alpine/key/php-alpine.rsa.pub has been gone since 2021-05-01"),
                rule.catches(
                        "a key without encryption, in the working directory",
                        """
                        FROM alpine:3.20
                        RUN cd /etc/apk/keys && wget http://packages.example.com/example.rsa.pub
                        """,
                        "2: «http://packages.example.com/example.rsa.pub» warning: the key from http://packages.example.com/example.rsa.pub is not protected on its way: whoever changes it decides what apk trusts"),
                rule.catches(
                        "a key that is removed again",
                        """
                        FROM alpine:3.20
                        RUN wget -P /etc/apk/keys http://packages.example.com/example.rsa.pub && apk add example && rm /etc/apk/keys/example.rsa.pub
                        """,
                        "2: «http://packages.example.com/example.rsa.pub» warning: the key from http://packages.example.com/example.rsa.pub is not protected on its way: whoever changes it decides what apk trusts"));
    }

    @TestFactory
    List<DynamicTest> leavesAddresses() {
        return List.of(
                rule.leaves("the image's own http://", "FROM alpine:3.12\nRUN apk add --no-cache git\n"),
                rule.leaves("a mirror in its place", """
                        FROM alpine:3.12
                        RUN sed -i 's/dl-cdn.alpinelinux.org/mirrors.aliyun.com/g' /etc/apk/repositories && apk add --no-cache git
                        """),
                rule.leaves("https://", """
                        FROM alpine:3.22
                        RUN apk add --no-cache -X https://dl-cdn.alpinelinux.org/alpine/v3.22/community git
                        """),
                rule.leaves("a server of the build's own network", """
                        FROM alpine:3.22
                        RUN apk add -X http://localhost:8080/alpine/v3.22/main -X http://apkcache/alpine/v3.22/main -X http://10.0.0.7/alpine/v3.22/main -X http://nexus.example.internal/alpine/v3.22/main git
                        """),
                rule.leaves("a release without certificates", """
                        FROM alpine:3.6
                        RUN apk add -X http://dl-cdn.alpinelinux.org/alpine/v3.6/community git
                        """),
                rule.leaves("a file that nothing reads", """
                        FROM alpine:3.22
                        RUN echo 'http://mirrors.aliyun.com/alpine/v3.22/community' >> /etc/apk/repositories
                        """),
                rule.leaves("a server from outside", """
                        FROM alpine:3.22
                        ARG MIRROR
                        RUN apk add -X $MIRROR/alpine/v3.22/main git
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesWhatWasBuiltHere() {
        return List.of(
                rule.leaves("a package of another stage", """
                        FROM alpine:3.22 AS build
                        RUN abuild -r
                        FROM alpine:3.22
                        COPY --from=build /packages/mine-1.0-r0.apk /tmp/
                        RUN apk add --no-cache --allow-untrusted /tmp/mine-1.0-r0.apk
                        """),
                rule.leaves("packages by a pattern", """
                        FROM nginx:alpine
                        COPY --from=build /packages /tmp/packages
                        RUN apk add --no-cache --allow-untrusted /tmp/packages/nginx-module-*.apk
                        """),
                rule.leaves("a repository on the disk", """
                        FROM alpine:3.22
                        COPY --from=build /packages /packages
                        RUN echo /packages >> /etc/apk/repositories && apk add --no-cache --allow-untrusted mine
                        """),
                rule.leaves("without the network", """
                        FROM alpine:3.22
                        RUN apk add --allow-untrusted --no-network mine
                        """),
                rule.leaves("a package that is in the project", """
                        FROM alpine:3.22
                        COPY mine.apk /tmp/
                        RUN apk add --allow-untrusted /tmp/mine.apk
                        """),
                rule.leaves("an index of packages that were built", """
                        FROM alpine:3.22
                        RUN apk index --allow-untrusted -o /packages/APKINDEX.tar.gz /packages/*.apk
                        """));
    }

    @TestFactory
    List<DynamicTest> leavesWhatIsVerified() {
        return List.of(
                rule.leaves("a package with a checksum", """
                        FROM alpine:3.20
                        RUN wget https://example.com/tool-1.0-r0.apk && echo "0123 *tool-1.0-r0.apk" | sha256sum -c - && apk add --allow-untrusted tool-1.0-r0.apk
                        """),
                rule.leaves("ADD with a checksum", """
                        FROM alpine:3.20
                        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool-1.0-r0.apk /tmp/
                        RUN apk add --allow-untrusted /tmp/tool-1.0-r0.apk
                        """),
                rule.leaves("a signed package", """
                        FROM alpine:3.8
                        RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub && \\
                            wget https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.28-r0/glibc-2.28-r0.apk && \\
                            apk add glibc-2.28-r0.apk
                        """),
                rule.leaves("a key with a checksum", """
                        FROM alpine:3.20
                        RUN wget -O /etc/apk/keys/example.rsa.pub http://packages.example.com/example.rsa.pub && echo "0123  /etc/apk/keys/example.rsa.pub" | sha256sum -c -
                        """),
                rule.leaves("another file over http://", """
                        FROM alpine:3.20
                        RUN wget -O /tmp/example.rsa.pub http://packages.example.com/example.rsa.pub
                        """),
                rule.leaves("an address that is gone, in Debian", """
                        FROM debian:12
                        RUN wget -O /etc/apk/keys/a https://dl.bintray.com/a
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(rule.helps(
                "the new address",
                "FROM alpine:3.8\nRUN wget -O /etc/apk/keys/s.rsa.pub https://raw.githubusercontent.com/sgerrand/alpine-pkg-glibc/master/sgerrand.rsa.pub\n",
                "the key is at https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub now"));
    }

    @TestFactory
    List<DynamicTest> leavesKeysOfPrivateNetworks() {
        return List.of(
                rule.leaves("this machine", """
                        FROM alpine:3.22
                        RUN wget -O /etc/apk/keys/k.rsa.pub http://localhost:8000/k.rsa.pub
                        """),
                rule.leaves("a name that is not public", """
                        FROM alpine:3.22
                        RUN wget -O /etc/apk/keys/k.rsa.pub http://nexus.corp.internal/k.rsa.pub
                        """),
                rule.leaves("a number", """
                        FROM alpine:3.22
                        RUN wget -O /etc/apk/keys/k.rsa.pub http://172.17.0.1/k.rsa.pub
                        """));
    }
}
