package io.sluice.sandbox.story;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code in characters, two modules above each other in one. */
public final class QrCode {
    private static final int QUIET_ZONE = 2;
    private static final String DARK_ON_LIGHT = "\u001b[30;107m";
    private static final String PLAIN = "\u001b[0m";

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("'" + text + "' does not fit into a QR code", e);
        }
    }

    /** @param colours whether the terminal knows them; without, it must be a dark one for phones to read the code */
    public String shown(boolean colours, String indent) {
        var shown = new StringBuilder();
        for (int y = -QUIET_ZONE; y < modules.getHeight() + QUIET_ZONE; y += 2) {
            shown.append(indent).append(colours ? DARK_ON_LIGHT : "");
            for (int x = -QUIET_ZONE; x < modules.getWidth() + QUIET_ZONE; x++) {
                shown.append(block(isDark(x, y) == colours, isDark(x, y + 1) == colours));
            }
            shown.append(colours ? PLAIN : "").append('\n');
        }
        return shown.toString();
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
