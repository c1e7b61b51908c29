package io.sluice.ledger.posting.model;

import io.sluice.core.money.Money;
import java.math.BigInteger;

/**
 * A payment's fee, spread over its captures. Of what is captured in all, the fee is that part, rounded down; a capture pays
 * the difference that it makes. So the parts add up to the fee when all is captured, to nothing when all is voided, and are
 * never apart from it by a minor unit, in whatever order captures come and go.
 */
public final class FeeShare {

    private FeeShare() {}

    /**
     * @param of the fee of all of {@code amount}
     * @param fromMinor captured before, or after a void
     * @param toMinor captured after, or before a void; not less
     */
    public static Money between(Money of, Money amount, long fromMinor, long toMinor) {
        return new Money(share(of, amount, toMinor) - share(of, amount, fromMinor), of.currency());
    }

    private static long share(Money fee, Money amount, long capturedMinor) {
        return BigInteger.valueOf(fee.minor())
                .multiply(BigInteger.valueOf(capturedMinor))
                .divide(BigInteger.valueOf(amount.minor()))
                .longValueExact();
    }
}
