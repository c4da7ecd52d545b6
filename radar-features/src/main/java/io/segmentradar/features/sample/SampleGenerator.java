package io.segmentradar.features.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes a made-up bank's monthly extract in the {@code imbank} layout, row by row and month by month, with labelled
 * events. Customers are advanced in blocks, several at a time; the bytes are the same for any number of threads.
 */
public final class SampleGenerator {
    private static final int BLOCK = 2048;

    private SampleGenerator() {}

    /**
     * Writes the sample.
     *
     * @param rows gets the CSV; stays open. Memory does not grow with the number of months.
     * @return what the sample holds
     * @throws IOException if {@code rows} does not take the bytes
     */
    public static SampleSummary write(SampleRequest request, OutputStream rows) throws IOException {
        SampleBank bank = new SampleBank(request);
        ExecutorService threads = Executors.newFixedThreadPool(request.threads());
        try {
            long count = 0;
            rows.write(bank.header());
            for (int month = 0; month < request.months(); month++) {
                bank.advance();
                writeMonth(bank, request, threads, rows);
                count += bank.close();
            }
            return bank.summary(count);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void writeMonth(SampleBank bank, SampleRequest request, ExecutorService threads, OutputStream rows)
            throws IOException {
        Deque<Future<ByteLine>> underWay = new ArrayDeque<>();
        for (int start = 0; start < request.customers(); start += BLOCK) {
            int from = start;
            int to = Math.min(start + BLOCK, request.customers());
            underWay.add(threads.submit(() -> bank.write(from, to)));
            if (underWay.size() > 2 * request.threads()) {
                result(underWay.poll()).writeTo(rows);
            }
        }
        while (!underWay.isEmpty()) {
            result(underWay.poll()).writeTo(rows);
        }
    }

    private static ByteLine result(Future<ByteLine> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing a sample", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot make the sample: " + e.getCause(), e.getCause());
        }
    }
}
