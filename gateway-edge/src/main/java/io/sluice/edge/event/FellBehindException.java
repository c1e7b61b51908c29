package io.sluice.edge.event;

/** He did not take what was kept for him, so that no more can be. Ends his stream; the client comes back. */
final class FellBehindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FellBehindException() {
        super("too far behind", null, false, false);
    }
}
