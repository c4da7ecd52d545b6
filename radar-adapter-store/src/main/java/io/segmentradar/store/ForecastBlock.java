package io.segmentradar.store;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.segment.SegmentIndex;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forecast table as bytes, exact to the last bit: points, scales, quantiles (little-endian doubles, node by node, NaN
 * where there is no forecast), then the names of the models (a byte each, and the list of names as text).
 */
final class ForecastBlock {
    /** A stored block stays well under the 1 MB that an embedded database allows for one value. */
    static final int PART_BYTES = 512 * 1024;

    private static final int Q = ForecastTable.QUANTILES.size();

    private ForecastBlock() {}

    static byte[] encode(ForecastTable table) {
        int n = table.nodes().size();
        List<String> names = new ArrayList<>();
        byte[] models = new byte[n];
        ByteBuffer numbers = ByteBuffer.allocate(n * (2 + Q) * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int node = 0; node < n; node++) {
            boolean has = table.has(node);
            numbers.putDouble(has ? table.point(node) : Double.NaN);
            numbers.putDouble(has ? table.scale(node) : 0);
            for (int q = 0; q < Q; q++) {
                numbers.putDouble(has ? table.quantile(node, q) : Double.NaN);
            }
            models[node] = has ? number(table.model(node), names) : 0;
        }
        byte[] text = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + numbers.capacity() + n + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(n)
                .put(numbers.flip())
                .put(models)
                .put(text)
                .array();
    }

    private static byte number(String name, List<String> names) {
        int known = names.indexOf(name);
        if (known < 0) {
            known = names.size();
            names.add(name);
        }
        if (known > Byte.MAX_VALUE) {
            throw new StoreException("A forecast table has more than " + Byte.MAX_VALUE + " models");
        }
        return (byte) known;
    }

    static ForecastTable decode(
            byte[] bytes, String level, SegmentIndex nodes, String kpi, YearMonth origin, Horizon horizon) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int n = in.getInt();
        double[] point = new double[n];
        double[] scale = new double[n];
        double[] quantiles = new double[n * Q];
        for (int node = 0; node < n; node++) {
            point[node] = in.getDouble();
            scale[node] = in.getDouble();
            for (int q = 0; q < Q; q++) {
                quantiles[node * Q + q] = in.getDouble();
            }
        }
        byte[] numbers = new byte[n];
        in.get(numbers);
        byte[] text = new byte[in.remaining()];
        in.get(text);
        String[] names = new String(text, StandardCharsets.UTF_8).split("\n", -1);
        String[] model = new String[n];
        for (int node = 0; node < n; node++) {
            model[node] = names[numbers[node]];
        }
        return new ForecastTable(level, nodes, kpi, origin, horizon, point, scale, quantiles, model);
    }

    static List<byte[]> split(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += PART_BYTES) {
            parts.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES)));
        }
        return parts;
    }
}
