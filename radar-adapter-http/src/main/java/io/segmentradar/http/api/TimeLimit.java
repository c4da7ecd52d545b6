package io.segmentradar.http.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends requests that hold a thread for too long: a client that trickles its body or does not read its answer, a list that
 * takes forever. The thread is interrupted, which ends waiting for the client at once and the making of an answer at its
 * next row. Thread-safe.
 */
public final class TimeLimit implements Filter, AutoCloseable {
    private static final String ATTRIBUTE = TimeLimit.class.getName();

    private final Duration limit;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "request-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    public TimeLimit(Duration limit) {
        this.limit = limit;
        long tick = Math.max(1, Math.min(1_000, limit.toMillis() / 4));
        watch.scheduleWithFixedDelay(this::interruptLate, tick, tick, TimeUnit.MILLISECONDS);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Running mine = new Running(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        request.setAttribute(ATTRIBUTE, mine);
        running.add(mine);
        try {
            chain.doFilter(request, response);
        } finally {
            running.remove(mine);
            mine.end();
        }
    }

    private void interruptLate() {
        long now = System.nanoTime();
        for (Running request : running) {
            if (now - request.deadline >= 0) {
                request.interrupt();
            }
        }
    }

    /** True if the time of a request is over. */
    static boolean isOver(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Running mine && mine.isLate();
    }

    /** To be called between the rows of an answer. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw over();
        }
    }

    static Problem over() {
        return new Problem(
                503, "time-limit", "Took too long", "The request was ended because it took too long; ask for less");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** A request and its thread, which is only ever interrupted while it works on this request. */
    private static final class Running {
        private final Thread thread;
        private final long deadline;
        private boolean late;
        private boolean ended;

        Running(Thread thread, long deadline) {
            this.thread = thread;
            this.deadline = deadline;
        }

        synchronized void interrupt() {
            if (!ended && !late) {
                late = true;
                thread.interrupt();
            }
        }

        synchronized boolean isLate() {
            return late;
        }

        synchronized void end() {
            ended = true;
            if (late) {
                Thread.interrupted();
            }
        }
    }
}
