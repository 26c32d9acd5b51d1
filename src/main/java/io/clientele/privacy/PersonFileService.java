package io.clientele.privacy;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.person.DataSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Gives people the file with all that is kept of them. It is written when it is fetched, to this instance's disk first, so that no
 * transaction waits for a slow connection, and lies nowhere afterwards.
 */
@ApplicationScoped
public class PersonFileService {

    private final PrivacyRequestService requests;
    private final RequestVerification verification;
    private final DataSubjects subjects;
    private final RequestAccess access;
    private final PersonArchive archive;
    private final PrivacyAudit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    PersonFileService(
            PrivacyRequestService requests,
            RequestVerification verification,
            DataSubjects subjects,
            RequestAccess access,
            PersonArchive archive,
            PrivacyAudit audit,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.verification = verification;
        this.subjects = subjects;
        this.access = access;
        this.archive = archive;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The file, which the caller must write out once.
     *
     * @param token what was mailed to somebody who cannot sign in, or null
     * @throws io.clientele.shared.Refusal when there is no such request for the caller, it has no file, or its time is over, and for whoever
     *     manages requests of some of the websites only that it tells of
     */
    public Written file(long id, @Nullable String token) {
        caller.demandNobodyActsFor();
        PrivacyRequest request = token == null ? requests.get(id) : verification.ofFile(id, token);
        if (request.kind() != RequestKind.ACCESS
                || request.status() != RequestStatus.DONE
                || request.fileExpiresAt() == null
                || !request.fileExpiresAt().isAfter(clock.instant())) {
            throw PrivacyRefusals.noFile();
        }
        DataSubject subject = subjects.of(request).orElseThrow(PrivacyRefusals::noFile);
        access.demandAll(subject);
        audit.note("file.read", request);
        return Written.of(archive, subject);
    }

    /** A file on this instance's disk that goes when it has been written out. */
    public static final class Written {

        private final Path path;

        private Written(Path path) {
            this.path = path;
        }

        private static Written of(PersonArchive archive, DataSubject subject) {
            try {
                Written written = new Written(Files.createTempFile("clientele-person", ".zip"));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written.path))) {
                    archive.write(subject, out);
                    return written;
                } catch (IOException | RuntimeException e) {
                    Files.deleteIfExists(written.path);
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void writeOut(OutputStream out) throws IOException {
            try {
                Files.copy(path, out);
            } finally {
                Files.deleteIfExists(path);
            }
        }
    }
}
