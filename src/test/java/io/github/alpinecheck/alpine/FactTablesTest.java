package io.github.alpinecheck.alpine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        "base-commands.tsv, 2",
        "commands.tsv, 4",
        "image-contents.tsv, 11",
        "packages.tsv, 2",
        "programs.tsv, 2",
        "time-zones.tsv, 2",
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
    void historiesAreSorted() {
        assertThat(FactTable.read("image-histories.tsv", 3).stream()
                        .map(row -> row.text(0) + " " + row.day(row.text(1))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aRepositoryStandsTogether() {
        assertThat(column("image-tags.tsv", 5, 0)).isSorted();
    }

    @Test
    void noLineOfARepositoryIsHiddenByAnEarlierOne() {
        Set<String> closed = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (FactTable.Row row : FactTable.read("image-tags.tsv", 5)) {
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
        assertThat(column("image-tags.tsv", 5, 2)).isSubsetOf(histories);
    }

    @Test
    void aTagThatStoppedAtAReleaseSaysWhen() {
        assertThat(FactTable.read("image-tags.tsv", 5))
                .filteredOn(row -> row.text(2).indexOf('.') > 0 && !row.text(2).contains("-"))
                .filteredOn(row -> Releases.load().find(row.text(2)).isPresent())
                .allSatisfy(row -> assertThat(row.day(3)).isPresent());
    }

    @Test
    void contentsOfTagsAreThere() {
        Set<String> used = new HashSet<>(column("image-tags.tsv", 5, 4));
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

    @Test
    void everyTableSaysWhereItIsFrom() {
        for (String table : List.of(
                "apk-options.tsv",
                "base-commands.tsv",
                "commands.tsv",
                "image-contents.tsv",
                "image-histories.tsv",
                "image-tags.tsv",
                "packages.tsv",
                "point-releases.tsv",
                "releases.tsv",
                "time-zones.tsv")) {
            assertThat(FactTable.class.getResourceAsStream(table)).as(table).satisfies(stream -> {
                List<String> head = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .takeWhile(line -> line.startsWith("#"))
                        .toList();
                assertThat(String.join("\n", head)).contains("collected 20");
                assertThat(head).last().asString().startsWith("# ");
            });
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
