package io.clientele.grid;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an export while it is read. What breaks off stays without its end, so that nobody takes it for the whole.
 */
final class GridExportOutput implements StreamingOutput {

    private final GridExport export;
    private final GridFormat format;
    private final GridExportPlaces places;

    GridExportOutput(GridExport export, GridFormat format, GridExportPlaces places) {
        this.export = export;
        this.format = format;
        this.places = places;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var _ = places.take()) {
            Begun begun = new Begun(out);
            export.forEach(row -> begun.file().add(row));
            begun.file().end();
            out.flush();
        }
    }

    /** The file, which is begun with the first row: what fails before that is answered like any other failure. */
    private final class Begun {

        private final OutputStream out;
        private @Nullable GridFile file;

        private Begun(OutputStream out) {
            this.out = out;
        }

        private GridFile file() throws IOException {
            if (file == null) {
                file = GridFile.of(format, out, export.labels());
            }
            return file;
        }
    }
}
