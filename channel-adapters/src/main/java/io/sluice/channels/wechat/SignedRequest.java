package io.sluice.channels.wechat;

/**
 * A request ready to be sent, once.
 *
 * @param target path and query
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record SignedRequest(String method, String target, byte[] body, String authorization) {}
