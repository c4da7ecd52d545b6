package io.segmentradar.features.sample;

import io.segmentradar.features.PlainLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A written sample read back by a second route: strict decoding, a plain splitter, columns found by name. */
record SampleText(
        SampleSummary summary,
        String text,
        List<String> header,
        Map<String, Integer> columns,
        List<List<String>> rows) {
    static SampleText of(int customers, int months, long seed) {
        return of(new SampleRequest(customers, months, SampleRequest.DEFAULT_FIRST, seed, StandardCharsets.UTF_8, 2));
    }

    static SampleText of(SampleRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleSummary summary = write(request, out);
        String text = decode(out.toByteArray(), request.encoding());
        List<List<String>> lines =
                Arrays.stream(text.split("\n")).map(PlainLine::fields).toList();
        List<String> header = lines.get(0);
        Map<String, Integer> columns = new HashMap<>();
        header.forEach(column -> columns.put(column, columns.size()));
        return new SampleText(summary, text, header, columns, lines.subList(1, lines.size()));
    }

    static byte[] bytes(SampleRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(request, out);
        return out.toByteArray();
    }

    String cell(List<String> row, String column) {
        return row.get(columns.get(column)).trim();
    }

    double number(List<String> row, String column) {
        return Double.parseDouble(cell(row, column).replace(",", ""));
    }

    YearMonth month(List<String> row) {
        int month = Integer.parseInt(row.get(0));
        return YearMonth.of(month / 100, month % 100);
    }

    /** The segment as the product names it. */
    String segment(List<String> row) {
        String province = cell(row, "사업장_시도");
        return String.join(
                "|",
                cell(row, "업종_중분류"),
                province.isEmpty() ? "미상" : province,
                cell(row, "법인_고객등급"),
                cell(row, "전담고객여부"));
    }

    private static SampleSummary write(SampleRequest request, ByteArrayOutputStream out) {
        try {
            return SampleGenerator.write(request, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
