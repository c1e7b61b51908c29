package io.sluice.channels.alipay.model;

import io.sluice.core.channel.Capabilities.MethodCapability;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the payer meets the order. */
public enum PayMethod {
    /** The payer scans a QR code of ours. */
    QR("alipay_qr", "alipay.trade.precreate", "FACE_TO_FACE_PAYMENT"),
    /** We scan the payer's. */
    CODE("alipay_code", "alipay.trade.pay", "FACE_TO_FACE_PAYMENT"),
    PAGE("alipay_page", "alipay.trade.page.pay", "FAST_INSTANT_TRADE_PAY"),
    WAP("alipay_wap", "alipay.trade.wap.pay", "QUICK_WAP_WAY");

    /** A hundred million yuan. */
    private static final long MOST_FEN = 10_000_000_000L;

    private final String wireName;
    private final String apiMethod;
    private final String product;

    PayMethod(String wireName, String apiMethod, String product) {
        this.wireName = wireName;
        this.apiMethod = apiMethod;
        this.product = product;
    }

    public static Optional<PayMethod> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(name))
                .findFirst();
    }

    /** The gateway's name of the method. */
    public String wireName() {
        return wireName;
    }

    /** The interface that makes the order. */
    public String apiMethod() {
        return apiMethod;
    }

    /** Alipay's product_code. */
    public String product() {
        return product;
    }

    /** The payer has something by which he makes the trade when he likes: until then Alipay knows of none. */
    public boolean isBegunByThePayer() {
        return this != CODE;
    }

    /** {@code payer.id} is the number under the payer's barcode. */
    private boolean payerRequired() {
        return this == CODE;
    }

    public MethodCapability capability() {
        return new MethodCapability(wireName, List.of(Yuan.CURRENCY), 1, MOST_FEN, payerRequired());
    }
}
