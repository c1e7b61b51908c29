package io.sluice.sandbox.simulators.bank;

/**
 * What a merchant's terminal needs to be served here.
 *
 * @param macKey 32 hexadecimal digits
 */
public record TerminalCredentials(String terminal, String merchant, String acquirer, String macKey) {

    @Override
    public String toString() {
        return "TerminalCredentials[" + terminal + "]";
    }
}
