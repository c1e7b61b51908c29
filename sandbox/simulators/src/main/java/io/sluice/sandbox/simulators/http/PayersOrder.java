package io.sluice.sandbox.simulators.http;

import java.util.List;

/**
 * An order as its payer sees it.
 *
 * @param amount with its currency, as people write it
 * @param about the merchant's words, whatever they are
 * @param open whether it can be paid now
 * @param page where the payer meets it
 * @param acts under which path he pays, is declined and walks away
 */
public record PayersOrder(
        String number, String amount, String about, String state, boolean open, String page, String acts) {

    /** The page's body: what is to be paid, and the buttons while that is possible. */
    public String asking() {
        return "<h1>%s</h1><p>%s</p><p>Order %s is %s.</p>\n"
                        .formatted(Html.escaped(amount), Html.escaped(about), Html.escaped(number), Html.escaped(state))
                + (open ? buttons() : "");
    }

    /** The same with what the payer has just done above it. */
    public String after(String words) {
        return "<p>" + Html.escaped(words) + "</p>\n" + asking();
    }

    private String buttons() {
        return Html.button(acts + "pay", "Pay")
                + Html.button(acts + "decline", "Pay, and let the bank decline")
                + Html.button(acts + "leave", "Walk away");
    }

    List<String> row() {
        return List.of(
                Html.link(page, number), Html.escaped(amount), Html.escaped(about), Html.escaped(state), buttons());
    }
}
