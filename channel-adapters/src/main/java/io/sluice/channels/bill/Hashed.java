package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Lets everything pass, and compares its hash at the end. */
public final class Hashed implements Stage<byte[], byte[]> {

    private final MessageDigest digest;
    private final String expected;

    /**
     * @param algorithm as the JDK names it
     * @param expected in hexadecimal
     */
    public Hashed(String algorithm, String expected) {
        try {
            this.digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has " + algorithm, impossible);
        }
        this.expected = expected.toLowerCase(Locale.ROOT);
    }

    @Override
    public Iterator<byte[]> next(byte[] piece) {
        digest.update(piece);
        return List.of(piece).iterator();
    }

    @Override
    public Iterator<byte[]> end() {
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw BillException.broken("the file does not have the hash that the channel told");
        }
        return Collections.emptyIterator();
    }
}
