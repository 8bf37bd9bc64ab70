package io.github.alpinecheck.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What must hold: the XML element in the pom, the id in every report, the word in a suppression, the name of the page.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleName {
    /** Starts with a small letter and has letters and digits only. */
    String value();
}
