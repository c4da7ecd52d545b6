package io.segmentradar.http.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an endpoint has to say, before it becomes JSON, CSV or a workbook. */
sealed interface Answer {
    /** The JSON document. */
    Map<String, Object> json();

    /** A single document. */
    record Document(Map<String, Object> json) implements Answer {}

    /**
     * A list, of which JSON shows a part and an export all.
     *
     * @param name member that holds the list
     * @param head members before the list
     * @param row turns an item into fields
     */
    record Listing<T>(
            String name,
            Map<String, Object> head,
            List<T> items,
            int offset,
            int limit,
            Function<T, Map<String, Object>> row)
            implements Answer {

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(head);
            json.put(
                    name,
                    items.stream().skip(offset).limit(limit).map(this::row).toList());
            json.put("total_count", items.size());
            return json;
        }

        Iterable<Map<String, Object>> rows() {
            return () -> items.stream().map(this::row).iterator();
        }

        private Map<String, Object> row(T item) {
            TimeLimit.check();
            return row.apply(item);
        }
    }

    static <T> Listing<T> paged(String name, Page page, List<T> items, Function<T, Map<String, Object>> row) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("page", page.number());
        head.put("page_size", page.size());
        return new Listing<>(name, head, items, page.offset(items.size()), page.size(), row);
    }

    static <T> Listing<T> limited(
            String name, int offset, int limit, List<T> items, Function<T, Map<String, Object>> row) {
        return new Listing<>(name, Map.of(), items, offset, limit, row);
    }

    /**
     * @param number 1 for the first page
     */
    record Page(int number, int size) {
        static final int MAX_SIZE = 200;

        static Page of(Params params, int defaultSize) {
            return new Page(
                    params.integer("page", 1, 1, Integer.MAX_VALUE),
                    params.integer("page_size", defaultSize, 1, MAX_SIZE));
        }

        int offset(int total) {
            return (int) Math.min(total, (number - 1L) * size);
        }
    }
}
