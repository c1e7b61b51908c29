package io.sluice.channels.wechat;

import io.sluice.channels.bill.Bills;
import io.sluice.channels.bill.Gunzip;
import io.sluice.channels.bill.Hashed;
import io.sluice.channels.bill.Lines;
import io.sluice.channels.bill.OneFile;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.http.Download;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.channels.model.BillReplies;
import io.sluice.channels.wechat.model.BillTable;
import io.sluice.core.channel.bill.BillException.Reason;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Asks where a bill is, which is signed with its hash, and fetches it, which is not signed. */
record WeChatBills(WeChatApi api, RequestSigner signer, Download download, Clock clock) {

    /**
     * Where a bill is to be had for five minutes.
     *
     * @param target path and query
     * @param sha1 of the table, not of the gzip file that it comes in
     */
    record Address(String target, String sha1) {}

    Flux<BillLine> bill(LocalDate day, BillType type) {
        return api.get(question(day, type), WeChatBills::address)
                .map(reply -> BillReplies.granted(reply, WeChatBills::meaning, day, clock.instant()))
                .flatMapMany(address -> Bills.read(
                        Flux.defer(() -> download.of(signer.get(address.target()))), () -> reading(address, type)));
    }

    private static String question(LocalDate day, BillType type) {
        return switch (type) {
            case TRADES -> "/v3/bill/tradebill?bill_date=" + day + "&bill_type=ALL&tar_type=GZIP";
            case FUNDS -> "/v3/bill/fundflowbill?bill_date=" + day + "&account_type=BASIC&tar_type=GZIP";
        };
    }

    private static Reason meaning(String code) {
        return switch (code) {
            case "STATEMENT_CREATING" -> Reason.NOT_READY;
            case "NO_STATEMENT_EXIST" -> Reason.NONE;
            default -> Reason.UNAVAILABLE;
        };
    }

    private static Address address(byte[] body) {
        JsonNode document = Json.object(body);
        if (!Json.required(document, "hash_type").equals("SHA1")) {
            throw new UnreadableException("its hash_type is not SHA1");
        }
        return new Address(target(Json.required(document, "download_url")), Json.required(document, "hash_value"));
    }

    /** Asked for where all else is asked for: what is signed in the merchant's name goes to no other host. */
    private static String target(String url) {
        try {
            URI address = new URI(url);
            if (address.getRawPath() == null || !address.getRawPath().startsWith("/v3/")) {
                throw new UnreadableException("its download_url has no path under /v3/");
            }
            return address.getRawQuery() == null
                    ? address.getRawPath()
                    : address.getRawPath() + '?' + address.getRawQuery();
        } catch (URISyntaxException malformed) {
            throw new UnreadableException("its download_url is no address");
        }
    }

    static Stage<byte[], BillLine> reading(Address address, BillType type) {
        return new Gunzip()
                .then(new Hashed("SHA-1", address.sha1()))
                .then(new OneFile(""))
                .then(new Lines(StandardCharsets.UTF_8))
                .then(BillTable.of(type));
    }
}
