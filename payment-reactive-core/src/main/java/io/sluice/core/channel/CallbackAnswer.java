package io.sluice.core.channel;

/** How to answer a callback over HTTP. An empty {@code body} means none. */
public record CallbackAnswer(int status, String contentType, String body) {}
