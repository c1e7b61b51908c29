package io.sluice.channels.http.net;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import reactor.netty.transport.AddressUtils;

/** Scheme, host and port. Connections to one origin are for all who call it. */
public record Origin(boolean secure, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public static int defaultPort(boolean secure) {
        return secure ? HTTPS : HTTP;
    }

    /** As it stands in the header Host. */
    public String authority() {
        String name = NetUtil.isValidIpV6Address(host) ? '[' + host + ']' : host;
        return port == defaultPort(secure) ? name : name + ':' + port;
    }

    /** Unresolved, unless the host is an address already. */
    InetSocketAddress address() {
        return AddressUtils.createUnresolved(host, port);
    }
}
