package io.sluice.sandbox.e2e;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.sluice.core.observe.LogstashLines;
import io.sluice.sandbox.place.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;

/**
 * What the apps log, in the form and with the levels that they have in production. Contexts that share a JVM share its
 * logging, so that none of them sets it up; this does instead.
 */
record CapturedLog(Path file) {
    private static final String DEFAULTS = "io/sluice/core/observe/defaults.properties";
    private static final String LEVEL = "logging.level.";

    /** Everything from now on goes to the file, too. */
    static CapturedLog to(Path file) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Properties defaults = defaults();
        defaults.stringPropertyNames().stream()
                .filter(name -> name.startsWith(LEVEL))
                .forEach(name -> context.getLogger(name.substring(LEVEL.length()))
                        .setLevel(Level.valueOf(defaults.getProperty(name))));
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, file));
        return new CapturedLog(file);
    }

    private static FileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(LogstashLines.class.getName());
        encoder.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.start();
        return appender;
    }

    private static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(DEFAULTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines of one logger that name a payment, oldest first. */
    List<JsonNode> lines(String logger, String paymentId) {
        return text().lines()
                .filter(line -> line.endsWith("}") && line.contains(paymentId))
                .map(Json::read)
                .filter(line -> Json.text(line, "logger_name").equals(logger)
                        && Json.text(line, "payment_id").equals(paymentId))
                .toList();
    }
}
