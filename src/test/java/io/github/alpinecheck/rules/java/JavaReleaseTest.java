package io.github.alpinecheck.rules.java;

import io.github.alpinecheck.rules.KnownProject;
import io.github.alpinecheck.rules.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Classes that the Java of the image refuses. */
class JavaReleaseTest {

    private final RuleSpec rule = RuleSpec.of("javaRelease");
    private final RuleSpec of21 = rule.with(KnownProject.EMPTY.withRelease(21));
    private final RuleSpec of17 = rule.with(KnownProject.EMPTY.withRelease(17));

    private static String older(int compiled, String image, int java) {
        return "error: the project is compiled for Java " + compiled + ", but the finished image (" + image
                + ") runs Java " + java + ", which refuses its classes: UnsupportedClassVersionError";
    }

    @TestFactory
    List<DynamicTest> catches() {
        return List.of(
                of21.catches(
                        "the jar by its name",
                        """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY target/app.jar /app.jar
                        ENTRYPOINT ["java", "-jar", "/app.jar"]
                        """,
                        "2: «target/app.jar» " + older(21, "eclipse-temurin:17-jre-alpine", 17)),
                of17.catches(
                        "the jar by a pattern", """
                        FROM amazoncorretto:11-alpine
                        COPY target/*.jar /app.jar
                        CMD java -jar /app.jar
                        """, "2: «target/*.jar» " + older(17, "amazoncorretto:11-alpine", 11)),
                of17.catches(
                        "ADD, on the image that everybody had",
                        """
                        FROM openjdk:8-jdk-alpine
                        ADD target/app.jar app.jar
                        """,
                        "2: «target/app.jar» " + older(17, "openjdk:8-jdk-alpine", 8)),
                of21.catches(
                        "a build argument with a default",
                        """
                        FROM eclipse-temurin:17-jre-alpine
                        ARG JAR_FILE=target/*.jar
                        COPY ${JAR_FILE} app.jar
                        """,
                        "3: «${JAR_FILE}» " + older(21, "eclipse-temurin:17-jre-alpine", 17)),
                of21.catches("the Java that apk installs", """
                        FROM alpine:3.22
                        RUN apk add --no-cache openjdk17-jre
                        COPY target/app.jar /
                        """, "3: «target/app.jar» " + older(21, "alpine:3.22", 17)),
                of21.catches("a headless one, too", """
                        FROM alpine:3.20
                        RUN apk add --no-cache openjdk11-jre-headless
                        COPY target/app.jar /
                        """, "3: «target/app.jar» " + older(21, "alpine:3.20", 11)),
                of21.catches(
                        "directories of classes",
                        """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY target/classes /app
                        """,
                        "2: «target/classes» " + older(21, "eclipse-temurin:17-jre-alpine", 17)),
                of21.catches(
                        "in the stage that the result is built on",
                        """
                        FROM eclipse-temurin:17-jre-alpine AS base
                        COPY target/app.jar /app.jar
                        FROM base
                        EXPOSE 8080
                        """,
                        "2: «target/app.jar» " + older(21, "base", 17)),
                of21.catches(
                        "an archive that Spring Boot's tools take apart",
                        """
                        FROM eclipse-temurin:21-jre-alpine AS layers
                        WORKDIR /layers
                        COPY target/*.jar app.jar
                        RUN java -Djarmode=layertools -jar app.jar extract
                        FROM eclipse-temurin:17-jre-alpine
                        WORKDIR /app
                        COPY --from=layers /layers/dependencies/ ./
                        COPY --from=layers /layers/application/ ./
                        """,
                        "7: «/layers/dependencies/» " + older(21, "eclipse-temurin:17-jre-alpine", 17)),
                of21.catches(
                        "Maven in a stage",
                        """
                        FROM maven:3.9-eclipse-temurin-21 AS build
                        WORKDIR /src
                        COPY . .
                        RUN mvn -B -DskipTests package
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=build /src/target/*.jar /app.jar
                        """,
                        "6: «/src/target/*.jar» " + older(21, "eclipse-temurin:17-jre-alpine", 17)),
                of21.catches(
                        "Maven's wrapper in a stage, called by its number",
                        """
                        FROM eclipse-temurin:21-jdk-alpine
                        WORKDIR /src
                        COPY pom.xml mvnw ./
                        COPY src src
                        RUN ./mvnw package
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=0 /src/target/app.jar /app.jar
                        """,
                        "7: «/src/target/app.jar» " + older(21, "eclipse-temurin:17-jre-alpine", 17)));
    }

    @TestFactory
    List<DynamicTest> leavesAlone() {
        String seventeen = """
                FROM eclipse-temurin:17-jre-alpine
                COPY target/app.jar /app.jar
                ENTRYPOINT ["java", "-jar", "/app.jar"]
                """;
        return List.of(
                of17.leaves("the same Java", seventeen),
                rule.with(KnownProject.EMPTY.withRelease(8)).leaves("a newer Java", seventeen),
                rule.with(KnownProject.EMPTY).leaves("a project that does not say its release", seventeen),
                rule.leaves("no project", seventeen),
                of21.leaves("another jar", """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY lib/agent.jar /agent.jar
                        """),
                of21.leaves("the libraries of the project", """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY target/dependency/ /lib/
                        """),
                of21.leaves("nothing of the project", """
                        FROM eclipse-temurin:17-jre-alpine
                        RUN wget https://example.org/app.jar
                        """),
                of21.leaves("a jar from an image", """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=example.org/app target/app.jar /app.jar
                        """),
                of21.leaves("a jar from a stage that has built something else", """
                        FROM maven:3.9-eclipse-temurin-21 AS build
                        RUN git clone https://example.org/other /src
                        WORKDIR /src
                        RUN mvn package
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=build /src/target/app.jar /app.jar
                        """),
                of21.leaves("Maven with another release", """
                        FROM maven:3.9-eclipse-temurin-21 AS build
                        WORKDIR /src
                        COPY . .
                        RUN mvn -Dmaven.compiler.release=17 package
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=build /src/target/app.jar /app.jar
                        """),
                of21.leaves("Maven for another module", """
                        FROM maven:3.9-eclipse-temurin-21 AS build
                        WORKDIR /src
                        COPY . .
                        RUN mvn -f tools/pom.xml package
                        FROM eclipse-temurin:17-jre-alpine
                        COPY --from=build /src/target/app.jar /app.jar
                        """),
                of21.leaves("a jar in a stage that is not shipped", """
                        FROM eclipse-temurin:17-jre-alpine AS test
                        COPY target/app.jar /app.jar
                        FROM eclipse-temurin:21-jre-alpine
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("a Java of the build's own", """
                        FROM eclipse-temurin:21 AS jdk
                        RUN jlink --add-modules java.base --output /jre
                        FROM alpine:3.22
                        COPY --from=jdk /jre /opt/java
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("a second Java", """
                        FROM eclipse-temurin:17-jre-alpine
                        RUN apk add --no-cache openjdk21-jre
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("a Java that a script may have brought", """
                        FROM eclipse-temurin:17-jre-alpine
                        COPY setup.sh /
                        RUN /setup.sh
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("a version from outside", """
                        ARG JDK
                        FROM eclipse-temurin:${JDK}-jre-alpine
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("an image that nobody knows", """
                        FROM example.org/java:17
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("Debian", """
                        FROM eclipse-temurin:17-jre
                        COPY target/app.jar /app.jar
                        """),
                of21.leaves("a name from outside", """
                        FROM eclipse-temurin:17-jre-alpine
                        ARG JAR_FILE
                        COPY ${JAR_FILE} /app.jar
                        """));
    }

    @TestFactory
    List<DynamicTest> helps() {
        return List.of(of21.helps(
                "both ways out",
                """
                FROM eclipse-temurin:17-jre-alpine
                COPY target/app.jar /app.jar
                """,
                "start FROM an image with Java 21 or newer, or set maven.compiler.release to 17"));
    }
}
