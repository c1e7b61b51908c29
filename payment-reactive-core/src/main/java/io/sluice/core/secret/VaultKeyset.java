package io.sluice.core.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The vault's keyset as a file: Tink's JSON form, in the clear, guarded by the file's permissions. */
final class VaultKeyset {

    private static final String WHAT = "the vault's keyset";
    private static final Configuration TINK = AeadConfig2026.get();

    private VaultKeyset() {}

    static Aead read(Path file) {
        try {
            return parse(file).getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    WHAT + " at " + file + " is not a keyset for AES-256-GCM in Tink's JSON form", e);
        }
    }

    /** Seals each value under an AES-256-GCM key of its own, which {@code wrapping} wraps. */
    static Aead envelopes(Aead wrapping) {
        try {
            // Data keys are made and read by Tink's registry, which knows nothing until it is told.
            AeadConfig.register();
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, wrapping);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no data keys can be made", e);
        }
    }

    static void create(Path file) {
        try {
            PrivateFile.create(file, WHAT, text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    static void rotate(Path file) {
        try {
            var newest = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary();
            PrivateFile.replace(
                    file,
                    WHAT,
                    text(KeysetHandle.newBuilder(parse(file))
                            .setConfiguration(TINK)
                            .addEntry(newest)
                            .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(WHAT + " at " + file + " is not a keyset in Tink's JSON form", e);
        }
    }

    private static KeysetHandle parse(Path file) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(PrivateFile.read(file, WHAT), TINK, InsecureSecretKeyAccess.get());
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
    }
}
