package org.spasmcds.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spasmcds.TestRules;

class VocabularyTest {
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private final Vocabulary vocabulary = TestRules.bundled().vocabulary();

    private String find(String written) {
        return vocabulary.find(written, ALL).map(Name::id).orElse("");
    }

    @Test
    void findsAnIdASynonymADisplayTextAndACode() {
        assertEquals("creatine-kinase", find("creatine-kinase"));
        assertEquals("creatine-kinase", find("CK"));
        assertEquals("creatine-kinase", find("Creatine  Kinase"));
        assertEquals("potassium", find("LOINC 2823-3"));
        assertEquals("simvastatin", find("RxNorm 36567"));
    }

    @Test
    void matchesIcdAndAtcByTheLongestPrefixAndOthersExactly() {
        assertEquals("diabetes-type-2", find("ICD-10-CM E11.9"));
        assertEquals("statin", find("ATC C10AA01".replace("01", "99")));
        assertEquals("", find("LOINC 2823-39"));
    }

    @Test
    void lithiumIsNoDopamineBlockerThoughItsAtcCodeStandsAmongThem() {
        assertEquals("lithium", find("ATC N05AN01"));
        assertTrue(!vocabulary.ancestors("lithium").contains("dopamine-blocker"));
    }

    @Test
    void skinCancerOtherThanMelanomaIsNotCancer() {
        assertEquals("non-melanoma-skin-cancer", find("ICD-10-CM C44.91"));
        assertEquals("cancer-any", find("ICD-10-CM C50.9"));
        assertTrue(!vocabulary.ancestors("non-melanoma-skin-cancer").contains("cancer-any"));
        assertTrue(vocabulary.ancestors("cancer-history").contains("cancer-any"));
    }

    @Test
    void suggestsTheNearestNames() {
        assertEquals(
                Optional.of("potassium"),
                vocabulary.nearest("potasium", ALL).stream().findFirst());
        assertEquals(List.of(), vocabulary.nearest("xyzzyxyzzy", ALL));
        assertTrue(vocabulary.nearest("swelling down there of a limb", ALL).contains("swelling-of-limb"));
    }

    @Test
    void aCodeNamesOneThingOnly() {
        List<String> codes = vocabulary.codes().stream()
                .map(code -> code.system() + " " + code.code())
                .toList();
        assertEquals(codes.size(), Set.copyOf(codes).size());
    }

    @Test
    void whatTheSpecificationMarksAsUnverifiedStaysMarked() {
        assertTrue(vocabulary.codes().stream().filter(code -> !code.verified()).count() > 20);
    }
}
