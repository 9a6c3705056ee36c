package org.mera.report;

import java.util.Map;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRVirtualizer;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import org.jspecify.annotations.Nullable;

/** Where the pages of a paper are kept between filling and writing: in memory, or most of them in a temporary file. */
final class PageStore implements AutoCloseable {

    /** So many pages stay in memory: as many as the committee's report of a thousand companies has or so. */
    private static final int IN_MEMORY = 300;

    private static final int BLOCK = 4096;
    private static final int BLOCKS_AT_A_TIME = 1024;

    private final @Nullable JRVirtualizer virtualizer;

    private PageStore(@Nullable JRVirtualizer virtualizer) {
        this.virtualizer = virtualizer;
    }

    /** {@return a store for a paper of few pages} */
    static PageStore inMemory() {
        return new PageStore(null);
    }

    /** {@return a store for a paper of any number of pages} Its file, in the platform's folder for temporary ones, goes when it is closed. */
    static PageStore onDisk() {
        JRSwapFile file = new JRSwapFile(System.getProperty("java.io.tmpdir"), BLOCK, BLOCKS_AT_A_TIME);
        return new PageStore(new JRSwapFileVirtualizer(IN_MEMORY, file, true));
    }

    /** Tells JasperReports to use it. */
    void addTo(Map<String, Object> parameters) {
        if (virtualizer != null) {
            parameters.put(JRParameter.REPORT_VIRTUALIZER, virtualizer);
        }
    }

    @Override
    public void close() {
        if (virtualizer != null) {
            virtualizer.cleanup();
        }
    }
}
