package org.mera.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** What is sent to the API as a form and is none, or far beyond the limits, is refused before it is known what it was for. To pages such never comes. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UploadLimits {

    @ExceptionHandler(MultipartException.class)
    void refused(MultipartException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean large = e instanceof org.springframework.web.multipart.MaxUploadSizeExceededException;
        int status = large ? 413 : 400;
        if (!request.getRequestURI().startsWith(AccessRules.API)) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        large
                                ? "{\"type\":\"/api#too-large\",\"title\":\"Content Too Large\",\"status\":413,"
                                        + "\"detail\":\"More was sent than is taken at once; send it in smaller parts\"}"
                                : "{\"type\":\"/api#bad-request\",\"title\":\"Bad Request\",\"status\":400,"
                                        + "\"detail\":\"The form with files cannot be read\"}");
    }
}
