package io.clientele.shared.outgoing;

import io.clientele.shared.NetworkRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the world. Everything that IANA's registries of special-purpose addresses keep for other use does
 * not, nor does an IPv6 address that carries such an IPv4 address in it.
 */
final class PublicAddresses {

    private static final List<NetworkRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Of what is global in IPv6: assignments to protocols (Teredo among them) and documentation.
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20");

    private static final NetworkRange GLOBAL = NetworkRange.of("2000::/3");

    /** Addresses that carry one of IPv4, and at which byte. */
    private static final NetworkRange NAT64 = NetworkRange.of("64:ff9b::/96");

    private static final int IN_NAT64 = 12;
    private static final NetworkRange SIX_TO_FOUR = NetworkRange.of("2002::/16");
    private static final int IN_SIX_TO_FOUR = 2;

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (SPECIAL.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        if (NAT64.contains(address)) {
            return contains(carried(address, IN_NAT64));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return contains(carried(address, IN_SIX_TO_FOUR));
        }
        return address.getAddress().length == 4 || GLOBAL.contains(address);
    }

    private static InetAddress carried(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static List<NetworkRange> ranges(String... texts) {
        return Stream.of(texts).map(NetworkRange::of).toList();
    }
}
