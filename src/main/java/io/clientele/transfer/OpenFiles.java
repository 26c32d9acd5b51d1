package io.clientele.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that this instance is reading. A part of an import goes on where the one before it ended without reading the file
 * from its beginning; only where another instance did that one, or the part is done again, it is.
 */
@ApplicationScoped
class OpenFiles {

    /** More are not read at a time by one instance; one that another instance has gone on with is the oldest some time. */
    private static final int MOST = 8;

    private final Map<Long, OpenFile> open = new LinkedHashMap<>();
    private final KeptFiles files;
    private final FileColumns columns;

    @Inject
    OpenFiles(KeptFiles files, FileColumns columns) {
        this.files = files;
        this.columns = columns;
    }

    /**
     * The file behind a line.
     *
     * @throws io.clientele.shared.Refusal when the file is no longer kept
     */
    OpenFile at(Import run, long line) {
        OpenFile file;
        synchronized (open) {
            file = open.remove(run.id());
        }
        if (file == null || !file.goTo(line)) {
            if (!files.has(run.id())) {
                throw TransferRefusals.fileGone();
            }
            file = new OpenFile(groups(run.how(), files.open(run.id())));
            file.goTo(line);
        }
        synchronized (open) {
            open.put(run.id(), file);
            Iterator<Long> oldest = open.keySet().iterator();
            if (open.size() > MOST) {
                oldest.next();
                oldest.remove();
            }
        }
        return file;
    }

    void close(long importId) {
        synchronized (open) {
            open.remove(importId);
        }
    }

    /**
     * The rows of a file.
     *
     * @throws io.clientele.shared.Refusal when its beginning cannot be read, or its columns are not what they must be
     */
    RowGroups groups(ImportDraft how, InputStream in) {
        return new RowGroups(how.kind(), rows(how, in));
    }

    private FileRows rows(ImportDraft how, InputStream in) {
        if (how.format() == FileFormat.NDJSON) {
            return new JsonRows(
                    in,
                    how.valueSeparator(),
                    name -> !name.startsWith("_") || columns.isReserved(how.kind(), name),
                    !how.kind().isOfPeople());
        }
        CsvRows rows = new CsvRows(in, how.fieldSeparator().charAt(0));
        columns.check(how.kind(), rows.header());
        return rows;
    }
}
