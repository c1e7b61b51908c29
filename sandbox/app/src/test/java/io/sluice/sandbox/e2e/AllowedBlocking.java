package io.sluice.sandbox.e2e;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block on any thread, and why. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Ids and signatures take randomness from the kernel's pool, which does not wait once the machine is up.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // Looks for context propagation on the class path, once in the JVM's life.
        builder.allowBlockingCallsInside("reactor.core.publisher.ContextPropagationSupport", "<clinit>");
        // Resources of jars on their first use.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "getResourceAsStream");
        builder.allowBlockingCallsInside("java.util.zip.InflaterInputStream", "read");
        builder.allowBlockingCallsInside("java.util.zip.ZipFile$ZipFileInputStream", "read");
    }
}
