package io.github.alpinecheck.alpine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The maintainer's command for a new release of Alpine: reads {@code minirootfs} tarballs and says where the tables
 * {@code releases.tsv} and {@code base-commands.tsv} differ from them; with {@code --write} it changes the tables.
 * CONTRIBUTING.md says how to run it and what is left to do by hand.
 *
 * <p>The days of a release and of its support's end are not in a tarball; a new line gets dashes there. Nor is it
 * changed whether {@code nsswitch.conf} depends on the point release.
 */
public final class AddRelease {

    private static final String ALL = "all";
    private static final Path TABLES = Path.of("src/main/resources/io/github/alpinecheck/alpine");

    private AddRelease() {}

    /** Arguments: {@code [--write]} and then the tarballs. Run it in the project's directory. */
    public static void main(String[] args) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(args));
        boolean write = arguments.remove("--write");
        if (arguments.isEmpty()) {
            System.err.println("usage: AddRelease [--write] alpine-minirootfs-VERSION-ARCH.tar.gz …");
            return;
        }
        for (String tarball : arguments) {
            Minirootfs rootfs = Minirootfs.read(Path.of(tarball));
            List<String> changes = new ArrayList<>();
            change(TABLES.resolve("releases.tsv"), releases(rootfs), write, changes);
            change(TABLES.resolve("base-commands.tsv"), commands(rootfs), write, changes);
            System.out.println("Alpine " + rootfs.point() + " (" + rootfs.version() + ", apk " + rootfs.apkTools()
                    + ", "
                    + rootfs.commands().size() + " commands, CA bundle " + (rootfs.caBundle() ? "yes" : "no") + "): "
                    + (changes.isEmpty() ? "as in the tables" : changes.size() + " lines differ"));
            changes.forEach(System.out::println);
        }
    }

    private interface Edit {
        List<String> apply(List<String> lines);
    }

    private static void change(Path table, Edit edit, boolean write, List<String> changes) throws IOException {
        List<String> before = Files.readAllLines(table);
        List<String> after = edit.apply(before);
        before.stream().filter(line -> !after.contains(line)).forEach(line -> changes.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> changes.add("+ " + line));
        if (write) {
            Files.writeString(table, String.join("\n", after) + "\n");
        }
    }

    /** Replaces or adds the line of the release. */
    private static Edit releases(Minirootfs rootfs) {
        return lines -> {
            List<String> result = new ArrayList<>(lines);
            int at = 0;
            while (at < result.size() && !isRelease(result.get(at), rootfs.version())) {
                at++;
            }
            if (at == result.size()) {
                at = 0;
                while (age(cells(result.get(at))[0]) < age(rootfs.version())) {
                    at++;
                }
                result.add(at, rootfs.version() + "\t-\t-\t-\t-\t-\t-");
            }
            String[] cells = result.get(at).split("\t", -1);
            if (!rootfs.version().equals("edge")) {
                cells[3] = rootfs.apkTools();
            }
            cells[4] = cells[4].indexOf('.') > 0 ? cells[4] : rootfs.nsswitch() ? "yes" : "no";
            cells[5] = String.join(" ", rootfs.repositories());
            cells[6] = String.join(" ", rootfs.packages());
            result.set(at, String.join("\t", cells));
            return result;
        };
    }

    private static boolean isRelease(String line, String version) {
        return line.startsWith(version + "\t");
    }

    /** Writes the stretches of releases again, with the commands of this one. */
    private static Edit commands(Minirootfs rootfs) {
        return lines -> {
            List<String> head =
                    lines.stream().filter(line -> line.startsWith("#")).toList();
            List<String> rows =
                    lines.stream().filter(line -> !line.startsWith("#")).toList();
            List<String> releases = new ArrayList<>(List.of(cells(rows.get(0))[1].split(" ", -1)));
            Map<String, Set<String>> having = new TreeMap<>();
            for (String row : rows.subList(1, rows.size())) {
                having.put(cells(row)[0], new TreeSet<>(stretches(cells(row)[1], releases)));
            }
            if (!releases.contains(rootfs.version())) {
                releases.add(rootfs.version());
                releases.sort(Comparator.comparingInt(AddRelease::age));
            }
            having.values().forEach(versions -> versions.remove(rootfs.version()));
            rootfs.commands()
                    .forEach(command -> having.computeIfAbsent(command, c -> new TreeSet<>())
                            .add(rootfs.version()));
            List<String> result = new ArrayList<>(head);
            result.add("*\t" + String.join(" ", releases));
            having.forEach((command, versions) -> {
                if (!versions.isEmpty()) {
                    result.add(command + "\t" + stretches(versions, releases));
                }
            });
            return result;
        };
    }

    private static String[] cells(String row) {
        return row.split("\t", -1);
    }

    private static List<String> stretches(String text, List<String> releases) {
        if (text.equals(ALL)) {
            return releases;
        }
        List<String> versions = new ArrayList<>();
        for (String stretch : text.split(" ", -1)) {
            String[] ends = stretch.split("\\.\\.", -1);
            versions.addAll(releases.subList(releases.indexOf(ends[0]), releases.indexOf(ends[1]) + 1));
        }
        return versions;
    }

    private static String stretches(Set<String> versions, List<String> releases) {
        if (versions.containsAll(releases)) {
            return ALL;
        }
        Map<String, String> ends = new LinkedHashMap<>();
        String first = "";
        for (int i = 0; i < releases.size(); i++) {
            if (versions.contains(releases.get(i))) {
                first = first.isEmpty() ? releases.get(i) : first;
                ends.put(first, releases.get(i));
            } else {
                first = "";
            }
        }
        List<String> parts = new ArrayList<>();
        ends.forEach((from, to) -> parts.add(from + ".." + to));
        return String.join(" ", parts);
    }

    /** Grows with the release; below all for what is none, such as the head of a table. */
    private static int age(String version) {
        if (version.equals("edge")) {
            return Integer.MAX_VALUE;
        }
        String[] numbers = version.split("\\.", -1);
        return numbers.length == 2 && numbers[0].chars().allMatch(Character::isDigit)
                ? Integer.parseInt(numbers[0]) * 1000 + Integer.parseInt(numbers[1])
                : -1;
    }
}
