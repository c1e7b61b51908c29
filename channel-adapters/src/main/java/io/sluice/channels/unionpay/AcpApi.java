package io.sluice.channels.unionpay;

import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.model.Reply;
import io.sluice.channels.unionpay.AcpVerifier.Authentic;
import io.sluice.channels.unionpay.AcpVerifier.Refused;
import io.sluice.channels.unionpay.AcpVerifier.Verdict;
import io.sluice.channels.unionpay.model.AcpMessage;
import io.sluice.channels.unionpay.model.AnswerText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Calls of the channel's interface whose answers were verified. Whatever is not verified is no answer. */
final class AcpApi {

    private static final String ROOT = "/gateway/api/";
    static final String FRONT = ROOT + "frontTransReq.do";
    private static final String BACK = ROOT + "backTransReq.do";
    private static final String QUERY = ROOT + "queryTrans.do";
    private static final int OK = 200;

    private final HttpExchange exchange;
    private final AcpSigner signer;
    private final AcpVerifier verifier;

    AcpApi(HttpExchange exchange, AcpSigner signer, AcpVerifier verifier) {
        this.exchange = exchange;
        this.signer = signer;
        this.verifier = verifier;
    }

    Mono<Reply<AcpMessage>> back(Map<String, String> fields) {
        return call(BACK, fields);
    }

    Mono<Reply<AcpMessage>> query(Map<String, String> fields) {
        return call(QUERY, fields);
    }

    private Mono<Reply<AcpMessage>> call(String target, Map<String, String> fields) {
        return Mono.defer(() -> exchange.send(Request.form(target, signer.signed(fields))))
                .flatMap(this::reply);
    }

    private Mono<Reply<AcpMessage>> reply(Sent sent) {
        return switch (sent) {
            case Sent.NotWritten(String code, String message) -> Mono.just(new Reply.NotWritten<>(code, message));
            case Sent.Lost(String code, String message) -> Mono.just(new Reply.Lost<>(code, message));
            case Sent.Answered answered when answered.status() == OK -> read(answered.body());
            case Sent.Answered answered ->
                Mono.just(new Reply.Lost<>("answer_status", "the channel answered " + answered.status()));
        };
    }

    private Mono<Reply<AcpMessage>> read(byte[] body) {
        return AnswerText.read(new String(body, StandardCharsets.UTF_8))
                .map(fields -> verifier.judge(fields).map(AcpApi::reply))
                .orElseGet(() ->
                        Mono.just(new Reply.Lost<>("answer_unreadable", "the answer is not of the form k=v&k=v")));
    }

    private static Reply<AcpMessage> reply(Verdict verdict) {
        return switch (verdict) {
            case Authentic(AcpMessage message) -> new Reply.Success<>(message);
            case Refused(String code, String reason) -> new Reply.Lost<>("answer_" + code, reason);
        };
    }
}
