package io.github.alpinecheck.description;

import io.github.alpinecheck.alpine.BaseImage;
import io.github.alpinecheck.alpine.Presence;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.InstalledPackages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages of an image: those that it was asked for; what these need comes with them.
 *
 * @param ofBase the names of those that come with the base image, sorted
 * @param added what apk was asked for, sorted
 * @param complete whether no package can be there that is neither listed nor needed by one that is
 */
public record PackagesDescription(List<String> ofBase, List<Added> added, boolean complete) {

    public PackagesDescription {
        ofBase = List.copyOf(ofBase);
        added = List.copyOf(added);
    }

    /**
     * What apk was asked for.
     *
     * @param name of a package, or of a virtual one
     * @param members of a virtual package; none for any other
     * @param certain false when it depends whether it is there
     * @param line of the command
     */
    public record Added(String name, List<String> members, boolean certain, int line) {
        public Added {
            members = List.copyOf(members);
        }
    }

    static PackagesDescription of(ImageState image, Lines lines) {
        List<String> ofBase = new ArrayList<>();
        Optional<BaseImage> base = image.base();
        if (base.isPresent()) {
            for (String name : new TreeSet<>(base.get().packages())) {
                if (image.packagePresence(name) == Presence.PRESENT) {
                    ofBase.add(name);
                }
            }
        }
        List<Added> added = new ArrayList<>();
        for (InstalledPackages.Root root : new TreeMap<>(image.packages().roots()).values()) {
            List<String> members = root.virtual() ? List.copyOf(new TreeSet<>(root.members())) : List.of();
            added.add(new Added(root.name(), members, root.certain(), lines.first(root.at())));
        }
        boolean complete = base.isPresent()
                && base.get().packagesComplete()
                && !image.packages().mayHaveOthers();
        return new PackagesDescription(ofBase, added, complete);
    }
}
