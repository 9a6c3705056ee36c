package org.mera.sample;

import java.util.List;

/** Repeatable chance: SplitMix64, written out here so that a seed gives the same bytes on every version of Java. */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** {@return a seed of its own for the n-th thing that depends on this seed} */
    static long seed(long parent, long n) {
        return mix(parent + GOLDEN_GAMMA * (n + 1));
    }

    /** Begins anew with another seed: one object serves all cells. */
    Dice restart(long seed) {
        state = seed;
        return this;
    }

    /** {@return a number from 0 to below the bound} */
    int below(int bound) {
        state += GOLDEN_GAMMA;
        return (int) (((mix(state) >>> 32) * bound) >>> 32); // a multiplication is quicker than a remainder
    }

    /** {@return a number between the two, both included} */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    String pick(List<String> texts) {
        return texts.get(below(texts.size()));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
