package org.mera.seal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks through what is sealed and what was recomputed side by side and brings together what has the same key. Only what has lost its place is kept
 * meanwhile, so that two long lists with few differences need little memory.
 */
final class Lockstep<T> {

    /** Who is told. */
    interface Meeting<T> {

        void both(T sealed, T recomputed);

        void sealedOnly(T sealed);

        void recomputedOnly(T recomputed);
    }

    private final Function<T, String> key;
    private final Meeting<T> meeting;
    private final Map<String, Deque<T>> sealedWaiting = new LinkedHashMap<>();
    private final Map<String, Deque<T>> recomputedWaiting = new LinkedHashMap<>();

    private Lockstep(Function<T, String> key, Meeting<T> meeting) {
        this.key = key;
        this.meeting = meeting;
    }

    /** Tells of each pair as it is found, and at the end of what has stayed alone. Those of one key meet in their order. */
    static <T> void walk(Iterator<T> sealed, Iterator<T> recomputed, Function<T, String> key, Meeting<T> meeting) {
        new Lockstep<>(key, meeting).walk(sealed, recomputed);
    }

    private void walk(Iterator<T> sealed, Iterator<T> recomputed) {
        while (sealed.hasNext() || recomputed.hasNext()) {
            if (sealed.hasNext()) {
                T next = sealed.next();
                T other = taken(recomputedWaiting, key.apply(next));
                if (other == null) {
                    wait(sealedWaiting, next);
                } else {
                    meeting.both(next, other);
                }
            }
            if (recomputed.hasNext()) {
                T next = recomputed.next();
                T other = taken(sealedWaiting, key.apply(next));
                if (other == null) {
                    wait(recomputedWaiting, next);
                } else {
                    meeting.both(other, next);
                }
            }
        }
        sealedWaiting.values().forEach(waiting -> waiting.forEach(meeting::sealedOnly));
        recomputedWaiting.values().forEach(waiting -> waiting.forEach(meeting::recomputedOnly));
    }

    private void wait(Map<String, Deque<T>> waiting, T one) {
        waiting.computeIfAbsent(key.apply(one), any -> new ArrayDeque<>(1)).add(one);
    }

    private static <T> @Nullable T taken(Map<String, Deque<T>> waiting, String key) {
        Deque<T> ofKey = waiting.get(key);
        if (ofKey == null) {
            return null;
        }
        T first = ofKey.removeFirst();
        if (ofKey.isEmpty()) {
            waiting.remove(key);
        }
        return first;
    }
}
