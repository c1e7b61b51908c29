package io.sluice.compare.baseline.outside;

import io.sluice.compare.baseline.Settings;
import io.sluice.compare.baseline.payment.Payment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders at the channel, over connections that are kept. */
@Component
public final class ChannelClient {
    private final CloseableHttpClient client;
    private final JsonMapper json;
    private final String orders;

    ChannelClient(CloseableHttpClient client, JsonMapper json, Settings settings) {
        this.client = client;
        this.json = json;
        this.orders = settings.channel() + "/orders";
    }

    /** What the channel says of the order. Blocks for as long as the channel takes. */
    public ChannelAnswer pay(Payment payment) {
        var order = Map.of("number", payment.id(), "amount", payment.amountMinor(), "currency", payment.currency());
        var request = new HttpPost(orders);
        request.setEntity(new ByteArrayEntity(json.writeValueAsBytes(order), ContentType.APPLICATION_JSON));
        try {
            return client.execute(request, this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChannelAnswer read(ClassicHttpResponse response) throws IOException, HttpException {
        return json.readValue(EntityUtils.toByteArray(response.getEntity()), ChannelAnswer.class);
    }

    /** The channel's word and its own number for the order. */
    public record ChannelAnswer(String state, String reference) {}
}
