package io.sluice.edge.signature.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses, algorithm by algorithm, who computes: Amazon's Corretto provider, about ten times as fast on elliptic curves,
 * where its native library loads and it knows the algorithm; the JDK elsewhere.
 */
public final class CryptoProviders {

    private static final Logger LOG = LoggerFactory.getLogger(CryptoProviders.class);
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final @Nullable Provider NATIVE = load();

    private CryptoProviders() {}

    /** Loads the native library, which unpacks a file; call it once at start, so that no event loop has to. */
    public static void warmUp() {
        LOG.debug("Native cryptography: {}", NATIVE == null ? "none" : NATIVE.getInfo());
    }

    /** A new, unshared signature context. */
    static Signature signature(String algorithm) throws GeneralSecurityException {
        Provider provider = supporting("Signature", algorithm);
        return provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
    }

    static KeyFactory keyFactory(String algorithm) throws GeneralSecurityException {
        Provider provider = supporting("KeyFactory", algorithm);
        return provider == null ? KeyFactory.getInstance(algorithm) : KeyFactory.getInstance(algorithm, provider);
    }

    private static @Nullable Provider supporting(String service, String algorithm) {
        return NATIVE != null && NATIVE.getService(service, algorithm) != null ? NATIVE : null;
    }

    /** By reflection, because there are platforms for which the artifact does not exist. */
    private static @Nullable Provider load() {
        try {
            Provider provider =
                    (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
            Signature.getInstance("Ed25519", provider);
            LOG.info("Signatures are computed by {}", provider);
            return provider;
        } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError e) {
            LOG.info("Signatures are computed by the JDK, since the native provider does not load: {}", e.toString());
            return null;
        }
    }
}
