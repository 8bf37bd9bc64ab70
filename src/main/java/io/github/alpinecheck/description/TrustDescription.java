package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.Step;
import io.github.alpinecheck.image.certificates.JavaTrust;
import io.github.alpinecheck.image.certificates.Registration;
import io.github.alpinecheck.image.certificates.SystemTrust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom the image's programs trust.
 *
 * @param system whether there is a list for programs that ask OpenSSL or busybox
 * @param systemPath the path of that list; empty when there is none or nobody knows
 * @param java what the Java virtual machine reads
 * @param certificates those that the Dockerfile puts where {@code update-ca-certificates} looks
 */
public record TrustDescription(
        Presence system, Optional<String> systemPath, JavaStore java, List<Certificate> certificates) {

    public TrustDescription {
        certificates = List.copyOf(certificates);
    }

    /** The list of the Java virtual machine. */
    public enum JavaStore {
        /** The one that it was shipped with; {@code update-ca-certificates} does not change it. */
        OWN,
        /** It follows the image's own list. */
        OF_SYSTEM,
        /** Nobody knows, or there is no Java. */
        UNKNOWN
    }

    /**
     * A certificate.
     *
     * @param trusted who trusts it
     * @param line where the Dockerfile puts it there
     */
    public record Certificate(String path, Trusted trusted, int line) {}

    /** Who trusts a certificate. */
    public enum Trusted {
        /** Nobody: nothing registers it. */
        NOBODY,
        /** Programs that read the image's own list, and Java certainly not. */
        SYSTEM_ONLY,
        /** Something registers it, or may do so. */
        REGISTERED
    }

    static TrustDescription of(StageModel stage, Lines lines) {
        JavaTrust java = JavaTrust.of(stage);
        SystemTrust system = SystemTrust.of(stage.result());
        JavaStore store = java.hasOwnStore() && !java.mayDiffer()
                ? JavaStore.OWN
                : java.followsSystem() ? JavaStore.OF_SYSTEM : JavaStore.UNKNOWN;
        return new TrustDescription(system.list(), system.path(), store, certificates(stage, java, lines));
    }

    private static List<Certificate> certificates(StageModel stage, JavaTrust java, Lines lines) {
        List<Certificate> certificates = new ArrayList<>();
        List<Step> steps = stage.steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> path = Registration.certificateOf(steps.get(i));
            if (path.isPresent()) {
                Registration registration = Registration.after(steps.subList(i, steps.size()), java);
                Trusted trusted = !registration.isPossible()
                        ? Trusted.NOBODY
                        : java.hasOwnStore() && !java.mayDiffer() && registration.isForSystemOnly()
                                ? Trusted.SYSTEM_ONLY
                                : Trusted.REGISTERED;
                certificates.add(new Certificate(
                        path.get(),
                        trusted,
                        lines.first(steps.get(i).instruction().span())));
            }
        }
        return certificates;
    }
}
