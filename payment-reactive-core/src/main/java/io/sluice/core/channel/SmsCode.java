package io.sluice.core.channel;

import java.util.regex.Pattern;

/** What a payer was sent in a short message. It lives in memory only, on its way to the channel; its {@code toString} does not show it. */
public record SmsCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4,8}");

    /** @throws IllegalArgumentException saying what a code must be, without the code */
    public SmsCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("must be 4 to 8 digits");
        }
    }

    @Override
    public String toString() {
        return "SmsCode[]";
    }
}
