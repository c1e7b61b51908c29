package io.sluice.sandbox.simulators.http;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A request of a simulator's control API.
 *
 * @param number from the path, or an empty text
 * @param query a query parameter's first value, or an empty text
 * @param body an empty object where there is none
 */
public record ControlRequest(String number, UnaryOperator<String> query, JsonNode body) {}
