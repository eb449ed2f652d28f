package org.spasmcds.authoring.catalog;

import java.util.List;

/**
 * A fact and what reads it.
 *
 * @param wider groups and wider names under which it counts too
 */
record FactRow(String anchor, Link fact, String kind, String id, List<Link> readers, List<Link> wider) {
    static FactRow of(Fact fact, List<Link> readers, Links links) {
        return new FactRow(
                Links.anchor(fact.id()),
                new Link(fact.text(), links.fact(fact)),
                fact.kind(),
                fact.name(),
                readers,
                List.of());
    }
}
