package io.sluice.channels.http;

import java.util.function.UnaryOperator;

/** What came of one HTTP request, before anything in it is believed. */
public sealed interface Sent {

    /**
     * @param header a header's value, or an empty text
     * @param body the raw bytes: signatures are over these
     */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
    record Answered(int status, UnaryOperator<String> header, byte[] body) implements Sent {}

    /** No byte of the request left. */
    record NotWritten(String code, String message) implements Sent {}

    /** Bytes left and no whole answer came. */
    record Lost(String code, String message) implements Sent {}
}
