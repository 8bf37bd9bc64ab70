package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.NativeJars;
import org.eclipse.aether.SessionData;

/** What was read in jars, for all modules of a build: they have most jars in common. */
final class SharedJars {

    private SharedJars() {}

    /** Those of a build; modules that are built at the same time get the same ones. */
    static NativeJars.Shared of(SessionData session) {
        // the class and not its name: another version of the plugin may be in the same build
        Object known = session.get(NativeJars.Shared.class);
        if (known == null) {
            session.set(NativeJars.Shared.class, null, new NativeJars.Shared());
            known = session.get(NativeJars.Shared.class);
        }
        return known instanceof NativeJars.Shared shared ? shared : new NativeJars.Shared();
    }
}
