package io.sluice.channels.http.net;

/** What came is no answer. The message says why, and never quotes it. */
final class BrokenAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenAnswerException(String message) {
        super(message, null, false, false);
    }
}
