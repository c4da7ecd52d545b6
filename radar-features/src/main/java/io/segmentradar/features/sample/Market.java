package io.segmentradar.features.sample;

import io.segmentradar.core.segment.SegmentKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the sample's bank does business: industries, provinces, grades and dedicated managers, and the cells (possible
 * segments) they span. Read once from the resources {@code industries.tsv}, {@code provinces.tsv} and
 * {@code years.tsv}.
 */
record Market(List<Industry> industries, List<Province> provinces) {
    /** Customer grades, best first. */
    static final List<String> GRADES = List.of("최우수", "우수", "일반");

    private static final String UNKNOWN_PROVINCE = "미상";

    /**
     * An industry.
     *
     * @param share weight among customers
     * @param year log turnover above or below a usual month, January first
     * @param region which of a province's weights counts: 0 home, 1 works, 2 capital
     */
    record Industry(String name, double share, List<Double> year, int region) {}

    /**
     * A province.
     *
     * @param name empty where the bank does not know it
     * @param weights for each region of industries
     */
    record Province(String name, List<Double> weights, List<String> districts) {}

    static Market load() {
        Map<String, List<Double>> years = lines("years.tsv").stream()
                .collect(Collectors.toMap(
                        line -> line[0],
                        line -> Arrays.stream(line[1].split(","))
                                .map(percent -> StrictMath.log1p(Double.parseDouble(percent) / 100))
                                .toList()));
        List<String> regions = List.of("home", "works", "capital");
        List<Industry> industries = lines("industries.tsv").stream()
                .map(line -> new Industry(
                        line[0], Double.parseDouble(line[1]), years.get(line[2]), regions.indexOf(line[3])))
                .toList();
        List<Province> provinces = lines("provinces.tsv").stream()
                .map(line -> new Province(
                        line[0].replace("-", ""),
                        List.of(Double.valueOf(line[1]), Double.valueOf(line[2]), Double.valueOf(line[3])),
                        List.of(line[4].replace("-", "").split(","))))
                .toList();
        return new Market(industries, provinces);
    }

    int cells() {
        return industries.size() * provinces.size() * GRADES.size() * 2;
    }

    int cell(int industry, int province, int grade, boolean dedicated) {
        return ((industry * provinces.size() + province) * GRADES.size() + grade) * 2 + (dedicated ? 1 : 0);
    }

    static boolean dedicatedOf(int cell) {
        return cell % 2 == 1;
    }

    static int gradeOf(int cell) {
        return cell / 2 % GRADES.size();
    }

    int provinceOf(int cell) {
        return cell / (2 * GRADES.size()) % provinces.size();
    }

    int industryOf(int cell) {
        return cell / (2 * GRADES.size() * provinces.size());
    }

    /** The key under which the product will see a cell. */
    SegmentKey keyOf(int cell) {
        String province = provinces.get(provinceOf(cell)).name();
        return SegmentKey.of(
                industries.get(industryOf(cell)).name(),
                province.isEmpty() ? UNKNOWN_PROVINCE : province,
                GRADES.get(gradeOf(cell)),
                dedicatedOf(cell) ? "Y" : "N");
    }

    private static List<String[]> lines(String resource) {
        try (InputStream stream = Market.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + resource, e);
        }
    }
}
