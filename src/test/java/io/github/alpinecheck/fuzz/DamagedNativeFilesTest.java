package io.github.alpinecheck.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of what Jazzer does for hours, with damage that is the same in every build. */
class DamagedNativeFilesTest {

    private static final int ROUNDS = 2_000;

    /** The headers and the tables that they lead to are at the start of a file. */
    private static final int TABLES = 4_096;

    private static final long[] NASTY = {0, 1, 0x7f, 0x80, 0xff, 0x7fff_ffffL, 0x8000_0000L, -1, 1L << 63, 1L << 56};

    @ParameterizedTest
    @ValueSource(longs = {4, 2026})
    void nothingMindsDamage(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> files = Seeds.all();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(files.get(random.nextInt(files.size())), random);
            int number = round;
            assertThatCode(() -> NativeFileFuzzer.fuzzerTestOneInput(damaged))
                    .as("round %d", number)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] damage(byte[] file, Random random) {
        byte[] damaged = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int range = random.nextBoolean() ? Math.min(TABLES, damaged.length) : damaged.length;
            // numbers stand at multiples of their lengths
            int place = 8 + 8 * random.nextInt(range / 8 - 1);
            long value = random.nextInt(4) == 0 ? random.nextInt(damaged.length) : NASTY[random.nextInt(NASTY.length)];
            switch (random.nextInt(3)) {
                case 0 -> bytes.put(place + random.nextInt(8), (byte) value);
                case 1 -> bytes.putInt(place + 4 * random.nextInt(2), (int) value);
                default -> bytes.putLong(place, value);
            }
        }
        return damaged;
    }
}
