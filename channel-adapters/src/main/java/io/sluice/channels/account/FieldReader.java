package io.sluice.channels.account;

import io.sluice.core.channel.AccountConfiguration;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an account; each refusal is an IllegalArgumentException naming the field and what would be right. */
public final class FieldReader {

    private static final Pattern BASE_URL = Pattern.compile("https?://[0-9A-Za-z.\\-]+(:[0-9]{2,5})?");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

    private final AccountConfiguration configuration;

    public FieldReader(AccountConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @param rule what the value must be, for whom it is not */
    public String matching(String field, Pattern form, String rule) {
        String value = configuration.required(field).strip();
        if (!form.matcher(value).matches()) {
            throw wrong(field, rule, null);
        }
        return value;
    }

    /** @param reader throws an IllegalArgumentException that says what the value must be */
    public <T> T read(String field, Function<String, T> reader) {
        return read(field, configuration.required(field).strip(), reader);
    }

    /** The same for a field that may be left out. */
    public <T> T read(String field, String fallback, Function<String, T> reader) {
        try {
            return reader.apply(or(field, fallback));
        } catch (IllegalArgumentException malformed) {
            throw wrong(field, malformed.getMessage(), malformed);
        }
    }

    /** Scheme, host and port. */
    public String baseUrl(String field, String fallback) {
        String url = or(field, fallback).replaceFirst("/$", "");
        if (!BASE_URL.matcher(url).matches()) {
            throw wrong(field, "must be scheme, host and port only, such as " + fallback, null);
        }
        return url;
    }

    public Duration seconds(String field, String fallback) {
        String seconds = or(field, fallback);
        if (!SECONDS.matcher(seconds).matches()) {
            throw wrong(field, "must be a whole number of seconds from 1 to 99999", null);
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    public String or(String field, String fallback) {
        String value = configuration.optional(field);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    public IllegalArgumentException wrong(String field, @Nullable String rule, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "channel account " + configuration.id() + " (" + configuration.channel() + "): '" + field + "' " + rule,
                cause);
    }
}
