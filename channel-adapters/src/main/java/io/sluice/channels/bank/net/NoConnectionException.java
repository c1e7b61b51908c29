package io.sluice.channels.bank.net;

/** There is no connection on which the terminal is signed on: nothing was sent. */
final class NoConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoConnectionException(String message) {
        super(message, null, false, false);
    }
}
