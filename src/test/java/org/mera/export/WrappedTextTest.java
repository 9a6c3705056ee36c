package org.mera.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTextTest {

    @Test
    void breaksBetweenWordsAndWithinLongOnes() {
        assertThat(WrappedText.lines("", 10)).isEqualTo(1);
        assertThat(WrappedText.lines("десять зна", 10)).isEqualTo(1);
        assertThat(WrappedText.lines("десять знак", 10)).isEqualTo(2);
        assertThat(WrappedText.lines("двадцатипятизначноедлинно", 10)).isEqualTo(3);
        assertThat(WrappedText.lines("строка\nи\r\nещё", 10)).isEqualTo(3);
    }
}
