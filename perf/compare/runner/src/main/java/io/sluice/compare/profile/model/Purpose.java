package io.sluice.compare.profile.model;

/** What CPU is spent on. Every microsecond is in exactly one of them. */
public enum Purpose {
    OWN("Sluice's own code"),
    REACTOR("Reactor operators"),
    CRYPTO("crypto"),
    SYSTEM_CALLS("system calls, epoll, sockets"),
    SPRING("Spring web"),
    HTTP_SERVER("HTTP server"),
    CHANNEL_CLIENT("channel client"),
    EVENT_LOOPS("event loops, buffers (Netty)"),
    DATABASE("R2DBC driver"),
    JSON("JSON"),
    KAFKA("Kafka client"),
    REDIS("Lettuce"),
    OBSERVATION("observation, metrics, tracing"),
    LOGGING("logging"),
    BREAKERS("breakers (Resilience4j)"),
    GARBAGE("garbage collection"),
    COMPILER("JIT compiler"),
    MACHINE("the JVM's other threads"),
    PROFILER("this profiler's own threads"),
    REST("rest: the JDK's own, threads that ended");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
