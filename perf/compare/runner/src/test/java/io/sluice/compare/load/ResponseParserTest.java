package io.sluice.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseParserTest {
    private final List<Integer> answers = new ArrayList<>();
    private final ResponseParser parser = new ResponseParser(answers::add);

    @Test
    void endsWithItsLength() {
        read("HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}");

        assertThat(answers).containsExactly(201);
    }

    @Test
    void endsWithTheLastChunk() {
        read("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\na\r\n0123456789\r\n0\r\n\r\n");

        assertThat(answers).containsExactly(201);
    }

    @Test
    void isNotOverBeforeItsLastByte() {
        read("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{");

        assertThat(answers).isEmpty();
    }

    @Test
    void hasNoBodyWhenItSaysSo() {
        read("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");

        assertThat(answers).containsExactly(204, 503);
    }

    @Test
    void mayComeByteByByte() {
        String three = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"
                + "HTTP/1.1 429 Slow\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";
        three.chars().forEach(one -> read(String.valueOf((char) one)));

        assertThat(answers).containsExactly(201, 429, 201);
    }

    private void read(String text) {
        parser.read(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }
}
