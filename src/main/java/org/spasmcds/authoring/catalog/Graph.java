package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A drawing of what feeds what: two columns of names, and curves between them. */
record Graph(String label, int height, List<Node> nodes, List<Edge> edges) {
    private static final int ROW = 24;
    private static final int LEFT = 380;
    private static final int RIGHT = 640;
    private static final int LONGEST = 52;

    /**
     * @param dot where its end of the curves is
     * @param x where its text begins or ends
     */
    record Node(String id, String side, String text, String full, String href, int dot, int x, int y) {}

    record Edge(String from, String to, String path) {}

    /**
     * A name on the left.
     *
     * @param feeds the places of the names on the right that it feeds
     */
    record Source(String text, String href, List<Integer> feeds) {
        double middle() {
            return feeds.stream().mapToInt(Integer::intValue).average().orElse(0);
        }
    }

    /** The left column is put in the order of what it feeds, so that few curves cross. */
    static Graph of(String label, List<Source> sources, List<Link> targets) {
        List<Source> left = new ArrayList<>(sources);
        left.sort(Comparator.comparingDouble(Source::middle).thenComparing(Source::text));
        int height = Math.max(left.size(), targets.size()) * ROW;
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Link target = targets.get(i);
            nodes.add(node("t" + i, "right", target.text(), target.href(), RIGHT, middle(i, targets.size(), height)));
        }
        for (int i = 0; i < left.size(); i++) {
            Node node =
                    node("s" + i, "left", left.get(i).text(), left.get(i).href(), LEFT, middle(i, left.size(), height));
            nodes.add(node);
            for (int feeds : left.get(i).feeds()) {
                edges.add(new Edge(node.id(), "t" + feeds, curve(node.y(), middle(feeds, targets.size(), height))));
            }
        }
        return new Graph(label, height, List.copyOf(nodes), List.copyOf(edges));
    }

    private static int middle(int place, int of, int height) {
        return (int) ((place + 0.5) * height / of);
    }

    private static Node node(String id, String side, String text, String href, int dot, int y) {
        String shown =
                text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
        return new Node(id, side, shown, text, href, dot, side.equals("left") ? dot - 10 : dot + 10, y);
    }

    private static String curve(int from, int to) {
        int bend = (LEFT + RIGHT) / 2;
        return String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %d", LEFT, from, bend, from, bend, to, RIGHT, to);
    }
}
