package io.sluice.edge.overload;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/** Who somebody is while all that is known is where he is. */
final class PeerAddress {

    /** Of an IPv6 address: what is behind is one customer's to choose. */
    private static final int NETWORK_BYTES = 8;

    private PeerAddress() {}

    static String of(SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress inet) || inet.isUnresolved()) {
            return "unknown";
        }
        byte[] bytes = inet.getAddress().getAddress();
        return inet.getAddress() instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
                : Arrays.toString(bytes);
    }
}
