package org.spasmcds.examples.conformance;

/**
 * Something that a check found wrong.
 *
 * @param check the name of the check
 * @param path where: a path into the document, or what was sent
 * @param message what is wrong
 */
public record Finding(String check, String path, String message) {

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
