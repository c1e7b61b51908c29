package io.sluice.sandbox.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.alipay.api.response.AlipayDataDataserviceBillDownloadurlQueryResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bill of a day, asked for with the SDK and read as a merchant reads it. */
class BillTest extends AlipayFixture {
    private static final Charset GBK = Charset.forName("GBK");
    private final String today = LocalDate.now(ZoneOffset.ofHours(8)).toString();
    private RawAlipay raw;

    @BeforeEach
    void sell() {
        raw = new RawAlipay(simulator);
        merchant.pay("order_1", "15.00", "一杯茶, 热");
        merchant.pay("order_2", "20.00", "tea");
        merchant.refund("order_1", "refund_1", "5.00", "cold");
    }

    private AlipayDataDataserviceBillDownloadurlQueryResponse ask(String day) {
        var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent("{\"bill_type\":\"trade\",\"bill_date\":\"" + day + "\"}");
        return merchant.execute(request);
    }

    private List<String> lines(String day) throws IOException {
        var tables = new LinkedHashMap<String, String>();
        byte[] file;
        try (var download = URI.create(ask(day).getBillDownloadUrl()).toURL().openStream()) {
            file = download.readAllBytes();
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), GBK)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), new String(zip.readAllBytes(), GBK));
            }
        }
        assertThat(tables.keySet()).allSatisfy(name -> assertThat(name).contains("业务明细"));
        assertThat(tables).hasSize(2);
        return tables.values().iterator().next().lines().toList();
    }

    private static List<String> rows(List<String> lines) {
        return lines.stream().filter(line -> line.contains("\t,")).toList();
    }

    @Test
    void aDayIsBilledFromTenOClockOfTheNext() {
        assertThat(ask(today).getSubCode()).isEqualTo("isp.bill_not_exist");
        assertThat(ask("2026-01-01").isSuccess()).isTrue();
        assertThat(ask("yesterday").getSubCode()).isEqualTo("ACQ.INVALID_PARAMETER");
    }

    @Test
    void theBillHasWhatTheBookHas() throws IOException {
        raw.control("/bills", "{\"at_once\":true}");
        List<String> lines = lines(today);
        assertThat(lines.getFirst()).isEqualTo("#支付宝业务明细查询");
        assertThat(rows(lines)).hasSize(3);
        assertThat(rows(lines).getFirst().split("\t,", -1))
                .hasSize(25)
                .contains("order_1", "交易", "一杯茶  热", "15.00", "-0.09");
        assertThat(rows(lines).getLast().split("\t,", -1)).contains("order_1", "退款", "-5.00", "refund_1", "0.03");
        assertThat(lines).contains("#交易合计：2笔，商家实收共35.00元，商家优惠共0.00元");
        assertThat(rows(lines("2026-01-01"))).isEmpty();
    }

    @Test
    void aSeedMakesItDiffer() throws IOException {
        raw.control("/bills", "{\"at_once\":true,\"seed\":7,\"missing\":1,\"extra\":1,\"amount\":1}");
        List<String> first = rows(lines(today));
        assertThat(rows(lines(today))).isEqualTo(first);
        String seller = simulator.credentials(SimulatorConfig.DEMO_APP).sellerId();
        JsonNode wrong =
                raw.control("/bills?seller_id=" + seller + "&day=" + today).path("differences");
        assertThat(wrong.valueStream().map(one -> one.path("kind").asString("")))
                .containsExactly("missing", "amount", "extra");
        assertThat(first).hasSize(3).anySatisfy(row -> assertThat(row).contains("nobody"));
    }
}
