package io.sluice.sandbox.simulators.bank.codec;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The host's own table of fields. All are characters: a binary bitmap apart, nothing is packed, and the MAC is sixteen
 * hexadecimal digits.
 */
enum HostFields {
    F2(2, IsoType.LLVAR, 19),
    F3(3, IsoType.ALPHA, 6),
    F4(4, IsoType.ALPHA, 12),
    F7(7, IsoType.ALPHA, 10),
    F11(11, IsoType.ALPHA, 6),
    F12(12, IsoType.ALPHA, 6),
    F13(13, IsoType.ALPHA, 4),
    F14(14, IsoType.ALPHA, 4),
    F22(22, IsoType.ALPHA, 3),
    F25(25, IsoType.ALPHA, 2),
    F32(32, IsoType.LLVAR, 11),
    F37(37, IsoType.ALPHA, 12),
    F38(38, IsoType.ALPHA, 6),
    F39(39, IsoType.ALPHA, 2),
    F41(41, IsoType.ALPHA, 8),
    F42(42, IsoType.ALPHA, 15),
    F43(43, IsoType.ALPHA, 40),
    F48(48, IsoType.LLLVAR, 512),
    F49(49, IsoType.ALPHA, 3),
    F54(54, IsoType.LLLVAR, 120),
    F60(60, IsoType.LLLVAR, 11),
    F61(61, IsoType.LLLVAR, 22),
    F64(64, IsoType.ALPHA, 16);

    private static final List<Integer> TYPES = List.of(
            0x0100, 0x0110, 0x0200, 0x0210, 0x0220, 0x0230, 0x0320, 0x0330, 0x0400, 0x0410, 0x0500, 0x0510, 0x0800,
            0x0810);
    private static final String CHARACTERS = "ISO-8859-1";

    private final int number;
    private final IsoType type;
    private final int length;

    HostFields(int number, IsoType type, int length) {
        this.number = number;
        this.type = type;
        this.length = length;
    }

    /** By its first four characters. */
    static boolean isMessage(byte[] frame) {
        return frame.length >= 4
                && TYPES.stream()
                        .anyMatch(type ->
                                "%04x".formatted(type).equals(new String(frame, 0, 4, StandardCharsets.ISO_8859_1)));
    }

    static MessageFactory<IsoMessage> factory() {
        var factory = new MessageFactory<IsoMessage>();
        factory.setUseBinaryBitmap(true);
        factory.setCharacterEncoding(CHARACTERS);
        Map<Integer, FieldParseInfo> guide = new HashMap<>();
        for (HostFields field : values()) {
            guide.put(field.number, FieldParseInfo.getInstance(field.type, field.length, CHARACTERS, false));
        }
        TYPES.forEach(type -> factory.setParseMap(type, guide));
        return factory;
    }

    static void set(IsoMessage message, int number, String value) {
        for (HostFields field : values()) {
            if (field.number == number) {
                message.setValue(number, value, field.type, field.length);
                return;
            }
        }
        throw new IllegalArgumentException("the host has no field " + number);
    }
}
