package io.sluice.edge.signature;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets the JDK's SecureRandom read {@code /dev/urandom}, which is a file by its interface only and never waits once the
 * machine is up. SM2 needs it even to verify, for Bouncy Castle blinds its points.
 */
public final class SecureRandomMayRead implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    }
}
