package io.sluice.sandbox.simulators.bank.codec;

import java.util.HexFormat;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** ANSI X9.19, the retail MAC, by Bouncy Castle: not the code that the gateway uses. */
final class HostMac {
    private final byte[] key;

    HostMac(byte[] key) {
        this.key = key.clone();
    }

    /** Sixteen hexadecimal capitals over the first {@code length} bytes, filled up with zeros. */
    String of(byte[] bytes, int length) {
        var mac = new ISO9797Alg3Mac(new DESEngine());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, length);
        byte[] sum = new byte[8];
        mac.doFinal(sum, 0);
        return HexFormat.of().withUpperCase().formatHex(sum);
    }
}
