package io.clientele.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values that break what has not been thought of: at the bounds, of another type, not text at all. */
public final class Hostile {

    /** Texts; some are valid, so that what lies behind a check is reached too. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "x\udc00",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e\u0301",
            "\u0130\u00df\ufb03",
            "\u202eabc",
            "\u05e9\u05dc\u05d5\u05dd",
            "a\r\nb\tc",
            "' or 1=1 --",
            "\"><script>alert(1)</script>",
            "%1 %fieldName {0}",
            "${7*7}#{7*7}",
            "../../etc/passwd",
            "\\",
            "%_\\",
            "(",
            "null",
            "true",
            "[]",
            "{}",
            "0",
            "-1",
            "1",
            "1.5",
            "0x10",
            "\uff11\uff12",
            "1e400",
            "-1e400",
            "NaN",
            "Infinity",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "2024-02-30",
            "2024-02-29",
            "10000-01-01",
            "9999-12-31 23:59:59",
            "+292278994-08-17",
            "-292275055-05-16T16:47:04Z",
            "2024-01-01T00:00:00+99:99",
            "a@b",
            "a@b.cc",
            "US",
            "XX",
            "x".repeat(255),
            "x".repeat(256),
            "\ud83d\ude00".repeat(255),
            "y".repeat(5_000));

    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.valueOf(-1),
            new BigDecimal("0.1"),
            new BigDecimal("1e-400"),
            new BigDecimal("1e400"),
            new BigDecimal("-1e308"),
            BigDecimal.valueOf(Integer.MAX_VALUE),
            BigDecimal.valueOf(1L + Integer.MAX_VALUE),
            BigDecimal.valueOf(Integer.MIN_VALUE - 1L),
            BigDecimal.valueOf(Long.MAX_VALUE),
            new BigDecimal(BigInteger.TWO.pow(63)),
            new BigDecimal(BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE)),
            new BigDecimal("123456789012345678901234567890"));

    /** Identifiers that nothing has: none of them may change anything. */
    static final List<String> NO_IDS = List.of(
            "-1",
            "987654321",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e400",
            "abc",
            "0x1",
            "1.5",
            "\uff11",
            "\u0000",
            "1\u0000",
            "' or 1=1 --",
            "\ud83d\ude00",
            "%",
            "%2F",
            "x".repeat(3_000));

    private static final int DEEP = 70;

    private Hostile() {}

    static String text(Random random) {
        return pick(TEXTS, random);
    }

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    static JsonNode value(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(12)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.arrayNode();
            case 3 -> json.objectNode();
            case 4 -> json.arrayNode().add(json.arrayNode()).addNull().add(text(random));
            case 5 -> json.objectNode().put("a", 1).put(text(random), text(random));
            case 6 -> random.nextInt(8) == 0 ? deep() : json.arrayNode().add(number(random));
            case 7, 8, 9 -> number(random);
            default -> json.textNode(text(random));
        };
    }

    private static JsonNode number(Random random) {
        return JsonNodeFactory.instance.numberNode(pick(NUMBERS, random));
    }

    private static JsonNode deep() {
        ArrayNode inner = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < DEEP; i++) {
            inner = JsonNodeFactory.instance.arrayNode().add(inner);
        }
        return inner;
    }
}
