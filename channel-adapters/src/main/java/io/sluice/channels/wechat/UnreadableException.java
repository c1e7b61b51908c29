package io.sluice.channels.wechat;

/** What the channel said has not the documented form. The message says how, and never quotes it. */
final class UnreadableException extends RuntimeException {

    UnreadableException(String message) {
        super(message);
    }
}
