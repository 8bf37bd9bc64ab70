package io.github.alpinecheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Threads of one run. They see the class loader of the thread that made them, which those of the common pool do not:
 * rules of other people may need it.
 */
final class Workers implements AutoCloseable {

    /** More bring little: the first seconds of a JVM are those of its compiler. */
    private static final int MOST = 4;

    private final ExecutorService threads;

    Workers() {
        int count = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "alpine-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The results for the elements, in their order.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    <T, R> List<R> map(List<T> elements, Function<T, R> function) {
        List<Future<R>> futures = new ArrayList<>();
        for (T element : elements) {
            futures.add(threads.submit(() -> function.apply(element)));
        }
        List<R> results = new ArrayList<>();
        try {
            for (Future<R> future : futures) {
                results.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check of Dockerfiles was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
