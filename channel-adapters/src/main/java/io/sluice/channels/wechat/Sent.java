package io.sluice.channels.wechat;

import io.sluice.channels.wechat.model.SignatureHeaders;

/** What came of one HTTP request, before anything in it is believed. */
sealed interface Sent {

    /** @param body the raw bytes: the signature is over these */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
    record Answered(int status, SignatureHeaders signature, byte[] body) implements Sent {}

    /** No byte of the request left. */
    record NotWritten(String code, String message) implements Sent {}

    /** Bytes left and no whole answer came. */
    record Lost(String code, String message) implements Sent {}
}
