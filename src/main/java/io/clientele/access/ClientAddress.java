package io.clientele.access;

import io.clientele.shared.NetworkRange;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client's address behind trusted proxies. Each proxy appends whom it speaks for, so the list is read from its
 * end, and the first address that is no proxy of ours is the client; what stands left of it, anybody may have written.
 */
@Singleton
class ClientAddress {

    private final List<NetworkRange> trusted;
    private final String headerName;
    private final boolean standard;

    ClientAddress(AccessConfig config) {
        trusted = NetworkRange.all(config.trustedProxies());
        headerName = config.forwardedHeader();
        standard = headerName.equalsIgnoreCase("Forwarded");
    }

    /**
     * The client's address.
     *
     * @param peer the address the connection came from
     * @param header gives all values of a request header, joined by commas, or null
     */
    String of(String peer, Function<String, @Nullable String> header) {
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        String value = header.apply(headerName);
        return value == null ? peer : lastUntrusted(peer, value.split(",", -1));
    }

    private String lastUntrusted(String peer, String[] hops) {
        String address = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
            Optional<String> hop =
                    (standard ? forwardedFor(hops[i]) : Optional.of(hops[i])).flatMap(ClientAddress::literal);
            if (hop.isEmpty()) {
                // A proxy that does not say whom it speaks for is itself the last we know of.
                return address;
            }
            address = hop.get();
        }
        return address;
    }

    /** Whether what comes from the address is believed when it says whom it speaks for. */
    boolean isTrusted(String address) {
        return NetworkRange.anyContains(trusted, address);
    }

    /** The {@code for} of one element of a Forwarded header. */
    private static Optional<String> forwardedFor(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
                .map(pair -> pair.substring(4).replace("\"", ""))
                .findFirst();
    }

    /** The address in its one written form, without brackets, port and zone. */
    private static Optional<String> literal(String text) {
        String address = text.strip();
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            address = address.substring(1, end < 0 ? address.length() : end);
        } else if (address.indexOf(':') >= 0 && address.indexOf(':') == address.lastIndexOf(':')) {
            address = address.substring(0, address.indexOf(':'));
        }
        int zone = address.indexOf('%');
        try {
            return Optional.of(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone))
                    .getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
