package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mera.access.AccountException;
import org.mera.batch.DamagedOutputException;
import org.mera.batch.NotApprovableException;
import org.mera.batch.RefusedFileException;
import org.mera.cycle.CycleBusyException;
import org.mera.cycle.CycleException;
import org.mera.cycle.JobFileException;
import org.mera.methodology.MethodologyException;
import org.mera.seal.OutputException;
import org.mera.submission.InboxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What the API refuses, and what fails in it, as problem details (RFC 9457). Their type leads to the page about the API. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private static final String TYPES = "/api#";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiException e) {
        return problem(e.status(), e.code(), e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(UploadException e) {
        return problem(e.reason().status(), e.reason().code(), e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedFileException e) {
        boolean name =
                e.reason() == RefusedFileException.Reason.NAME || e.reason() == RefusedFileException.Reason.TWICE;
        return problem(name ? 422 : 409, "file-refused", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(CycleBusyException e) {
        return problem(409, "cycle-busy", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CycleException e) {
        return problem(409, "cycle", told(e, "The state of the cycle forbids it; an operator can see why"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(NotApprovableException e) {
        ProblemDetail problem = detail(409, "not-approvable", "The cycle of " + e.year() + " cannot be approved");
        problem.setProperty("obstacles", e.obstacles());
        return ResponseEntity.status(409).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AccountException e) {
        int status =
                switch (e.reason()) {
                    case UNKNOWN -> 404;
                    case EXISTS, LAST_ADMINISTRATOR -> 409;
                    default -> 422;
                };
        return problem(status, "account", e.getMessage());
    }

    @ExceptionHandler({InboxException.class, JobFileException.class, MethodologyException.class})
    ResponseEntity<ProblemDetail> unusable(RuntimeException e) {
        return problem(422, "unusable-input", told(e, "The input cannot be used; an operator can see why"));
    }

    @ExceptionHandler({DamagedOutputException.class, OutputException.class})
    ResponseEntity<ProblemDetail> damaged(RuntimeException e) {
        return problem(409, "damaged-output", told(e, "The outputs are damaged; an operator can see what of them"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException e) {
        boolean found = e.getStatusCode().value() != 404;
        return problem(
                e.getStatusCode().value(),
                found ? "bad-request" : "not-found",
                e.getReason() == null ? "There is nothing at this address" : e.getReason());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException e, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(500, "failed", "The server failed; its log says why");
    }

    /** What Spring itself refuses: a missing parameter, a body that is no JSON, a method that is not there. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail given && given.getDetail() != null
                ? given.getDetail()
                : String.valueOf(e.getMessage());
        String code = status.value() == 413 ? "too-large" : status.is5xxServerError() ? "failed" : "bad-request";
        return super.handleExceptionInternal(e, detail(status.value(), code, detail), headers, status, request);
    }

    /** Messages about cycles and folders name where these are. */
    private static @Nullable String told(RuntimeException e, String toOthers) {
        return Said.mayKnow() ? e.getMessage() : toOthers;
    }

    private static ResponseEntity<ProblemDetail> problem(int status, String code, @Nullable String text) {
        return ResponseEntity.status(status).body(detail(status, code, text));
    }

    private static ProblemDetail detail(int status, String code, @Nullable String text) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(HttpStatus.valueOf(status).getReasonPhrase());
        problem.setDetail(text);
        return problem;
    }
}
