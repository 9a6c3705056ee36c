package org.mera.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a long list a page shows.
 *
 * @param page  from 1
 * @param size  how many a page has
 * @param total how many there are
 */
public record Paging(int page, int size, long total) {

    /** How many pages before and behind the one that is shown are offered. */
    private static final int AROUND = 2;

    public Paging {
        if (page < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("Pages count from 1 and have at least one line, not page " + page
                    + " of size " + size + " of " + total);
        }
    }

    /** {@return how many pages there are} At least one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** {@return how many come before} */
    public long offset() {
        return (page - 1L) * size;
    }

    /** {@return the number of the first that is shown, from 1} */
    public long from() {
        return Math.min(total, offset() + 1);
    }

    /** {@return the number of the last that is shown} */
    public long to() {
        return Math.min(total, offset() + size);
    }

    /** {@return the pages to offer: the first, the last and those around this one; 0 stands for a gap} */
    public List<Integer> around() {
        List<Integer> numbers = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= pages(); number++) {
            if (number == 1 || number == pages() || Math.abs(number - page) <= AROUND) {
                if (number > last + 1) {
                    numbers.add(0);
                }
                numbers.add(number);
                last = number;
            }
        }
        return numbers;
    }
}
