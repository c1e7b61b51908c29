package io.sluice.channels.bank.codec;

import static com.solab.iso8583.IsoType.ALPHA;
import static com.solab.iso8583.IsoType.LLLVAR;
import static com.solab.iso8583.IsoType.LLVAR;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import io.sluice.channels.bank.model.Field;
import io.sluice.channels.bank.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields that we write and read: characters all, after four of message type and a binary bitmap. */
final class BankFields {

    private static final String CHARACTERS = "ISO-8859-1";

    private static final List<Integer> REQUESTS = List.of(
            Message.AUTHORIZATION_REQUEST,
            Message.FINANCIAL_REQUEST,
            Message.FINANCIAL_ADVICE,
            Message.UPLOAD,
            Message.REVERSAL,
            Message.SETTLEMENT,
            Message.NETWORK);

    private static final Set<String> ANSWERS = REQUESTS.stream()
            .map(request -> "%04x".formatted(request + Message.ANSWER))
            .collect(Collectors.toUnmodifiableSet());

    private record Form(IsoType type, int length) {}

    private static final Map<Integer, Form> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry(Field.PAN, new Form(LLVAR, 19)),
            Map.entry(Field.PROCESSING, new Form(ALPHA, 6)),
            Map.entry(Field.AMOUNT, new Form(ALPHA, 12)),
            Map.entry(Field.SENT_AT, new Form(ALPHA, 10)),
            Map.entry(Field.STAN, new Form(ALPHA, 6)),
            Map.entry(Field.LOCAL_TIME, new Form(ALPHA, 6)),
            Map.entry(Field.LOCAL_DATE, new Form(ALPHA, 4)),
            Map.entry(Field.EXPIRY, new Form(ALPHA, 4)),
            Map.entry(Field.ENTRY_MODE, new Form(ALPHA, 3)),
            Map.entry(Field.CONDITION, new Form(ALPHA, 2)),
            Map.entry(Field.ACQUIRER, new Form(LLVAR, 11)),
            Map.entry(Field.RETRIEVAL, new Form(ALPHA, 12)),
            Map.entry(Field.AUTHORIZATION, new Form(ALPHA, 6)),
            Map.entry(Field.CODE, new Form(ALPHA, 2)),
            Map.entry(Field.TERMINAL, new Form(ALPHA, 8)),
            Map.entry(Field.MERCHANT, new Form(ALPHA, 15)),
            Map.entry(Field.TEXT, new Form(ALPHA, 40)),
            Map.entry(Field.ADDITIONAL, new Form(LLLVAR, 512)),
            Map.entry(Field.CURRENCY, new Form(ALPHA, 3)),
            Map.entry(Field.AMOUNTS, new Form(LLLVAR, 120)),
            Map.entry(Field.TYPE_AND_BATCH, new Form(LLLVAR, 11)),
            Map.entry(Field.ORIGINAL, new Form(LLLVAR, 22)),
            Map.entry(Field.MAC, new Form(ALPHA, 16))));

    private BankFields() {}

    /** By its first four characters. */
    static boolean isAnswer(byte[] frame) {
        return frame.length >= 4 && ANSWERS.contains(new String(frame, 0, 4, StandardCharsets.ISO_8859_1));
    }

    static Iterable<Integer> numbers() {
        return FORMS.keySet();
    }

    /** Reads answers and writes requests. */
    static MessageFactory<IsoMessage> factory() {
        var factory = new MessageFactory<IsoMessage>();
        factory.setUseBinaryBitmap(true);
        factory.setCharacterEncoding(CHARACTERS);
        Map<Integer, FieldParseInfo> guide = new TreeMap<>();
        FORMS.forEach((number, form) ->
                guide.put(number, FieldParseInfo.getInstance(form.type(), form.length(), CHARACTERS, false)));
        REQUESTS.forEach(request -> factory.setParseMap(request + Message.ANSWER, guide));
        return factory;
    }

    static void write(IsoMessage message, int number, String value) {
        Form form = FORMS.get(number);
        if (form == null || value.length() > form.length()) {
            throw new IllegalArgumentException(
                    "field " + number + " cannot be written with " + value.length() + " characters");
        }
        message.setValue(number, value, form.type(), form.length());
    }
}
