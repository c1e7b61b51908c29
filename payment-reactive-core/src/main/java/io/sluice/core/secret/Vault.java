package io.sluice.core.secret;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Seals secrets for storage: AES-256-GCM under a keyset that lives in a file, never in the database. A sealed value is
 * bound to the row it belongs to, so that it opens nowhere else. Safe for any thread; sealing and opening take
 * microseconds and never block.
 */
public final class Vault {

    private final Aead aead;
    private final Aead envelopes;

    private Vault(Aead aead) {
        this.aead = aead;
        this.envelopes = VaultKeyset.envelopes(aead);
    }

    /**
     * Reads the keyset. Blocks, and loads Tink's classes: for the start of an app.
     *
     * @throws IllegalStateException when the file is missing, no keyset, or open to other users
     */
    public static Vault open(Path keyset) {
        Vault vault = new Vault(VaultKeyset.read(keyset));
        vault.warm();
        return vault;
    }

    /**
     * Creates a keyset of one new key, readable by the file's owner only.
     *
     * @throws IllegalStateException when the file exists already
     */
    public static void createKeyset(Path keyset) {
        VaultKeyset.create(keyset);
    }

    /**
     * Adds a key, which seals from now on; the older keys still open. Apps read the keyset at start: restart those that
     * only open (callback receiver, notifier) before those that seal (edge).
     */
    public static void rotate(Path keyset) {
        VaultKeyset.rotate(keyset);
    }

    /**
     * @param associatedData names the row the value belongs to, such as {@code channel_account:cha_…}; the same is needed
     *     to open
     */
    public byte[] seal(String plaintext, String associatedData) {
        try {
            return aead.encrypt(bytes(plaintext), bytes(associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the secrets of " + associatedData, e);
        }
    }

    /** @throws VaultException when the value was altered, moved from another row, or sealed under an unknown key */
    public String open(byte[] sealed, String associatedData) {
        return opened(aead, sealed, associatedData);
    }

    private static String opened(Aead by, byte[] sealed, String associatedData) {
        try {
            return new String(by.decrypt(sealed, bytes(associatedData)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "cannot open the secrets of " + associatedData
                            + ": sealed under a key that this keyset lacks, moved from another row, or altered",
                    e);
        }
    }

    /**
     * Seals under a key of this value's own, which stands beside it, wrapped by the vault's newest key.
     *
     * @param associatedData as in {@link #seal}
     */
    public byte[] envelop(String plaintext, String associatedData) {
        try {
            return envelopes.encrypt(bytes(plaintext), bytes(associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the secrets of " + associatedData, e);
        }
    }

    /** @throws VaultException as {@link #open} */
    public String unfold(byte[] enveloped, String associatedData) {
        return opened(envelopes, enveloped, associatedData);
    }

    /** Class initialisation and the first random bytes must not happen on an event loop. */
    private void warm() {
        open(seal("warm", "warm"), "warm");
        unfold(envelop("warm", "warm"), "warm");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
