package io.sluice.sandbox.e2e;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block on any thread of the whole gateway in one process, beside what may everywhere. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Resources of jars on their first use.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "getResourceAsStream");
        builder.allowBlockingCallsInside("java.util.zip.InflaterInputStream", "read");
        builder.allowBlockingCallsInside("java.util.zip.ZipFile$ZipFileInputStream", "read");
    }
}
