package io.sluice.sandbox.simulators.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.sandbox.simulators.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a person finds at each simulator, in a real browser: from the front page to an order, there to pay, to be declined, or to walk
 * away, and in the book what came of it. Where no browser is installed it is skipped and says so.
 */
public interface PagesContract {
    String PAY = "Pay";
    String DECLINE = "Pay, and let the bank decline";
    String LEAVE = "Walk away";
    String NASTY = "tea <script>document.title='owned'</script> outcome=never";

    /** Where the simulator is: {@code http://127.0.0.1:PORT}. */
    String base();

    /**
     * Brings an order that waits for its payer to the simulator.
     *
     * @param number the merchant's own
     * @return what the front page calls it
     */
    String place(String number, String about);

    /** What the control API calls the order's state now. */
    String state(String number);

    /** The states before anybody acts, after paying, and after being declined. */
    States states();

    /** What the page says after a click. */
    default String words(String button) {
        return switch (button) {
            case PAY -> "Paid.";
            case DECLINE -> "Your bank declined.";
            default -> "You walked away.";
        };
    }

    /** How many charges the book on the front page has when the payer has done all he can. */
    default int chargesOnPaying() {
        return 1;
    }

    /** Each a regular expression. */
    record States(String waiting, String paid, String declined) {}

    private void inBrowser(String number, String button, String expected) {
        Optional<Path> executable = Chromium.installed();
        assumeTrue(
                executable.isPresent(),
                "no browser is installed: apt-get install chromium, or name one in SLUICE_BROWSER");
        String label = place(number, NASTY);
        try (var browser = Chromium.start(executable.orElseThrow())) {
            Tab tab = browser.tab();
            tab.open(base() + "/");
            tab.sees(label);
            assertThat(tab.text()).contains(NASTY);
            assertThat(tab.scripts()).isZero();
            tab.click(label);
            tab.sees("Order " + label);
            assertThat(tab.text()).contains(NASTY).contains("15.00");
            assertThat(tab.scripts()).isZero();
            tab.click(button);
            tab.sees(words(button));
            Eventually.holds(
                    Duration.ofSeconds(30), () -> assertThat(state(number)).matches(expected));
            tab.open(base() + "/");
            tab.sees("charges: " + (button.equals(PAY) ? chargesOnPaying() : 0));
        }
    }

    @Test
    default void onePays() {
        inBrowser("browser00001", PAY, states().paid());
    }

    @Test
    default void oneIsDeclined() {
        inBrowser("browser00002", DECLINE, states().declined());
    }

    @Test
    default void oneWalksAway() {
        inBrowser("browser00003", LEAVE, states().waiting());
    }
}
