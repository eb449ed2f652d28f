package org.spasmcds.authoring.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.check.CheckPage.Example;

/**
 * The pages are the tests of the checks: what a page says to avoid is put into the sample folder in place of what it says to prefer, and
 * the check must find it there.
 */
class CheckPagesTest {
    private static final Path PAGES = Path.of("rules/checks");
    private static final String FOLDER = "07-electrolyte-disorder/";

    @TempDir
    private Path temporary;

    private static CheckPage page(String id) throws IOException {
        return CheckPage.of(Files.readString(PAGES.resolve(id + ".md")));
    }

    @Test
    void theSampleIsCleanAndItsCasesPass() {
        assertEquals(List.of(), Checks.run(RuleFolder.read(SampleFolder.ORIGINAL)));
        ScenarioRunner runner = new ScenarioRunner(Ruleset.of(SampleFolder.ORIGINAL));
        ScenarioReader.read(SampleFolder.ORIGINAL)
                .forEach(each -> assertTrue(runner.run(each).passed(), each.name()));
    }

    @Test
    void everyCheckHasAPageAndEveryPageACheck() throws IOException {
        TreeSet<String> pages = new TreeSet<>();
        for (Path page : SampleFolder.files(PAGES)) {
            pages.add(page.getFileName().toString().replace(".md", ""));
        }
        pages.remove("README");
        assertEquals(new TreeSet<>(Checks.ids()), pages);
    }

    @Test
    void theIndexGivesEachCheckWithTheFirstSentenceOfItsPage() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String id : Checks.ids()) {
            expected.add("| [" + id + "](" + id + ".md) | " + page(id).summary() + " |");
            assertEquals(page(id).summary(), Checks.summary(id));
        }
        List<String> listed = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .sorted()
                .toList();
        assertEquals(expected.stream().sorted().toList(), listed);
    }

    @TestFactory
    Stream<DynamicTest> whatAPageSaysToAvoidIsFoundThere() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String id : Checks.ids()) {
            List<Example> examples = page(id).examples();
            assertFalse(examples.isEmpty(), id + " has no example");
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                Path folder = temporary.resolve(id + "-" + i);
                tests.add(DynamicTest.dynamicTest(id + " " + (i + 1), () -> {
                    SampleFolder.copy(folder);
                    if (example.isAboutFiles()) {
                        assertFound(id, changeFiles(folder, example), folder);
                    } else {
                        assertFound(id, example, changeText(folder, example), folder);
                    }
                }));
            }
        }
        return tests.stream();
    }

    /** The file that was changed, and the line on which the change begins. */
    private record Change(String file, int line) {}

    private static Change changeText(Path folder, Example example) throws IOException {
        Path file = SampleFolder.files(folder).stream()
                .filter(path -> path.getFileName().toString().equals(example.file()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the sample has no " + example.file()));
        String text = Files.readString(file);
        int at = ("\n" + text).indexOf("\n" + example.prefer());
        assertTrue(at >= 0, example.file() + " of the sample does not hold what is preferred:\n" + example.prefer());
        Files.writeString(
                file,
                text.substring(0, at)
                        + example.avoid()
                        + text.substring(at + example.prefer().length()));
        return new Change(
                folder.relativize(file).toString().replace('\\', '/'),
                (int) text.substring(0, at).lines().count() + 1);
    }

    private static void assertFound(String id, Example example, Change change, Path folder) {
        List<Found> found = Checks.run(RuleFolder.read(folder));
        boolean elsewhere = example.mark().startsWith("-> ");
        String file = elsewhere ? FOLDER + example.mark().substring(3) : change.file();
        int first = change.line();
        int last = first + (int) example.avoid().lines().count() - 1;
        boolean exact = !elsewhere && !example.mark().isEmpty();
        int marked = exact ? first + Integer.parseInt(example.mark()) - 1 : 0;
        assertTrue(
                found.stream()
                        .anyMatch(each -> each.check().equals(id)
                                && each.file().equals(file)
                                && (elsewhere
                                        || (exact
                                                ? each.line() == marked
                                                : each.line() >= first && each.line() <= last))),
                "expected " + id + " in " + file + " on line " + first + " to " + last + ", found " + found);
    }

    /** The files of the list that are gone or new. */
    private static List<String> changeFiles(Path folder, Example example) throws IOException {
        List<String> avoid = example.avoid().lines().toList();
        List<String> prefer = example.prefer().lines().toList();
        List<String> changed = new ArrayList<>();
        for (String name : prefer) {
            if (!avoid.contains(name)) {
                Files.delete(folder.resolve(FOLDER + name));
                changed.add(FOLDER + name);
            }
        }
        for (String name : avoid) {
            if (!prefer.contains(name)) {
                Files.copy(folder.resolve(FOLDER + "low-calcium.scenarios.yaml"), folder.resolve(FOLDER + name));
                changed.add(FOLDER + name);
            }
        }
        return changed;
    }

    private static void assertFound(String id, List<String> changed, Path folder) {
        List<Found> found = Checks.run(RuleFolder.read(folder));
        List<String> places = new ArrayList<>(changed);
        changed.forEach(file -> places.add(file.replace(".scenarios.yaml", ".drl")));
        places.add(String.valueOf(folder.getFileName()));
        assertTrue(
                found.stream().anyMatch(each -> each.check().equals(id) && places.contains(each.file())),
                "expected " + id + ", found " + found);
    }

    /** Otherwise the line of a page would prove nothing: any change might be found anywhere. */
    @Test
    void aChangeThatIsNoFaultIsNotFound() throws IOException {
        SampleFolder.copy(temporary.resolve("harmless"));
        Change change = changeText(
                temporary.resolve("harmless"),
                new Example(
                        "low-potassium.drl",
                        "",
                        "// Misses    A hemolyzed sample.\n",
                        "// Misses    A hemolyzed sample reads falsely high and can hide a low value.\n"));
        assertEquals(5, change.line());
        assertEquals(List.of(), Checks.run(RuleFolder.read(temporary.resolve("harmless"))));
    }
}
