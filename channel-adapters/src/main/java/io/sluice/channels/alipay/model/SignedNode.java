package io.sluice.channels.alipay.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of an answer that is signed, byte for byte as it came: {@code {"alipay_trade_query_response":{…},"sign":"…"}}.
 *
 * @param raw the response's object with its braces
 * @param sign base64, empty where the answer is not signed
 * @param isError an {@code error_response}, by which the gateway speaks that did not get as far as the method
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record SignedNode(byte[] raw, String sign, boolean isError) {

    private static final String ERROR = "error_response";

    /**
     * @param method such as {@code alipay.trade.query}
     * @return empty when the answer is not one object in which the response stands exactly once, and its signature at the most once
     */
    public static Optional<SignedNode> in(byte[] answer, String method) {
        return new TopLevel(answer).members().flatMap(members -> of(answer, members, nodeName(method)));
    }

    private static String nodeName(String method) {
        return method.replace('.', '_') + "_response";
    }

    private static Optional<SignedNode> of(byte[] answer, Iterable<TopLevel.Member> members, String name) {
        SignedNode node = null;
        String sign = "";
        for (TopLevel.Member member : members) {
            boolean isError = member.name().equals(ERROR);
            if (isError || member.name().equals(name)) {
                if (node != null || answer[member.from()] != '{') {
                    return Optional.empty();
                }
                node = new SignedNode(Arrays.copyOfRange(answer, member.from(), member.to()), "", isError);
            } else if (member.name().equals("sign")) {
                if (!sign.isEmpty() || answer[member.from()] != '"') {
                    return Optional.empty();
                }
                sign = text(answer, member);
            }
        }
        return node == null ? Optional.empty() : Optional.of(new SignedNode(node.raw(), sign, node.isError()));
    }

    /** A slash is the only sign of base64 that some writers of JSON escape. */
    private static String text(byte[] answer, TopLevel.Member member) {
        int length = member.to() - member.from() - 2;
        return new String(answer, member.from() + 1, length, StandardCharsets.UTF_8).replace("\\/", "/");
    }
}
