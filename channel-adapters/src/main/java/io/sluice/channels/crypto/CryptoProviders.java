package io.sluice.channels.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes RSA: Amazon's Corretto provider, three times as fast at signing, where its native library loads; the JDK
 * elsewhere.
 */
public final class CryptoProviders {

    private static final Logger log = LoggerFactory.getLogger(CryptoProviders.class);
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final @Nullable Provider NATIVE = load();

    private CryptoProviders() {}

    /** Loads the native library, which unpacks a file; call it once at start, so that no event loop has to. */
    public static void warmUp() {
        log.debug("Native cryptography: {}", NATIVE == null ? "none" : NATIVE.getInfo());
    }

    /** A new, unshared signature context for SHA256withRSA. */
    public static Signature sha256WithRsa() throws GeneralSecurityException {
        String algorithm = "SHA256withRSA";
        return NATIVE == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, NATIVE);
    }

    public static KeyFactory rsaKeys() throws GeneralSecurityException {
        return NATIVE == null ? KeyFactory.getInstance("RSA") : KeyFactory.getInstance("RSA", NATIVE);
    }

    /** By reflection, because there are platforms for which the artifact does not exist. */
    private static @Nullable Provider load() {
        try {
            Provider provider =
                    (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
            Signature.getInstance("SHA256withRSA", provider);
            return provider;
        } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError e) {
            log.info("RSA is computed by the JDK, since the native provider does not load: {}", e.toString());
            return null;
        }
    }
}
