package io.sluice.channels.bill.model;

/**
 * A line of text.
 *
 * @param file it stands in, empty where there is but one
 * @param text without what ends it
 */
public record TextLine(String file, String text) {}
