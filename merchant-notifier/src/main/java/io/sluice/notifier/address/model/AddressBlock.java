package io.sluice.notifier.address.model;

import java.net.InetAddress;

/** A block of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record AddressBlock(InetAddress first, int prefixBits) {

    /** Takes literals only, so nothing is looked up. */
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        return new AddressBlock(
                InetAddress.ofLiteral(cidr.substring(0, slash)), Integer.parseInt(cidr, slash + 1, cidr.length(), 10));
    }

    boolean contains(byte[] address) {
        byte[] block = first.getAddress();
        if (block.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >>> (bit % 8);
            if (((block[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
