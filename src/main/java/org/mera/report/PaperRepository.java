package org.mera.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.Resource;
import net.sf.jasperreports.repo.StreamRepositoryService;
import org.jspecify.annotations.Nullable;

/** Lets JasperReports find fonts and pictures among the papers' files. */
@SuppressWarnings("NullAway") // JasperReports wants null for what is not there
final class PaperRepository implements StreamRepositoryService {

    private final PaperFiles files;

    PaperRepository(PaperFiles files) {
        this.files = files;
    }

    @Override
    public @Nullable InputStream getInputStream(String name) {
        return files.find(name).map(ByteArrayInputStream::new).orElse(null);
    }

    @Override
    public @Nullable Resource getResource(String name) {
        return getResource(name, InputStreamResource.class);
    }

    @Override
    public <K extends Resource> @Nullable K getResource(String name, Class<K> type) {
        InputStream stream = type == InputStreamResource.class ? getInputStream(name) : null;
        if (stream == null) {
            return null;
        }
        InputStreamResource resource = new InputStreamResource();
        resource.setInputStream(stream);
        return type.cast(resource);
    }

    @Override
    public OutputStream getOutputStream(String name) {
        throw new UnsupportedOperationException("Papers change none of their files: " + name);
    }

    @Override
    public void saveResource(String name, Resource resource) {
        throw new UnsupportedOperationException("Papers change none of their files: " + name);
    }
}
