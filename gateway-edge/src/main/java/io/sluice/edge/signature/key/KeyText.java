package io.sluice.edge.signature.key;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a key out of PEM or bare base64. */
final class KeyText {

    private static final int MAX_CHARACTERS = 16 * 1024;
    private static final Pattern PEM = Pattern.compile("\\s*-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----\\s*");

    private KeyText() {}

    /** The bytes of a PEM block with the given label, or of base64 without any armour. */
    static byte[] decode(String text, String label) {
        if (text.length() > MAX_CHARACTERS) {
            throw new UnusableKeyException("The key is longer than " + MAX_CHARACTERS + " characters.");
        }
        if (!text.contains("-----")) {
            return base64(text);
        }
        Matcher pem = PEM.matcher(text);
        if (!pem.matches()) {
            throw new UnusableKeyException("The key is not one well-formed PEM block.");
        }
        if (!label.equals(pem.group(1))) {
            throw new UnusableKeyException("The PEM block is a " + pem.group(1) + "; a " + label + " is needed"
                    + ("PUBLIC KEY".equals(label) ? ", such as \"openssl pkey -pubout\" makes." : "."));
        }
        return base64(pem.group(2));
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("The key is not base64.", e);
        }
    }

    static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
