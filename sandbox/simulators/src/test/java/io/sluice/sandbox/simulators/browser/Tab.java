package io.sluice.sandbox.simulators.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.Eventually;
import io.sluice.sandbox.simulators.Json;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What a person sees of a page, and does with it. */
final class Tab {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final DevTools devTools;

    Tab(DevTools devTools) {
        this.devTools = devTools;
    }

    void open(String url) {
        devTools.command("Page.navigate", Json.MAPPER.createObjectNode().put("url", url));
        sees("");
    }

    /** Waits until the page is there and shows this text. */
    void sees(String text) {
        Eventually.holds(PATIENCE, () -> {
            assertThat(evaluate("document.readyState").asString("")).isEqualTo("complete");
            assertThat(text()).contains(text);
        });
    }

    String text() {
        return evaluate("document.body ? document.body.innerText : ''").asString("");
    }

    String address() {
        return evaluate("location.href").asString("");
    }

    /** How many scripts the page brought along. */
    int scripts() {
        return evaluate("document.scripts.length").asInt(-1);
    }

    /** Clicks with the mouse on the first link or button that is called so, and waits until another page has come for it. */
    void click(String label) {
        JsonNode place = evaluate("""
                (() => { const it = [...document.querySelectorAll('a,button')].find(e => e.innerText.trim() === %s);
                         if (!it) return null;
                         it.scrollIntoView({block: 'center'});
                         const r = it.getBoundingClientRect();
                         return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()""".formatted(Json.MAPPER.writeValueAsString(label)));
        assertThat(place.isObject())
                .as("a link or button '%s' in: %s", label, text())
                .isTrue();
        evaluate("window.clicked = true");
        mouse("mousePressed", place);
        mouse("mouseReleased", place);
        Eventually.holds(PATIENCE, () -> {
            assertThat(evaluate("window.clicked !== true").asBoolean(false))
                    .as("another page after a click on '%s' in: %s", label, text())
                    .isTrue();
        });
        sees("");
    }

    private void mouse(String type, JsonNode place) {
        devTools.command(
                "Input.dispatchMouseEvent",
                Json.MAPPER
                        .createObjectNode()
                        .put("type", type)
                        .put("x", place.path("x").doubleValue())
                        .put("y", place.path("y").doubleValue())
                        .put("button", "left")
                        .put("clickCount", 1));
    }

    private JsonNode evaluate(String expression) {
        return devTools.command(
                        "Runtime.evaluate",
                        Json.MAPPER
                                .createObjectNode()
                                .put("expression", expression)
                                .put("returnByValue", true))
                .at("/result/value");
    }
}
