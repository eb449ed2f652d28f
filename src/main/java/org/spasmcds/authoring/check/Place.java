package org.spasmcds.authoring.check;

/**
 * Where something stands.
 *
 * @param file the path in the rule folder
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(String file, int line, int column) {}
