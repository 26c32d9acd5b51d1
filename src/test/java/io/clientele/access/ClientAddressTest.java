package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.NetworkRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a request counts for behind proxies. */
class ClientAddressTest {

    private static final String FOR = "X-Forwarded-For";

    @Test
    void a_stranger_is_itself_whatever_it_says() {
        assertThat(of(behind("10.0.0.0/8"), "192.0.2.7", Map.of(FOR, "203.0.113.9", "Forwarded", "for=203.0.113.9")))
                .isEqualTo("192.0.2.7");
        assertThat(of(behind(), "10.0.0.1", Map.of(FOR, "203.0.113.9"))).isEqualTo("10.0.0.1");
    }

    @Test
    void a_trusted_proxy_tells_the_address_it_appended_and_not_what_the_client_wrote_before_it() {
        ClientAddress clients = behind("10.0.0.0/8", "2001:db8:1::/48");
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "6.6.6.6, 203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "10.6.6.6,203.0.113.9 , 10.0.0.2,2001:db8:1::5")))
                .isEqualTo("203.0.113.9");
        assertThat(of(clients, "2001:db8:1:0:0:0:0:5", Map.of(FOR, "[2001:DB8:2::1]:443")))
                .isEqualTo("2001:db8:2:0:0:0:0:1");
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "203.0.113.9:51000"))).isEqualTo("203.0.113.9");
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "::ffff:203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void a_proxy_that_tells_nothing_usable_is_the_client() {
        ClientAddress clients = behind("10.0.0.0/8");
        assertThat(of(clients, "10.1.2.3", Map.of())).isEqualTo("10.1.2.3");
        for (String nonsense : new String[] {"", "unknown", "_hidden", "203.0.113.9, ", "localhost", "[", "a:b:c"}) {
            assertThat(of(clients, "10.1.2.3", Map.of(FOR, nonsense)))
                    .as(nonsense)
                    .isEqualTo("10.1.2.3");
        }
        assertThat(of(clients, "10.1.2.3", Map.of(FOR, "10.0.0.7, 10.0.0.8"))).isEqualTo("10.0.0.7");
    }

    @Test
    void only_the_configured_header_is_read() {
        ClientAddress standard = new ClientAddress(config("Forwarded", "10.0.0.0/8"));
        Map<String, String> both =
                Map.of(FOR, "6.6.6.6", "Forwarded", "for=6.6.6.6, proto=https;For=\"[2001:db8::9]:4711\";by=10.0.0.1");
        assertThat(of(standard, "10.1.2.3", both)).isEqualTo("2001:db8:0:0:0:0:0:9");
        assertThat(of(behind("10.0.0.0/8"), "10.1.2.3", both)).isEqualTo("6.6.6.6");
        assertThat(of(standard, "10.1.2.3", Map.of("Forwarded", "for=unknown"))).isEqualTo("10.1.2.3");
    }

    @Test
    void a_range_that_is_none_is_refused_at_start() {
        for (String range : new String[] {"10.0.0.0/33", "10.0.0.0/x", "proxy.example", "10.0.0.0/-1", "::/129"}) {
            assertThatThrownBy(() -> behind(range)).as(range).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(NetworkRange.of("0.0.0.0/0").contains("203.0.113.9")).isTrue();
        assertThat(NetworkRange.of("0.0.0.0/0").contains("::1")).isFalse();
        assertThat(NetworkRange.of("192.0.2.128/25").contains("192.0.2.127")).isFalse();
        assertThat(NetworkRange.of("192.0.2.128/25").contains("192.0.2.255")).isTrue();
    }

    @Test
    void failures_of_one_ipv6_network_count_together() {
        assertThat(AddressThrottle.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(AddressThrottle.network("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    private static String of(ClientAddress clients, String peer, Map<String, String> headers) {
        return clients.of(peer, headers::get);
    }

    private static ClientAddress behind(String... proxies) {
        return new ClientAddress(config(FOR, proxies));
    }

    private static AccessConfig config(String header, String... proxies) {
        return new AccessConfig() {
            @Override
            public Optional<List<String>> trustedProxies() {
                return Optional.of(List.of(proxies));
            }

            @Override
            public String forwardedHeader() {
                return header;
            }

            @Override
            public Optional<String> secondFactorKey() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> storefrontServers() {
                return Optional.empty();
            }
        };
    }
}
