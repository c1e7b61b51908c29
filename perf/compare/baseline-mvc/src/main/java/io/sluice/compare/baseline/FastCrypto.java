package io.sluice.compare.baseline;

/** The variant that verifies with AmazonCorrettoCryptoProvider, whose jar the runner then puts on the class path. */
final class FastCrypto {
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private FastCrypto() {}

    static void installIfWanted() {
        if (!"corretto".equals(System.getenv("BASELINE_CRYPTO"))) {
            return;
        }
        try {
            Class<?> provider = Class.forName(PROVIDER);
            provider.getMethod("install").invoke(null);
            Object instance = provider.getField("INSTANCE").get(null);
            provider.getMethod("assertHealthy").invoke(instance);
        } catch (ReflectiveOperationException e) {
            // A variant that quietly runs without what it is named for would be a wrong figure.
            throw new IllegalStateException(PROVIDER + " cannot be used here", e);
        }
    }
}
