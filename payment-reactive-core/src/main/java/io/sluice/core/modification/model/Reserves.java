package io.sluice.core.modification.model;

import io.sluice.core.payment.model.PaymentTotals;

/** What a modification sets aside on its payment, and what it moves when it succeeds: both follow from its states. */
final class Reserves {

    private Reserves() {}

    static PaymentTotals moved(
            PaymentTotals totals, Modification modification, ModificationState from, ModificationState to) {
        long reserved = modification.reservedMinor() * (is(to.isReserved()) - is(from.isReserved()));
        long done = modification.amount().minor()
                * (is(to == ModificationState.SUCCEEDED) - is(from == ModificationState.SUCCEEDED));
        return switch (modification.kind()) {
            case CAPTURE -> totals.plus(reserved, done, 0, 0);
            case VOID -> totals.plus(reserved, 0, 0, 0);
            case CAPTURE_VOID, CHARGE_VOID -> totals.plus(0, -done, reserved, 0);
            case REFUND ->
                modification.givesBack() ? totals.givenBack(reserved, done) : totals.plus(0, 0, reserved, done);
        };
    }

    private static int is(boolean so) {
        return so ? 1 : 0;
    }
}
