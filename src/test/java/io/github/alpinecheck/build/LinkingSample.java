package io.github.alpinecheck.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every kind of lambda, method reference and record, for {@link EarlyLinkingTest}: what it returns must not change. */
final class LinkingSample implements Supplier<List<String>> {

    private final String own = "own";
    private final List<String> results = new ArrayList<>();

    record Empty() {}

    record Kinds(
            boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, List<Integer> list) {}

    record Pair<A, B>(A first, B second) {
        static <T> Pair<T, T> twice(T value) {
            return new Pair<>(value, value);
        }
    }

    private interface Named {
        String name(String prefix, long number, int digit);

        private static String joined(Object... parts) {
            return Stream.of(parts).map(String::valueOf).collect(Collectors.joining("-"));
        }

        default String twice() {
            IntFunction<String> text = i -> name("later", 1, i) + privately(3);
            return text.apply(2) + text.apply(4);
        }

        private String privately(int number) {
            IntFunction<String> text = i -> "private" + i + number;
            return text.apply(4);
        }
    }

    private static boolean isHigh(int value) {
        return value >= 10;
    }

    private String withOwn(Object other) {
        return own + other;
    }

    @Override
    public List<String> get() {
        functions();
        captures();
        boxes();
        records();
        return results;
    }

    private void functions() {
        Function<String, Integer> length = String::length;
        UnaryOperator<String> trim = String::trim;
        BiFunction<String, String, Boolean> same = String::equals;
        Function<Object, String> bound = this::withOwn;
        Function<String, StringBuilder> constructed = StringBuilder::new;
        Supplier<List<String>> list = ArrayList::new;
        Supplier<Supplier<String>> nested = () -> () -> own;
        add(length.andThen(Integer::toBinaryString).apply("four"), trim.apply(" x "), same.apply("a", "a"));
        add(
                bound.compose(x -> "+" + x).apply(1),
                constructed.apply("new"),
                list.get(),
                nested.get().get());
        add(IntStream.of(9, 10).filter(LinkingSample::isHigh).sum());
    }

    private void captures() {
        byte b = 1;
        char c = 'c';
        long l = Long.MIN_VALUE;
        double d = 0.5;
        String text = "text";
        Named named = (prefix, number, digit) -> Named.joined(prefix, number, digit, b, c, l, d, text, own);
        add(named.name("p", 1L << 40, 3), named.twice());
        Map<String, List<Integer>> lists = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            lists.computeIfAbsent(i % 2 == 0 ? "even" : "odd", key -> new ArrayList<>())
                    .add(i);
        }
        add(lists);
    }

    private void boxes() {
        ToLongFunction<Integer> widened = Integer::intValue;
        Function<Integer, Integer> incremented = i -> i + 1;
        BooleanSupplier supplier = results::isEmpty;
        Runnable ignoresResult = () -> results.add("added");
        ignoresResult.run();
        Consumer<String> ignoresReference = results::add;
        ignoresReference.accept("added too");
        add(widened.applyAsLong(7), incremented.apply(1), supplier.getAsBoolean());
        add(IntStream.range(0, 4)
                .mapToObj(i -> i * 2L)
                .mapToLong(Long::longValue)
                .sum());
        add(Optional.of(3).map(Integer::doubleValue).filter(d -> d > 2).orElseGet(() -> 0.0));
        add(Stream.of(3, 1, 2).sorted(Integer::compare).reduce(0, Integer::sum));
    }

    private void records() {
        List<Integer> list = List.of(1);
        Kinds one = new Kinds(true, (byte) 1, (short) 2, '3', 4, 5, Float.NaN, -0.0, "8", list);
        Kinds same = new Kinds(true, (byte) 1, (short) 2, '3', 4, 5, Float.NaN, -0.0, "8", list);
        Kinds other = new Kinds(true, (byte) 1, (short) 2, '3', 4, 5, Float.NaN, 0.0, "8", list);
        add(one.equals(same), one.equals(other), one.equals((Object) "text"), one.hashCode() == same.hashCode());
        add(new Kinds(false, (byte) 1, (short) 2, '3', 4, 5L << 33, 6, 7, "8", list)
                        .toString()
                        .length()
                > 50);
        add(new Empty(), new Empty().hashCode(), new Empty().equals(new Empty()));
        Pair<String, String> twice = Pair.twice("x");
        add(twice, twice.hashCode(), twice.equals(new Pair<>("x", "y")), new Pair<>(2L, List.of(1)).hashCode());
    }

    private void add(Object... values) {
        for (Object value : values) {
            results.add(String.valueOf(value));
        }
    }
}
