package org.spasmcds;

/**
 * One thing that is wrong with a rule folder.
 *
 * @param check the check that found it; each has a page in {@code rules/checks}
 * @param file the file, relative to the folder
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param message what is wrong and what is allowed there
 */
public record Problem(String check, String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
