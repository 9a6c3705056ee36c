package org.mera.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs a real browser. Where there is none it is left out, and the build says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InABrowser.Condition.class)
@interface InABrowser {

    /** Looks for the browser. */
    final class Condition implements ExecutionCondition {

        private static final String REASON = "no Chromium here; install it or name it in MERA_CHROMIUM";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.found().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a browser");
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.println("LEFT OUT: " + context.getDisplayName() + ": " + REASON);
            }
            return ConditionEvaluationResult.disabled(REASON);
        }
    }
}
