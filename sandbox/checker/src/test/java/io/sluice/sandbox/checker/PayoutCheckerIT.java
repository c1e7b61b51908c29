package io.sluice.sandbox.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test plants one violation about payouts; the check that should find it must name it. */
class PayoutCheckerIT {
    private static final String BOOK = "book.json";
    private static final String NUMBER = "50000000000000000000000000000001";
    private static final String PAID = "pyo_" + NUMBER;
    private static final String FAILED = "pyo_50000000000000000000000000000002";
    private static final String LINE = "{\"out_payout_no\":\"" + NUMBER + "\",\"amount\":200}";

    @TempDir
    private Path folder = Path.of("");

    private World world;

    @BeforeEach
    void allIsWell() throws Exception {
        world = World.in(folder);
    }

    @Test
    void findsPayoutsThatTookMoreThanWasEarned() throws Exception {
        world.sql("update sluice.payout set amount_minor = 595 where state = 'SUCCEEDED'");
        assertThat(found("payouts-within")).contains("payouts take 595 CNY, 594 were earned");
    }

    @Test
    void takesARefundAfterThePayoutForWhatItIs() throws Exception {
        world.sql("""
                alter table ledger.journal_entry disable trigger all;
                update ledger.journal_entry set posted_at = now() + interval '1 second' where kind = 'refund';
                update sluice.payout set amount_minor = 900 where state = 'SUCCEEDED'""");
        assertThat(found("payouts-within")).doesNotContain("earned");
    }

    @Test
    void findsAFundThatForgotAPayout() throws Exception {
        world.sql("update sluice.payout_fund set taken_minor = 0");
        assertThat(found("payouts-within")).contains("the fund says that 0 CNY are taken, the payouts take 200");
    }

    @Test
    void findsAPayoutThatWentTwice() throws Exception {
        world.edit(BOOK, LINE, LINE + "," + LINE);
        assertThat(found("payouts-agree")).contains(PAID + ": 400 by the channel's book, 200 by the gateway");
    }

    @Test
    void findsAPayoutThatTheChannelNeverMade() throws Exception {
        world.edit(BOOK, LINE, "");
        assertThat(found("payouts-agree")).contains(PAID + ": 0 by the channel's book, 200 by the gateway, 200");
    }

    @Test
    void findsAPayoutThatIsNobodys() throws Exception {
        world.edit(BOOK, LINE, LINE + "," + LINE.replace(NUMBER, "77"));
        assertThat(found("payouts-agree")).contains("pyo_77: 200 by the channel's book, and the gateway knows it not");
    }

    @Test
    void findsAFailureThatWasPaid() throws Exception {
        world.edit(BOOK, LINE, LINE + "," + LINE.replace(NUMBER, FAILED.substring(4)));
        assertThat(found("payouts-agree")).contains(FAILED + ": 200 by the channel's book, 0 by the gateway, 0");
    }

    @Test
    void findsAPayoutThatTheLedgerHasOtherwise() throws Exception {
        world.sql("""
                alter table ledger.journal_line disable trigger all;
                delete from ledger.journal_line where entry_id = '30000000-0000-0000-0000-000000000514'""");
        assertThat(found("payouts-agree"))
                .contains(PAID + " is SUCCEEDED and the ledger has 200 of it in transit")
                .contains(PAID + ": 200 by the channel's book, 200 by the gateway, 0 by the ledger");
    }

    @Test
    void findsAPayoutInDoubtThatNobodyAsksAbout() throws Exception {
        world.sql("update sluice.payout set state = 'UNKNOWN', due_at = null where state = 'FAILED'");
        assertThat(found("payouts-asked")).contains(FAILED + " is UNKNOWN and nobody is to ask about it");
        assertThat(found("all-ended")).contains(FAILED + " is still UNKNOWN");
    }

    @Test
    void findsADoubtThatAgedIntoAFailure() throws Exception {
        world.sql("update sluice.payout set channel_code = null where state = 'FAILED'");
        assertThat(found("payouts-asked")).contains(FAILED + " was UNKNOWN and failed without a word");
    }

    @Test
    void findsAGapInAPayoutsEvents() throws Exception {
        world.sql("delete from sluice.payment_event where type = 'payout.unknown'");
        assertThat(found("sequences-whole")).contains(FAILED + " is at version 5, its events are [1, 2, 3, 5]");
    }

    /** The violations of one check, as text. */
    private String found(String check) {
        return world.check().stream()
                .filter(finding -> finding.check().equals(check))
                .flatMap(finding -> finding.violations().stream())
                .collect(Collectors.joining("\n"));
    }
}
