package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables can be trusted to be whole: sorted, without doubles, with every name that they refer to. */
class FactTablesTest {

    private static List<String> column(String table, int columns, int column) {
        return FactTable.read(table, columns).stream()
                .map(row -> row.text(column))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "apk-applets.tsv, 2",
        "base-commands.tsv, 2",
        "busybox-programs.tsv, 5",
        "commands.tsv, 4",
        "gcompat-exports.tsv, 2",
        "glibc-packages.tsv, 4",
        "gone-addresses.tsv, 3",
        "unreached-names.tsv, 2",
        "image-contents.tsv, 11",
        "java-truststores.tsv, 2",
        "missing-packages.tsv, 3",
        "musl-builds.tsv, 6",
        "packages.tsv, 2",
        "program-options.tsv, 2",
        "programs.tsv, 2",
        "java-changes.tsv, 2",
        "time-zones.tsv, 3",
        "signing-keys.tsv, 2",
    })
    void isSortedByName(String table, int columns) {
        assertThat(column(table, columns, 0)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void optionsAreSorted() {
        assertThat(FactTable.read("apk-options.tsv", 5).stream().map(row -> String.join("\t", row.cells())))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void refusedOptionsAreSortedAndOfKnownPrograms() {
        assertThat(FactTable.read("busybox-options.tsv", 4).stream().map(row -> String.join("\t", row.cells())))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Busybox.load().all())
                .containsAll(column("busybox-options.tsv", 4, 0))
                .allMatch(program ->
                        Commands.load().in(Releases.load().find("3.20").orElseThrow(), program) == Presence.PRESENT);
        assertThat(Packages.load().all()).containsAll(Busybox.load().replacements());
    }

    @Test
    void sharedLibrariesAreSortedAndOfKnownPackages() {
        List<FactTable.Row> rows = FactTable.read("shared-libraries.tsv", 7);
        assertThat(rows).extracting(row -> row.text(0)).isSorted();
        assertThat(rows).extracting(FactTable.Row::cells).doesNotHaveDuplicates();
        assertThat(rows)
                .flatExtracting(row -> row.optional(1).stream().toList())
                .allMatch(Packages.load()::isKnown);
        assertThat(column("shared-libraries.tsv", 7, 0))
                .containsAll(rows.stream().flatMap(row -> row.list(6).stream()).toList());
    }

    @Test
    void historiesAreSorted() {
        assertThat(FactTable.read("image-histories.tsv", 3).stream()
                        .map(row -> row.text(0) + " " + row.day(row.text(1))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aRepositoryStandsTogether() {
        assertThat(column("image-tags.tsv", 6, 0)).isSorted();
    }

    @Test
    void noLineOfARepositoryIsHiddenByAnEarlierOne() {
        Set<String> closed = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (FactTable.Row row : FactTable.read("image-tags.tsv", 6)) {
            assertThat(closed)
                    .as("%s stands after a line that fits every tag", row)
                    .doesNotContain(row.text(0));
            row.list(1)
                    .forEach(pattern -> assertThat(seen.add(row.text(0) + ":" + pattern))
                            .as("%s: %s stands twice", row, pattern)
                            .isTrue());
            if (row.list(1).contains("*")) {
                closed.add(row.text(0));
            }
        }
    }

    @Test
    void releasesOfHistoriesAreReleases() {
        List<String> versions =
                Releases.load().all().stream().map(Release::version).toList();
        assertThat(column("image-histories.tsv", 3, 2)).isSubsetOf(versions);
        Set<String> histories = new HashSet<>(column("image-histories.tsv", 3, 0));
        histories.addAll(versions);
        histories.add("-");
        assertThat(column("image-tags.tsv", 6, 2)).isSubsetOf(histories);
    }

    @Test
    void aTagThatStoppedAtAReleaseSaysWhen() {
        assertThat(FactTable.read("image-tags.tsv", 6))
                .filteredOn(row -> row.text(2).indexOf('.') > 0 && !row.text(2).contains("-"))
                .filteredOn(row -> Releases.load().find(row.text(2)).isPresent())
                .allSatisfy(row -> assertThat(row.day(3)).isPresent());
    }

    @Test
    void successorsAreImagesThatAreStillBuilt() {
        for (FactTable.Row row : FactTable.read("image-successors.tsv", 4)) {
            List<String> versions = row.optional(3).isPresent() ? row.list(3) : List.of("");
            for (String version : versions) {
                String name = row.text(2).replace("{java}", version);
                BaseImage successor = BaseImages.load()
                        .find(ImageReference.parse(name).orElseThrow(), LocalDate.of(2026, 11, 23))
                        .orElseThrow();
                assertThat(successor.frozenSince()).as(name).isEmpty();
                assertThat(successor
                                .java()
                                .map(java -> String.valueOf(java.feature()))
                                .orElse(""))
                        .as(name)
                        .isEqualTo(version);
            }
        }
    }

    @Test
    void contentsOfTagsAreThere() {
        Set<String> used = new HashSet<>(column("image-tags.tsv", 6, 4));
        used.add("alpine");
        assertThat(column("image-contents.tsv", 11, 0)).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void whatPackagesNeedIsThere() {
        Set<String> names = Packages.load().all();
        assertThat(FactTable.read("packages.tsv", 2)).allSatisfy(row -> {
            assertThat(names).containsAll(row.list(1));
            assertThat(row.list(1)).isSorted().doesNotContain(row.text(0));
        });
    }

    @Test
    void providersOfReportableCommandsAreThere() {
        assertThat(FactTable.read("commands.tsv", 4))
                .filteredOn(row -> row.yes(1))
                .allSatisfy(row -> assertThat(Packages.load().all()).containsAll(row.list(2)));
    }

    @Test
    void pointReleasesBelongToAReleaseAndComeAfterIt() {
        Releases releases = Releases.load();
        for (FactTable.Row row : FactTable.read("point-releases.tsv", 2)) {
            Release release = releases.find(row.text(0)).orElseThrow();
            LocalDate first = release.released().orElseThrow();
            // the announcement may come a day after the tag
            assertThat(row.day(row.text(1))).isAfterOrEqualTo(first.minusDays(2));
        }
    }

    @Test
    void supportEndsAfterTheRelease() {
        assertThat(Releases.load().all())
                .filteredOn(release -> !release.isEdge())
                .allSatisfy(release -> assertThat(release.endOfSupport().orElseThrow())
                        .isAfter(release.released().orElseThrow()));
    }

    @TestFactory
    Stream<DynamicTest> everyTableSaysWhereItIsFrom() throws IOException {
        try (Stream<Path> tables = Files.list(Path.of("src/main/resources/io/github/alpinecheck/alpine"))) {
            return tables.sorted().toList().stream()
                    .map(table -> DynamicTest.dynamicTest(table.getFileName().toString(), () -> {
                        List<String> head = Files.readString(table)
                                .lines()
                                .takeWhile(line -> line.startsWith("#"))
                                .toList();
                        assertThat(String.join(" ", head)).containsPattern("[Cc]ollected 20");
                        assertThat(head).last().asString().startsWith("# ");
                    }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a\tb\tc", "a\t", "\tb"})
    void aRowWithAnotherNumberOfCellsIsRefused(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> FactTable.parse("x.tsv", new StringReader("# head\n" + text), 2))
                .withMessageContaining("x.tsv, line 2");
    }

    @Test
    void cells() throws Exception {
        List<FactTable.Row> rows =
                FactTable.parse("x.tsv", new StringReader("# head\n\na\t-\tb c\tyes\t2026-11-23\n"), 5);
        assertThat(rows).hasSize(1);
        FactTable.Row row = rows.get(0);
        assertThat(row.text(0)).isEqualTo("a");
        assertThat(row.optional(1)).isEmpty();
        assertThat(row.list(1)).isEmpty();
        assertThat(row.list(2)).containsExactly("b", "c");
        assertThat(row.yes(3)).isTrue();
        assertThat(row.day(4)).contains(LocalDate.of(2026, 11, 23));
        assertThat(row).hasToString("x.tsv, line 3");
        assertThatIllegalStateException().isThrownBy(() -> row.yes(0)).withMessageContaining("x.tsv, line 3");
        assertThatIllegalStateException().isThrownBy(() -> row.day(0)).withMessageContaining("not a day: a");
    }
}
