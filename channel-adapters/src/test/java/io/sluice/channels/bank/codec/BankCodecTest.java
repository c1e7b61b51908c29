package io.sluice.channels.bank.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BankCodecTest {

    private final BankCodec codec = new BankCodec(new RetailMac(new byte[16]));
    private final Message answer = new Message(
            0x0210,
            Map.of(
                    Field.STAN, "000042",
                    Field.SENT_AT, "1121204500",
                    Field.CODE, "00",
                    Field.TERMINAL, "SLUICE01",
                    Field.ADDITIONAL, "x".repeat(300)));

    @Test
    void readsWhatItWrites() {
        var read = codec.read(codec.write(answer)).orElseThrow();
        assertThat(read.authentic()).isTrue();
        assertThat(read.message().without(Field.MAC)).isEqualTo(answer);
    }

    @Test
    void writesCharactersAfterTypeAndBitmap() {
        byte[] frame = codec.write(new Message(Message.NETWORK, Map.of(Field.STAN, "000042")));
        assertThat(new String(frame, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("0800");
        assertThat(Arrays.copyOfRange(frame, 4, 12)).containsExactly(0, 0x20, 0, 0, 0, 0, 0, 1);
        assertThat(new String(frame, 12, 6, StandardCharsets.US_ASCII)).isEqualTo("000042");
        assertThat(frame).hasSize(4 + 8 + 6 + 16);
    }

    @Test
    void believesNothingThatWasChanged() {
        byte[] frame = codec.write(answer);
        frame[20]++;
        assertThat(codec.read(frame))
                .hasValueSatisfying(read -> assertThat(read.authentic()).isFalse());
        assertThat(new BankCodec(new RetailMac("other key 16byte".getBytes(StandardCharsets.US_ASCII)))
                        .read(codec.write(answer)))
                .hasValueSatisfying(read -> assertThat(read.authentic()).isFalse());
    }

    @Test
    void rubbishIsEmptyAndNeverAnError() {
        byte[] frame = codec.write(answer);
        for (int length = 0; length < frame.length - 16; length++) {
            assertThat(codec.read(Arrays.copyOf(frame, length)).filter(BankCodec.Received::authentic))
                    .isEmpty();
        }
        var dice = new SplittableRandom(8583);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[dice.nextInt(200)];
            dice.nextBytes(bytes);
            assertThat(codec.read(bytes).filter(BankCodec.Received::authentic)).isEmpty();
        }
    }

    @Test
    void refusesToWriteWhatDoesNotFit() {
        assertThatThrownBy(() -> codec.write(new Message(Message.NETWORK, Map.of(Field.STAN, "1234567"))))
                .hasMessageContaining("field 11");
    }

    @Test
    void showsNoValues() {
        assertThat(new Message(0x0200, Map.of(Field.PAN, "4111111111111111"))).hasToString("0200[2]");
    }
}
