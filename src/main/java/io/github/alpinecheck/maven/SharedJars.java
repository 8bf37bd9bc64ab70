package io.github.alpinecheck.maven;

import io.github.alpinecheck.engine.NativeJars;
import org.eclipse.aether.SessionData;

/** What was read in jars, for all modules of a build: they have most jars in common. */
final class SharedJars {

    private SharedJars() {}

    /** Those of a build; modules that are built at the same time get the same ones. */
    static NativeJars of(SessionData session) {
        // the class and not its name: another version of the plugin may be in the same build
        Object known = session.get(NativeJars.class);
        if (known == null) {
            session.set(NativeJars.class, null, new NativeJars());
            known = session.get(NativeJars.class);
        }
        return known instanceof NativeJars jars ? jars : new NativeJars();
    }
}
