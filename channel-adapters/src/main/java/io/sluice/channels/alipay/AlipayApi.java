package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.Answer;
import io.sluice.channels.alipay.model.SignedNode;
import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.Reply;
import reactor.core.publisher.Mono;

/** Calls of the channel's interface whose answers were verified. */
final class AlipayApi {

    private static final int OK = 200;

    private final AlipayAccount account;
    private final HttpExchange exchange;
    private final RequestSigner signer;

    AlipayApi(AlipayAccount account, HttpExchange exchange, RequestSigner signer) {
        this.account = account;
        this.exchange = exchange;
        this.signer = signer;
    }

    /** @param content the JSON of biz_content */
    Mono<Reply<Answer>> call(String method, String content) {
        return Mono.defer(() -> exchange.send(signer.post(method, content))).map(sent -> reply(sent, method));
    }

    private Reply<Answer> reply(Sent sent, String method) {
        return switch (sent) {
            case Sent.NotWritten(String code, String message) -> new Reply.NotWritten<>(code, message);
            case Sent.Lost(String code, String message) -> new Reply.Lost<>(code, message);
            case Sent.Answered answered
            when answered.status() != OK ->
                new Reply.Lost<>("answer_status", "the channel answered " + answered.status());
            case Sent.Answered answered ->
                SignedNode.in(answered.body(), method)
                        .map(this::judged)
                        .orElseGet(() -> new Reply.Lost<>(
                                "answer_unreadable", "the answer does not hold the method's response once"));
        };
    }

    /** Nothing unsigned is believed, not even a refusal: who forges it makes a paid order look refused. */
    private Reply<Answer> judged(SignedNode node) {
        if (node.sign().isEmpty()) {
            return new Reply.Lost<>("answer_signature_missing", "the answer is not signed");
        }
        return account.alipayKey().verifies(node.raw(), node.sign())
                ? read(node)
                : new Reply.Lost<>("answer_signature_invalid", "the answer's sign does not match its response");
    }

    private static Reply<Answer> read(SignedNode node) {
        try {
            Answer answer = Documents.answer(node.raw());
            if (!answer.isGranted()) {
                return new Reply.Refusal<>(answer.refusalStatus(), answer.refusalCode(), answer.refusalMessage());
            }
            return node.isError()
                    ? new Reply.Lost<>("answer_unreadable", "an error_response grants nothing")
                    : new Reply.Success<>(answer);
        } catch (UnreadableException unreadable) {
            return new Reply.Lost<>("answer_unreadable", "the answer cannot be read: " + unreadable.getMessage());
        }
    }
}
