package io.segmentradar.models.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of workers for one run. Results come back in the order of the work, whoever did it. */
final class WorkPool implements AutoCloseable {
    private final ExecutorService workers;

    WorkPool(int threads) {
        workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "forecast");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> List<T> all(List<? extends Callable<T>> work) {
        List<Future<T>> running = new ArrayList<>();
        work.forEach(task -> running.add(workers.submit(task)));
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> task : running) {
                results.add(task.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The forecast run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            running.forEach(task -> task.cancel(true));
        }
        return results;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
