package io.sluice.channels.bank.codec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The retail MAC that bank hosts ask for: ANSI X9.19, which is ISO 9797-1's algorithm 3 with padding method 1. DES over all blocks with
 * the key's first half, then triple DES over the last.
 */
public final class RetailMac {

    private static final int BLOCK = 8;

    private final SecretKeySpec first;
    private final SecretKeySpec second;

    /**
     * @param key 16 bytes
     * @throws IllegalArgumentException when it is no such key
     */
    public RetailMac(byte[] key) {
        if (key.length != 2 * BLOCK) {
            throw new IllegalArgumentException("must be 16 bytes long");
        }
        this.first = new SecretKeySpec(key, 0, BLOCK, "DES");
        this.second = new SecretKeySpec(key, BLOCK, BLOCK, "DES");
    }

    /** Sixteen hexadecimal capitals over the first {@code length} bytes. */
    byte[] of(byte[] bytes, int length) {
        // An empty message is one block of zeros; any other is filled up to whole blocks.
        byte[] blocks =
                Arrays.copyOf(Arrays.copyOf(bytes, length), Math.max(BLOCK, (length + BLOCK - 1) / BLOCK * BLOCK));
        try {
            Cipher chain = Cipher.getInstance("DES/CBC/NoPadding");
            chain.init(Cipher.ENCRYPT_MODE, first, new IvParameterSpec(new byte[BLOCK]));
            byte[] all = chain.doFinal(blocks);
            byte[] last = Arrays.copyOfRange(all, all.length - BLOCK, all.length);
            byte[] sum = block(Cipher.ENCRYPT_MODE, first, block(Cipher.DECRYPT_MODE, second, last));
            return HexFormat.of().withUpperCase().formatHex(sum).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has DES", impossible);
        }
    }

    private static byte[] block(int mode, SecretKeySpec key, byte[] block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(mode, key);
        return cipher.doFinal(block);
    }
}
