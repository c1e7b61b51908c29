package io.sluice.sandbox.place;

/** Every port of a sandbox, as a distance from its base. */
public enum Port {
    EDGE(0),
    CALLBACK(1),
    WECHAT_SIMULATOR(2),
    WEBHOOK_RECEIVER(3),
    CONTROL(4),
    PAYPAL_SIMULATOR(5),
    /** The bank simulator for people, HTTP. */
    BANK_SIMULATOR(6),
    /** The bank simulator for terminals, ISO 8583. */
    BANK_HOST(7),
    ALIPAY_SIMULATOR(8),
    UNIONPAY_SIMULATOR(9),
    POSTGRES(10),
    REDIS(11),
    KAFKA(12),
    KAFKA_CONTROLLER(13),
    /** Where Kafka listens for a proxy, when there is one. */
    KAFKA_PROXIED(14),
    EDGE_MANAGEMENT(100),
    CALLBACK_MANAGEMENT(101),
    LEDGER_MANAGEMENT(102),
    NOTIFIER_MANAGEMENT(103);

    /** The base where nobody chose one. */
    public static final int DEFAULT_BASE = 8080;

    /** All distances are smaller than this. */
    static final int SPAN = 104;

    private final int distance;

    Port(int distance) {
        this.distance = distance;
    }

    int from(int base) {
        return base + distance;
    }
}
