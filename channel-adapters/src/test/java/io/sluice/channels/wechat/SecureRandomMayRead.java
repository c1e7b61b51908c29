package io.sluice.channels.wechat;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets the JDK's SecureRandom read {@code /dev/urandom}, which is a file by its interface only and never waits once the
 * machine is up. Nonces need it, and RSA where the JDK signs.
 */
public final class SecureRandomMayRead implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    }
}
