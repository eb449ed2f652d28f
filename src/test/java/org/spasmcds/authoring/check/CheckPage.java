package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a check as its test reads it: {@code # id}, a sentence, pairs of blocks to avoid and to prefer, and why. */
record CheckPage(String id, String summary, List<Example> examples) {
    private static final Pattern PAGE =
            Pattern.compile("# (\\S+)\\n\\n([^\\n]+\\.)\\n(.*)\\n\\*\\*Why\\*\\*\\n\\n\\S.*", Pattern.DOTALL);
    private static final Pattern PAIR = Pattern.compile(
            "\\*\\*Avoid\\*\\*\\n\\n```\\w+ (\\S+)( \\d+| -> \\S+)?\\n(.*?)```\\n\\n\\*\\*Prefer\\*\\*\\n\\n```\\w+ (\\S+)\\n(.*?)```\\n",
            Pattern.DOTALL);

    /**
     * @param file the name of the file of the sample, or {@code files} for a list of the files it has
     * @param mark which line of the block is found fault with, or in which other file something is found; empty for any line of it
     */
    record Example(String file, String mark, String avoid, String prefer) {
        boolean isAboutFiles() {
            return file.equals("files");
        }
    }

    static CheckPage of(String text) {
        Matcher page = PAGE.matcher(text);
        if (!page.matches()) {
            throw new AssertionError("no page of a check: " + text);
        }
        List<Example> examples = new ArrayList<>();
        Matcher pair = PAIR.matcher(page.group(3));
        while (pair.find()) {
            if (!pair.group(1).equals(pair.group(4))) {
                throw new AssertionError(page.group(1) + " avoids in one file and prefers in another");
            }
            examples.add(new Example(
                    pair.group(1), pair.group(2) == null ? "" : pair.group(2).strip(), pair.group(3), pair.group(5)));
        }
        return new CheckPage(page.group(1), page.group(2), examples);
    }
}
