package io.sluice.edge.management;

import io.sluice.core.secret.PrivateFile;
import io.sluice.core.secret.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** What an installation needs before its first start: a keyset to seal secrets with, and an operator's token. */
public final class Secrets {

    private static final int TOKEN_BYTES = 32;

    private Secrets() {}

    /** Makes {@code vault-keyset.json} and {@code management-token} in a folder, readable by their owner only. */
    public static void create(Path folder) {
        Vault.createKeyset(folder.resolve("vault-keyset.json"));
        PrivateFile.create(folder.resolve("management-token"), "management token", "operator:" + newToken() + "\n");
    }

    private static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
