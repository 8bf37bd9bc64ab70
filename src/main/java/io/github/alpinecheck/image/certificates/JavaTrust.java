package io.github.alpinecheck.image.certificates;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.alpine.TrustedCertificates;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Start;
import io.github.alpinecheck.text.PartialString;
import java.util.List;
import java.util.Optional;

/**
 * Whom the Java virtual machine of a finished image trusts.
 *
 * @param image the finished image
 * @param invocations all that was run for it
 * @param started what its ENTRYPOINT or, without one, its CMD runs; empty when neither says anything
 */
public record JavaTrust(ImageState image, List<Invocation> invocations, Optional<List<Invocation>> started) {

    private static final String STORE = "trustStore";
    /** The variable that asks an entry point to import certificates. */
    public static final String IMPORT = "USE_SYSTEM_CA_CERTS";

    public static JavaTrust of(StageModel stage) {
        ImageState image = stage.result();
        return new JavaTrust(image, stage.invocations(), stage.starts().main().map(Start::invocations));
    }

    /** Whether the image's Java virtual machine does not read the image's own list. */
    public boolean hasOwnStore() {
        return image.base().filter(TrustedCertificates.load()::hasOwnJavaStore).isPresent();
    }

    /** Whether the container certainly starts Java, and before that nothing that nobody can follow. */
    public boolean startsJava() {
        return started.filter(all -> all.stream().allMatch(i -> i.understood() || i.runs("java"))
                        && all.stream().anyMatch(i -> i.runs("java") && i.certain()))
                .isPresent();
    }

    /** The entry point of the base image that would import certificates, where another one takes its place. */
    public Optional<String> replacedEntrypoint() {
        return image.processes().entrypoint().isPresent() && startsJava()
                ? image.base().flatMap(TrustedCertificates.load()::importingEntrypoint)
                : Optional.empty();
    }

    /** Whether the base image's entry point would import certificates if it were asked to. */
    public boolean mayImportAtStart() {
        return image.base()
                        .flatMap(TrustedCertificates.load()::importingEntrypoint)
                        .isPresent()
                && replacedEntrypoint().isEmpty();
    }

    /** Whether the base image's entry point is asked to import certificates when the container starts. */
    public boolean importsAtStart() {
        return image.environment().containsKey(IMPORT) && replacedEntrypoint().isEmpty();
    }

    /** Whether it may trust something else than what it was shipped with. */
    public boolean mayDiffer() {
        // another Java that was installed has another list
        return image.java().isEmpty() || writtenTo() || importsAtStart() || mayReadAnother();
    }

    /** Whether its list certainly is made of the image's own whenever that changes, as for Java that apk installs. */
    public boolean followsSystem() {
        return !hasOwnStore() && image.packagePresence("java-cacerts") == Presence.PRESENT && !mayReadAnother();
    }

    private boolean mayReadAnother() {
        return invocations.stream().anyMatch(i -> i.runs("keytool") || i.runs("trust"))
                || image.files().pathsBelow("/").stream().anyMatch(JavaTrust::isStore)
                || optionsMaySay();
    }

    private boolean writtenTo() {
        return Optional.ofNullable(image.environment().get("JAVA_HOME"))
                .flatMap(PartialString::known)
                .filter(home -> !image.files().mayHaveWritten(home))
                .isEmpty();
    }

    /** Whether an option of Java's names another list, or options come from outside. */
    private boolean optionsMaySay() {
        boolean variables = image.environment().entrySet().stream()
                .anyMatch(e -> e.getValue().pattern().contains(STORE)
                        || e.getKey().endsWith("_OPTIONS") && !e.getValue().isKnown());
        return variables
                || started.stream()
                        .flatMap(List::stream)
                        .filter(i -> i.runs("java"))
                        .flatMap(i -> i.arguments().stream())
                        .map(o -> o.value().pattern())
                        .anyMatch(w -> w.contains(STORE) || w.startsWith(PartialString.UNKNOWN.pattern()));
    }

    private static boolean isStore(String path) {
        return FileSystem.name(path).equals("cacerts") || path.endsWith(".jks") || path.endsWith(".p12");
    }
}
