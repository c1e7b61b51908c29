package io.sluice.sandbox.simulators.bank.codec;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.MessageFactory;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Message;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between messages and the bytes of a frame, without its length. Safe for many threads once made. */
public final class HostCodec {
    private static final int MAC_DIGITS = 16;

    private final MessageFactory<IsoMessage> factory = HostFields.factory();
    private final HostMac mac;

    public HostCodec(byte[] macKey) {
        this.mac = new HostMac(macKey);
    }

    /** A message with whether its MAC is right. */
    public record Received(Message message, boolean authentic) {}

    /** @return null where the bytes are no message of this host's table */
    public @Nullable Received read(byte[] frame) {
        // The parser logs all of a frame whose type it does not know.
        if (!HostFields.isMessage(frame)) {
            return null;
        }
        try {
            IsoMessage parsed = factory.parseMessage(frame, 0);
            var fields = new TreeMap<Integer, String>();
            for (int field = 2; field <= 64; field++) {
                if (parsed.hasField(field)) {
                    fields.put(field, parsed.getField(field).toString());
                }
            }
            var message = new Message(parsed.getType(), fields);
            return new Received(message, isAuthentic(frame, message.text(De.MAC)));
        } catch (ParseException | UnsupportedEncodingException | RuntimeException unreadable) {
            return null;
        }
    }

    private boolean isAuthentic(byte[] frame, String stated) {
        return stated.length() == MAC_DIGITS
                && mac.of(frame, frame.length - MAC_DIGITS).equals(stated);
    }

    /** The bytes of a frame, with the MAC at the end. */
    public byte[] write(Message message) {
        IsoMessage out = factory.newMessage(message.type());
        message.fields().forEach((field, value) -> HostFields.set(out, field, value));
        HostFields.set(out, De.MAC, "0".repeat(MAC_DIGITS));
        byte[] frame = out.writeData();
        byte[] digits = mac.of(frame, frame.length - MAC_DIGITS).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, frame, frame.length - MAC_DIGITS, MAC_DIGITS);
        return frame;
    }
}
