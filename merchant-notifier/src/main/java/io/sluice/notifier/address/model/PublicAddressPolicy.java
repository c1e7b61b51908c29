package io.sluice.notifier.address.model;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public, after the IANA special-purpose address registries (RFC 6890). A merchant chooses the URL,
 * so everything that is not public is refused: our own network, the host itself, and the metadata services of clouds.
 */
public final class PublicAddressPolicy {

    private static final List<AddressBlock> NOT_PUBLIC_V4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers; Alibaba Cloud's metadata
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's host, reachable from inside only
                    "169.254.0.0/16", // link-local; most clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments; Oracle Cloud's metadata
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4") // reserved, and broadcast
            .map(AddressBlock::of)
            .toList();

    /** All that IANA has given out for global unicast. Mapped, NAT64, unique-local, link-local and multicast are outside. */
    private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> NOT_PUBLIC_V6 = Stream.of(
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4: carries any IPv4 address
                    "3fff::/20") // documentation
            .map(AddressBlock::of)
            .toList();

    private PublicAddressPolicy() {}

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
    }
}
