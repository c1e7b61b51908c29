package io.sluice.channels.alipay.model;

import java.util.Map;

/**
 * What Alipay says, in an answer or a notify.
 *
 * @param fields its texts by name
 */
public record Answer(Map<String, String> fields) {

    /** It is done. */
    private static final String DONE = "10000";

    /** It is taken, and the payer is asked. */
    private static final String WAITS = "10003";

    /** Empty when it is not said. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean isGranted() {
        return text("code").equals(DONE) || isWaiting();
    }

    boolean isWaiting() {
        return text("code").equals(WAITS);
    }

    boolean isAbout(String number) {
        return text("out_trade_no").equals(number);
    }

    /** The sub code says more than the code, where there is one. */
    public String refusalCode() {
        return text("sub_code").isEmpty() ? text("code") : text("sub_code");
    }

    public String refusalMessage() {
        return text("sub_msg").isEmpty() ? text("msg") : text("sub_msg");
    }

    /** What HTTP would say, since Alipay says 200 to everything; where Alipay failed or wants to be asked again, 500. */
    public int refusalStatus() {
        return switch (text("code")) {
            case "20000" -> 500;
            case "40005" -> 429;
            default ->
                refusalCode().endsWith("SYSTEM_ERROR") || text("retry_flag").equals("Y") ? 500 : 400;
        };
    }
}
