package io.sluice.core.card.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.Await;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.id.AttemptId;
import io.sluice.core.merchant.r2dbc.ConfigurationDatabase;
import io.sluice.core.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class R2dbcCardsIT {

    private static final int AT_ONCE = 8;
    private static final Card CARD = new Card("4111111111111111", YearMonth.of(2031, 12));

    @TempDir
    private static Path folder;

    private static ConfigurationDatabase database;
    private static Vault vault;
    private static Cards cards;

    private final String number = AttemptId.next().channelNumber();

    @BeforeAll
    static void start() {
        database = ConfigurationDatabase.fresh();
        Path keyset = folder.resolve("keyset.json");
        Vault.createKeyset(keyset);
        vault = Vault.open(keyset);
        // The first use of its keys takes longer than a read may.
        vault.unfold(vault.envelop("warm", "up"), "up");
        cards = new R2dbcCards(database.connections(), vault);
    }

    @Test
    void isFoundAgainByAnotherInstanceAfterTheKeysWereRotated() {
        assertThat(Await.value(cards.keep(number, CARD))).isTrue();
        assertThat(Await.value(cards.keep(number, CARD))).isTrue();
        Vault.rotate(folder.resolve("keyset.json"));
        Cards other = new R2dbcCards(database.connections(), Vault.open(folder.resolve("keyset.json")));
        assertThat(Await.value(other.of(number))).isEqualTo(CARD);
        assertThat(Await.value(other.ofOrNever(number))).isEqualTo(CARD);
        assertThat(Await.value(other.fingerprint(bytes("a request"))))
                .isEqualTo(Await.value(cards.fingerprint(bytes("a request"))))
                .isNotEqualTo(Await.value(cards.fingerprint(bytes("another"))));
    }

    @Test
    void whatTheVaultsKeySealedItselfIsStillRead() {
        byte[] sealed = vault.seal(CARD.number() + " " + CARD.expiry(), "attempt_card:" + number);
        database.query("insert into sluice.attempt_card (attempt_id, sealed) values ('"
                + AttemptId.ofChannelNumber(number).value() + "', '\\x"
                + HexFormat.of().formatHex(sealed) + "') returning 1");
        assertThat(Await.value(cards.of(number))).isEqualTo(CARD);
    }

    @Test
    void whatWasGivenUpBeforeItHadACardNeverGetsOne() {
        assertThat(cards.of(number).blockOptional()).isEmpty();
        assertThat(cards.ofOrNever(number).blockOptional()).isEmpty();
        assertThat(Await.value(cards.keep(number, CARD))).isFalse();
        assertThat(cards.of(number).blockOptional()).isEmpty();
    }

    @Test
    void whoeverRacesOneOfThemLoses() {
        Flux.fromStream(IntStream.range(0, 50).mapToObj(each -> AttemptId.next().channelNumber()))
                .flatMap(
                        each -> Mono.zip(
                                cards.keep(each, CARD),
                                cards.ofOrNever(each).hasElement(),
                                (kept, found) -> kept.equals(found)),
                        AT_ONCE)
                .doOnNext(agreed -> assertThat(agreed).isTrue())
                .blockLast();
    }

    @Test
    void theDatabaseHasNoNumber() {
        Await.value(cards.keep(number, CARD));
        var rows = database.query("select encode(sealed, 'escape') || encode(blind_index, 'hex') || masked"
                + " from sluice.attempt_card where sealed is not null");
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(CARD.number()).endsWith("411111******1111"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
