package dev.liaison.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for whatever was nobody's outcome. */
@Controller
class Problems implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @RequestMapping("${spring.web.error.path:${server.error.path:/error}}")
  ModelAndView problem(HttpServletRequest request) {
    var fault = fault(request);
    var status = databaseIsGone(fault) ? 503 : status(request);
    var reference =
        HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextInt()).substring(0, 6);
    if (status >= 500) {
      log.atError()
          .addKeyValue("reference", reference)
          .addKeyValue("status", status)
          .addKeyValue("fault", fault == null ? "none" : fault.getClass().getName())
          .log("A page failed");
    }
    var page = new ModelAndView("web/problem", HttpStatusCode.valueOf(status));
    page.addObject("problem", Problem.of(status, reference));
    return page;
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : 404;
  }

  private static @Nullable Throwable fault(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
        ? fault
        : null;
  }

  private static boolean databaseIsGone(@Nullable Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException) {
        return true;
      }
    }
    return false;
  }
}
