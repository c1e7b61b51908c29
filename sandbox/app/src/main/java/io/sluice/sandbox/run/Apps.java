package io.sluice.sandbox.run;

/** The gateway's apps, each started, stopped and started again by itself. */
interface Apps extends AutoCloseable {

    /** Starts it, if it does not run. Blocks until it serves, or until it is on its way where another process serves. */
    void start(AppKind kind);

    /** Stops it in good order; does nothing when it does not run. */
    void stop(AppKind kind);

    /** Ends it as a crash would. */
    void kill(AppKind kind);

    boolean isRunning(AppKind kind);

    /** The process in which it runs, 0 when it does not. */
    long pid(AppKind kind);

    /** Stops all, in good order. */
    @Override
    void close();
}
