package io.clientele.shared;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A range of network addresses in CIDR notation.
 *
 * @param network an address in the range
 * @param bits how many leading bits all addresses of the range share
 */
public record NetworkRange(InetAddress network, int bits) {

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address.
     *
     * @throws IllegalArgumentException when it is neither; names are not looked up
     */
    public static NetworkRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = InetAddress.ofLiteral(parts[0]);
        int most = network.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("\"" + text + "\" is no range of addresses");
        }
        return new NetworkRange(network, bits);
    }

    public static List<NetworkRange> all(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream().map(NetworkRange::of).toList();
    }

    public static boolean anyContains(List<NetworkRange> ranges, String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Whether the address, given as a literal, lies in the range; false for anything that is none. */
    public boolean contains(String address) {
        try {
            return contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the address lies in the range; none of the other family does. */
    public boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (other.length != own.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            if (((other[bit / Byte.SIZE] ^ own[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
