package io.sluice.channels.bank.codec;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.MessageFactory;
import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Between messages and the bytes of a frame, which end with the MAC over all before. Safe for many threads. */
public final class BankCodec {

    private static final int MAC_DIGITS = 16;

    private final MessageFactory<IsoMessage> factory = BankFields.factory();
    private final RetailMac mac;

    public BankCodec(RetailMac mac) {
        this.mac = mac;
    }

    /** An answer, and whether its MAC is right: if not, none of it can be believed. */
    public record Received(Message message, boolean authentic) {}

    /** Empty where the bytes are no answer of this protocol. */
    public Optional<Received> read(byte[] frame) {
        // The parser logs all of a frame whose type it does not know.
        if (!BankFields.isAnswer(frame)) {
            return Optional.empty();
        }
        try {
            IsoMessage parsed = factory.parseMessage(frame, 0);
            Map<Integer, String> fields = new TreeMap<>();
            for (int number : BankFields.numbers()) {
                if (parsed.hasField(number)) {
                    fields.put(number, parsed.getField(number).toString());
                }
            }
            var message = new Message(parsed.getType(), fields);
            return Optional.of(new Received(message, isAuthentic(frame, message.text(Field.MAC))));
        } catch (ParseException | UnsupportedEncodingException | RuntimeException unreadable) {
            // The parser throws whatever it stumbles over, and its message may quote the frame: it is not told on.
            return Optional.empty();
        }
    }

    private boolean isAuthentic(byte[] frame, String stated) {
        return stated.length() == MAC_DIGITS
                && MessageDigest.isEqual(
                        mac.of(frame, frame.length - MAC_DIGITS), stated.getBytes(StandardCharsets.US_ASCII));
    }

    public byte[] write(Message message) {
        IsoMessage out = factory.newMessage(message.type());
        message.fields().forEach((number, value) -> BankFields.write(out, number, value));
        BankFields.write(out, Field.MAC, "0".repeat(MAC_DIGITS));
        byte[] frame = out.writeData();
        System.arraycopy(mac.of(frame, frame.length - MAC_DIGITS), 0, frame, frame.length - MAC_DIGITS, MAC_DIGITS);
        return frame;
    }
}
