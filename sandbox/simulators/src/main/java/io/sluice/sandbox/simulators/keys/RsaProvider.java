package io.sluice.sandbox.simulators.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Who computes RSA: Amazon's Corretto provider, which signs three times as fast, where its native code is on the class
 * path and loads; the JDK elsewhere.
 */
public final class RsaProvider {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final @Nullable Provider FAST = load();

    private RsaProvider() {}

    public static Signature signature() throws GeneralSecurityException {
        return FAST == null ? Signature.getInstance("SHA256withRSA") : Signature.getInstance("SHA256withRSA", FAST);
    }

    static boolean isNative() {
        return FAST != null;
    }

    private static @Nullable Provider load() {
        try {
            Provider provider =
                    (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null);
            Signature.getInstance("SHA256withRSA", provider);
            return provider;
        } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError absent) {
            return null;
        }
    }
}
