package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void countsFromOne() {
        Paging paging = new Paging(3, 50, 120);

        assertThat(paging.pages()).isEqualTo(3);
        assertThat(paging.offset()).isEqualTo(100);
        assertThat(paging.from()).isEqualTo(101);
        assertThat(paging.to()).isEqualTo(120);
    }

    @Test
    void hasAPageWhereThereIsNothing() {
        Paging paging = new Paging(1, 50, 0);

        assertThat(paging.pages()).isEqualTo(1);
        assertThat(paging.from()).isZero();
        assertThat(paging.to()).isZero();
        assertThat(paging.around()).containsExactly(1);
    }

    @Test
    void offersTheEndsAndWhatIsNear() {
        assertThat(new Paging(1, 50, 100).around()).containsExactly(1, 2);
        assertThat(new Paging(10, 50, 100_000).around()).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 2000);
        assertThat(new Paging(3, 50, 300).around()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesAPageBeforeTheFirst() {
        assertThatThrownBy(() -> new Paging(0, 50, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pages count from 1 and have at least one line, not page 0 of size 50 of 10");
    }
}
