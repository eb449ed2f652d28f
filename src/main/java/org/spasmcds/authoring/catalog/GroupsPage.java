package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.spasmcds.intake.Numbers;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** The named sets, each with its members and the conditions that read it. */
record GroupsPage(List<Row> rows) {

    /**
     * @param inside other groups that contain this one
     */
    record Row(String anchor, String title, String id, List<Link> members, List<Link> readers, List<Link> inside) {}

    static GroupsPage of(Contents contents) {
        List<Row> rows = new ArrayList<>();
        Membership membership = new Membership(contents.vocabulary());
        new TreeMap<>(contents.vocabulary().groups())
                .forEach((group, members) -> rows.add(row(group, members, membership, contents)));
        return new GroupsPage(List.copyOf(rows));
    }

    private static Row row(String group, List<Member> members, Membership membership, Contents contents) {
        Links links = Links.TOP;
        Vocabulary vocabulary = contents.vocabulary();
        Set<Entry> readers = new LinkedHashSet<>();
        for (String id : List.of("group." + group, group)) {
            FactUse use = contents.uses().get(id);
            if (use != null) {
                readers.addAll(use.readers());
            }
        }
        return new Row(
                Links.anchor(group),
                vocabulary.display(group),
                group,
                Link.joined(
                        members.stream()
                                .map(member -> member(member, vocabulary, links))
                                .toList(),
                        "or"),
                Link.joined(readers.stream().map(links::condition).toList(), "and"),
                Link.joined(
                        membership.of(group).stream()
                                .map(each -> new Link(vocabulary.display(each), links.group(each)))
                                .toList(),
                        "and"));
    }

    private static Link member(Member member, Vocabulary vocabulary, Links links) {
        if (member instanceof Member.Limit limit) {
            String text = vocabulary.display(limit.test()) + " " + Measure.sign(limit.operator()) + " "
                    + Numbers.plain(limit.value()) + " " + Units.written(limit.unit());
            return new Link(text.strip(), links.fact(new Fact(limit.test(), "", "Result", limit.test())));
        }
        String name = ((Member.Named) member).name();
        boolean group = vocabulary.groups().containsKey(name);
        return new Link(
                vocabulary.display(name) + (group && vocabulary.name(name).isEmpty() ? " (group)" : ""),
                group ? links.group(name) : links.fact(new Fact(name, "", "", name)));
    }
}
